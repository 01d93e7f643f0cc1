package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.visibility.ConsentStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.picture.FirstPicture;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What a coach does with a round. */
final class RoundActions {
    static final String OPEN = "assessment.open";
    static final String STATE = "assessment.round";
    static final String CLOSE = "assessment.close";
    static final String MOVE = "assessment.move";

    private static final Reply.Refused FOR_COACHES = Reply.Refused
            .because("Rounds are for the team's coaches to open and close.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Rounds rounds;
    private final RoundStore store = new RoundStore();
    private final ConsentStore consents = new ConsentStore();

    RoundActions(Database database, People people, Guide guide, Rounds rounds) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.rounds = rounds;
    }

    /** The state of the open round, or the form for a new one. */
    Reply roundOf(PersonId person, TeamId id, Instant now) {
        return database.read(tx -> {
            var team = people.teams().find(tx, id);
            if (team.isEmpty() || !people.members().standing(tx, id, person).isCoach()) {
                return FOR_COACHES;
            }
            return store.openIn(tx, id).<Reply>map(round -> new Reply.ToYou(state(tx, round, team.get())))
                    .orElseGet(() -> new Reply.Open(toOpen(tx, team.get(), now)));
        });
    }

    private Form toOpen(Transaction tx, Team team, Instant now) {
        return consents.agreement(tx, team.id()).inForce() == VisibilityMode.JOINT
                ? JointForm.of(team.id(), guide)
                : RoundForm.toOpen(team, guide,
                        store.lastClosed(tx, team.id()).map(Round::schoolGoal).orElse(List.of()), now);
    }

    private Card state(Transaction tx, Round round, Team team) {
        return RoundCards.state(round, rounds.progress(tx, round), team);
    }

    Reply opened(Call.Submission call) {
        var id = new TeamId(call.context());
        return database.write(tx -> {
            var team = people.teams().find(tx, id);
            if (team.isEmpty() || !people.members().standing(tx, id, call.person()).isCoach()) {
                return FOR_COACHES;
            }
            return switch (RoundForm.opened(call.answers(), team.get(), guide, call.now())) {
                case RoundForm.Parsed.Unclear(var reasons) -> new Reply.Mend(reasons);
                case RoundForm.Parsed.Fine(var wish) ->
                    answer(tx, rounds.open(tx, id, wish, call.person(), call.now()), team.get());
            };
        });
    }

    private Reply answer(Transaction tx, Rounds.Opening opening, Team team) {
        FirstPicture.drawAhead();
        return new Reply.ToYou(switch (opening) {
            case Rounds.Opening.Opened(var round, var asked) -> RoundCards.opened(round, asked, team);
            case Rounds.Opening.OpenAlready(var round) -> state(tx, round, team);
        });
    }

    Reply close(Call.Click call) {
        return database.write(tx -> {
            var round = coached(tx, call.value(), call.person());
            if (round.isEmpty()) {
                return FOR_COACHES;
            }
            return rounds.close(tx, round.get(), call.now())
                    ? new Reply.Replace(RoundCards.closed())
                    : closedAlready(round.get());
        });
    }

    Reply moveForm(Call.Click call) {
        return database.read(tx -> {
            var round = coached(tx, call.value(), call.person());
            if (round.isEmpty()) {
                return FOR_COACHES;
            }
            return round.get().closed().isPresent()
                    ? closedAlready(round.get())
                    : new Reply.Open(RoundForm.toMove(round.get(), rounds.team(tx, round.get())));
        });
    }

    Reply moved(Call.Submission call) {
        return database.write(tx -> {
            var round = coached(tx, call.context(), call.person());
            if (round.isEmpty()) {
                return FOR_COACHES;
            }
            var team = rounds.team(tx, round.get());
            return switch (RoundForm.moved(call.answers(), round.get(), team, call.now())) {
                case RoundForm.Parsed.Unclear(var reasons) -> new Reply.Mend(reasons);
                case RoundForm.Parsed.Fine(var wish) -> rounds.move(tx, round.get(), wish.closesAt())
                        ? new Reply.ToYou(RoundCards.moved(round.get(), wish.closesAt(), team))
                        : closedAlready(round.get());
            };
        });
    }

    /** The round, where the person coaches its team. */
    private Optional<Round> coached(Transaction tx, String id, PersonId person) {
        return store.find(tx, id).filter(round -> people.members().standing(tx, round.team(), person).isCoach());
    }

    private static Reply closedAlready(Round round) {
        return new Reply.Refused("This round has closed already; its result stands in the channel.",
                Optional.of(Button.of("See the result", RevealActions.RESULTS, round.team().value())));
    }
}
