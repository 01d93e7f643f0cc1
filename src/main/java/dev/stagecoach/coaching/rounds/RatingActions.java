package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.continuum.Wordings;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What a member does in a round. */
final class RatingActions {
    static final String RATE = "assessment.rate";
    static final String WORDING = "assessment.wording";

    private static final Reply.Refused OUTDATED = Reply.Refused
            .because("That form belongs to a round I no longer know. /coach rate opens the present one.");
    private static final Reply.Refused FOR_MEMBERS = Reply.Refused
            .because("Placing the practices is for the team's members. Coaches see the result when the round closes.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Rounds rounds;
    private final RoundStore store = new RoundStore();
    private final RatingStore ratings = new RatingStore();
    private final Wordings wordings;

    RatingActions(Database database, People people, Guide guide, Rounds rounds) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.rounds = rounds;
        this.wordings = new Wordings(people.gate());
    }

    /** The form of the team's open round, where the person left off. */
    Reply rate(PersonId person, TeamId team, Instant now) {
        return database.read(tx -> store.openIn(tx, team).map(round -> start(tx, round, person, now))
                .orElseGet(() -> Reply.Refused
                        .because("No round is open now. When your coach opens one, I write to you.")));
    }

    Reply rate(Call.Click call) {
        return database.read(tx -> store.find(tx, call.value())
                .map(round -> start(tx, round, call.person(), call.now())).orElse(OUTDATED));
    }

    private Reply start(Transaction tx, Round round, PersonId person, Instant now) {
        if (!people.members().standing(tx, round.team(), person).isMember()) {
            return FOR_MEMBERS;
        }
        if (!round.takesAnswers(now)) {
            return closed(tx, round, round.closed().map(Round.Closing::at).orElse(round.closesAt()));
        }
        var own = own(tx, round, person);
        return new Reply.Open(RatingForm.page(round, own, own.nextPage(), worded(tx, round)));
    }

    private OwnAnswers own(Transaction tx, Round round, PersonId person) {
        return people.gate().open(tx, person, ratings.of(tx, round, person)).orElseThrow();
    }

    private Reply closed(Transaction tx, Round round, Instant at) {
        var zone = rounds.team(tx, round).zone();
        return new Reply.Refused("The round closed " + RoundWords.plain(at, zone)
                + ", so it takes no more answers. What you saved before counts.",
                Optional.of(Button.of("See the result", RevealActions.RESULTS, round.team().value())));
    }

    /** One page sent in: saved, and on to the next. */
    Reply submitted(Call.Submission call) {
        var place = RatingForm.Place.parse(call.context());
        if (place.isEmpty()) {
            return OUTDATED;
        }
        return database.write(tx -> store.find(tx, place.get().round())
                .filter(round -> place.get().page() <= round.practices().size())
                .map(round -> submitted(tx, call, round, place.get())).orElse(OUTDATED));
    }

    /** A choice made on a page that is still open. */
    Reply chosen(Call.Submission call) {
        return RatingForm.Place.parse(call.context())
                .map(place -> database.write(tx -> store.find(tx, place.round())
                        .filter(round -> place.page() < round.practices().size())
                        .map(round -> chosen(tx, call, round, place)).orElse(OUTDATED)))
                .orElse(OUTDATED);
    }

    private Reply chosen(Transaction tx, Call.Submission call, Round round, RatingForm.Place place) {
        var filled = RatingForm.parse(call.answers(), round.practices().get(place.page()), guide);
        return switch (rounds.choose(tx, round, new Rounds.Sent(call.person(), place, call.now()), filled)) {
            case SaveOutcome.Recorded _,SaveOutcome.Updated _ -> new Reply.Done();
            case SaveOutcome.Closed(var at) -> closed(tx, round, at);
            case SaveOutcome.NotAMember _ -> FOR_MEMBERS;
        };
    }

    private Reply submitted(Transaction tx, Call.Submission call, Round round, RatingForm.Place place) {
        return place.page() < round.practices().size()
                ? practiceSubmitted(tx, call, round, place)
                : lastSubmitted(tx, call, round);
    }

    private Reply practiceSubmitted(Transaction tx, Call.Submission call, Round round, RatingForm.Place place) {
        var page = place.page();
        var filled = RatingForm.parse(call.answers(), round.practices().get(page), guide);
        if (filled.note().length() > RatingForm.LONGEST_NOTE) {
            return new Reply.Mend(Map.of(RatingForm.NOTE,
                    "A note has at most " + RatingForm.LONGEST_NOTE + " characters; this one has "
                            + filled.note().length() + "."));
        }
        return switch (rounds.save(tx, round, new Rounds.Sent(call.person(), place, call.now()), filled)) {
            case SaveOutcome.Recorded _,SaveOutcome.Updated _ ->
                new Reply.Next(RatingForm.page(round, own(tx, round, call.person()), page + 1, worded(tx, round)));
            case SaveOutcome.Closed(var at) -> closed(tx, round, at);
            case SaveOutcome.NotAMember _ -> FOR_MEMBERS;
        };
    }

    private Reply lastSubmitted(Transaction tx, Call.Submission call, Round round) {
        var dots = RatingForm.dots(call.answers(), round);
        if (dots.size() > RatingForm.MOST_DOTS) {
            return new Reply.Mend(Map.of(RatingForm.DOTS, "Choose at most " + RatingForm.MOST_DOTS + "."));
        }
        return switch (rounds.finish(tx, round, call.person(), dots, call.now())) {
            case SaveOutcome.Recorded _,SaveOutcome.Updated _ -> new Reply.ToYou(
                    RoundCards.done(round, own(tx, round, call.person()), rounds.team(tx, round)));
            case SaveOutcome.Closed(var at) -> closed(tx, round, at);
            case SaveOutcome.NotAMember _ -> FOR_MEMBERS;
        };
    }

    /** The full wording, on top of the form. */
    Reply wording(Call.Click call) {
        var parts = call.value().split(" ", 2);
        return database.read(tx -> store.find(tx, parts[0])
                .filter(round -> people.members().standing(tx, round.team(), call.person()).belongs())
                .map(round -> worded(tx, round)).flatMap(worded -> worded.practice(parts[parts.length - 1])
                        .<Reply>map(practice -> new Reply.Open(RatingForm.wording(practice, worded))))
                .orElse(OUTDATED));
    }

    /** A round keeps the words of the continua that its team had when it was opened. */
    private Guide worded(Transaction tx, Round round) {
        return wordings.at(tx, round.team(), guide, round.openedAt());
    }
}
