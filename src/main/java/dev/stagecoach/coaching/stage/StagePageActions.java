package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Looking at the team's journeys, and saying which one the team works on. */
final class StagePageActions {
    static final String VIEW = "journey.view";
    static final String FOCUS = "journey.focus";
    private static final Reply NOT_THEIRS = Reply.Refused
            .because("This is for the people of the team. /coach shows what is yours.");
    private static final Reply FOR_THE_TEAM = Reply.Refused
            .because("The team's members and coaches decide what they work on. /coach stage shows it to you.");

    private final Database database;
    private final People people;
    private final JourneyStore store = new JourneyStore();
    private final ProposalStore proposals = new ProposalStore();
    private final JourneyCards cards;
    private final Gates gates;

    StagePageActions(Database database, People people, Guide guide, Gates gates) {
        this.database = database;
        this.people = people;
        this.cards = new JourneyCards(guide);
        this.gates = gates;
    }

    /** The journey that the team works on now, with a line for each other one. */
    Reply show(Call.Typed call) {
        return database.read(tx -> at(tx, new JourneyRef(call.inTeam(), Optional.empty()), call.person(), call.now()));
    }

    Reply view(Call.Click click) {
        var where = JourneyRef.parse(click.value());
        return database.read(tx -> people.members().standing(tx, where.team(), click.person()).belongs()
                ? at(tx, where, click.person(), click.now())
                : NOT_THEIRS);
    }

    /** @param moves who announces it */
    Reply focus(Call.Click click, Journeys moves) {
        var where = JourneyRef.parse(click.value());
        return database.write(tx -> {
            var standing = people.members().standing(tx, where.team(), click.person());
            if (!standing.takesPart()) {
                return FOR_THE_TEAM;
            }
            var team = people.teams().find(tx, where.team()).orElseThrow();
            store.at(tx, where).ifPresent(journey -> moves.focus(tx, team, journey,
                    new Journeys.Choice(click.person(), "", click.now())));
            return at(tx, where, click.person(), click.now());
        });
    }

    private Reply at(Transaction tx, JourneyRef where, PersonId person, Instant now) {
        return store.at(tx, where).map(journey -> page(tx, journey, person, now)).orElseGet(() -> {
            var team = people.teams().find(tx, where.team()).orElseThrow();
            return new Reply.ToYou(cards.none(team, people.members().standing(tx, team.id(), person)));
        });
    }

    Reply page(Transaction tx, Journey journey, PersonId person, Instant now) {
        var team = people.teams().find(tx, journey.team()).orElseThrow();
        var history = new History(store.history(tx, team.id()), proposals.turnedDown(tx, team.id()));
        var others = store.all(tx, team.id()).stream().filter(one -> !one.practice().equals(journey.practice()))
                .toList();
        var page = new StagePage(team, journey, store.current(tx, team.id()).filter(journey::equals).isPresent(),
                gates.of(tx, team, journey, now), proposals.open(tx, team.id(), journey.practice()),
                history.of(journey.practice()), others);
        return new Reply.ToYou(cards.stage(page, viewer(tx, team.id(), person)));
    }

    Viewer viewer(Transaction tx, TeamId team, PersonId person) {
        return new Viewer(person, people.members().standing(tx, team, person),
                people.members().of(tx, team, Role.COACH).stream().map(Member::person).collect(Collectors.toSet()));
    }

    /** For whoever finds no journey where there was to be one. */
    static Reply.Refused none(TeamId team) {
        return new Reply.Refused("Stages begin when the team has chosen a practice.",
                Optional.of(Button.of("Choose the practice", "goal.choose", team.value())));
    }
}
