package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Counting;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.goal.GoalRoom;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Gate;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Outcome;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.Transaction;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class StageRoomTest {
    private static final PersonId SECOND = new PersonId("T1", "USECOND");

    @OnBothDatabases
    void aMemberProposes_aCoachCountersigns_theHistoryKeepsBoth(Database database) {
        var school = begun(database);
        var room = room(school);
        var said = School.shown(propose(school, room, ADA, "We are ready")).toString();
        assertThat(said).contains("Proposed.", "Take it back").doesNotContain("label=Countersign");
        assertThat(stage(database)).isEqualTo("explore");
        assertThat(school.composed(room)).last().asString().contains("UADA", "We are ready", "label=Countersign",
                "label=Not yet");
        assertThat(steps(school, room, COACH)).anySatisfy(step -> {
            assertThat(step.rank()).isEqualTo(NextStep.Rank.OPEN_ANSWER);
            assertThat(step.words()).isEqualTo("ADA proposes to move from Explore to Plan & Design.");
        });
        assertThat(steps(school, room, BEN)).noneMatch(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);

        var id = waiting(database).id();
        for (var person : List.of(ADA, BEN, LEADER, STRANGER)) {
            assertThat(school.click(room, person, "journey.countersign", id)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "journey.not_yet", id)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(School.shown(school.click(room, COACH, "journey.proposal", id)).toString())
                .contains("label=Countersign");
        assertThat(school.click(room, COACH, "journey.countersign", id)).isInstanceOf(Reply.Replace.class);
        assertThat(stage(database)).isEqualTo("plan");
        assertThat(steps(school, room, COACH)).noneMatch(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);
        assertThat(school.composed(room).toString()).contains("Countersigned by", "countersigned by")
                .doesNotContain("label=Countersign");
        assertThat(page(school, room, LEADER)).contains("UADA", "countersigned by", "UCOACH", "We are ready");
        assertThat(refused(school.click(room, COACH, "journey.countersign", id)))
                .contains("already been countersigned");
    }

    @OnBothDatabases
    void aCoachSaysWhatIsMissing_andItCanBeProposedAgain(Database database) {
        var school = begun(database);
        var room = room(school);
        propose(school, room, ADA, "Let us begin");
        var id = waiting(database).id();
        var form = School.opened(school.click(room, COACH, "journey.not_yet", id));
        assertThat(School.mended(school.send(room, COACH, form, "word", " "))).containsExactly("word");
        assertThat(School.mended(school.send(room, COACH, form, "word", "x".repeat(10_000)))).containsExactly("word");
        assertThat(school.send(room, BEN, form, "word", "no")).isInstanceOf(Reply.Refused.class);
        school.send(room, COACH, form, "word", "The <!channel> baseline");
        assertThat(refused(school.send(room, COACH, form, "word", "The <!channel> baseline"))).contains("not yet");
        assertThat(refused(school.click(room, COACH, "journey.countersign", id))).contains("not yet");
        assertThat(stage(database)).isEqualTo("explore");
        assertThat(school.composed(room)).filteredOn(one -> one.toString().contains("The <!channel> baseline"))
                .hasSize(2);
        assertThat(page(school, room, ADA)).contains("Not yet, says", "The <!channel> baseline");
        propose(school, room, BEN, "Now there is one");
        assertThat(waiting(database).reason()).isEqualTo("Now there is one");
    }

    @OnBothDatabases
    void aCoachsOwnProposalIsForAnotherCoach_whereThereIsOne(Database database) {
        var school = begun(database);
        var room = room(school);
        secondCoach(school);
        propose(school, room, COACH, "I think so");
        var id = waiting(database).id();
        assertThat(refused(school.click(room, COACH, "journey.countersign", id))).contains("another coach");
        assertThat(page(school, room, COACH)).contains("This is waiting for another coach")
                .doesNotContain("Countersign");
        assertThat(steps(school, room, COACH)).noneMatch(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);
        assertThat(steps(school, room, SECOND)).anyMatch(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);

        assertThat(refused(school.click(room, BEN, "journey.countersign", id))).contains("the team's coaches");

        database.change(tx -> school.people.members().leave(tx, TEAM, SECOND, NOW));
        assertThat(refused(school.click(room, COACH, "journey.countersign", id))).contains("a member of the team");
        assertThat(stage(database)).isEqualTo("explore");
        school.click(room, BEN, "journey.countersign", id);
        assertThat(stage(database)).isEqualTo("plan");
    }

    @OnBothDatabases
    void whatTheOnlyCoachProposesAMemberSeconds(Database database) {
        var school = begun(database);
        var room = room(school);
        var form = School.opened(school.click(room, COACH, "journey.move", TEAM.value()));
        var asked = school.send(room, COACH, form, "stage", "plan", "reason", "Ready");
        assertThat(school.send(room, COACH, form, "stage", "plan", "reason", "Ready")).isEqualTo(asked);
        assertThat(asked.toString()).contains("a member seconds it", "Take it back").doesNotContain("label=Second it");
        assertThat(stage(database)).isEqualTo("explore");
        assertThat(school.composed(room)).last().asString().contains("UCOACH", "Ready", "label=Second it",
                "label=Not yet", "the team has no other coach").doesNotContain("Countersign");
        var id = waiting(database).id();
        for (var person : List.of(COACH, LEADER, STRANGER)) {
            assertThat(school.click(room, person, "journey.countersign", id)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "journey.not_yet", id)).isInstanceOf(Reply.Refused.class);
        }
        for (var person : List.of(ADA, BEN)) {
            assertThat(steps(school, room, person)).anyMatch(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);
        }
        assertThat(steps(school, room, COACH)).noneMatch(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);
        assertThat(school.click(room, BEN, "journey.countersign", id)).isInstanceOf(Reply.Replace.class);
        assertThat(refused(school.click(room, ADA, "journey.countersign", id))).contains("already been seconded");
        assertThat(stage(database)).isEqualTo("plan");
        assertThat(school.composed(room).toString()).contains("Seconded by", "seconded by")
                .doesNotContain("ountersign");
        assertThat(page(school, room, LEADER)).contains("UCOACH", "seconded by", "UBEN", "Ready");
    }

    @OnBothDatabases
    void aMemberSaysNotYetToTheOnlyCoach(Database database) {
        var school = begun(database);
        var room = room(school);
        propose(school, room, COACH, "Ready");
        var form = School.opened(school.click(room, ADA, "journey.not_yet", waiting(database).id()));
        assertThat(school.send(room, COACH, form, "word", "Now")).isInstanceOf(Reply.Refused.class);
        school.send(room, ADA, form, "word", "The baseline");
        assertThat(stage(database)).isEqualTo("explore");
        assertThat(page(school, room, COACH)).contains("Not yet, says", "UADA", "The baseline");
    }

    @OnBothDatabases
    void aCoachWithoutAnybodyMovesNobody(Database database) {
        var school = begun(database);
        var room = room(school);
        var form = School.opened(school.click(room, COACH, "journey.move", TEAM.value()));
        database.change(tx -> List.of(ADA, BEN).forEach(one -> school.people.members().leave(tx, TEAM, one, NOW)));
        assertThat(refused(school.click(room, COACH, "journey.move", TEAM.value()))).contains("no members yet");
        assertThat(refused(school.send(room, COACH, form, "stage", "plan", "reason", "Ready")))
                .contains("no members yet");
        assertThat(stage(database)).isEqualTo("explore");
    }

    @OnBothDatabases
    void aJourneyTakesOneProposalAtATime(Database database) {
        var school = begun(database);
        var room = room(school);
        var form = School.opened(school.click(room, ADA, "journey.move", TEAM.value()));
        var first = school.send(room, ADA, form, "stage", "plan", "reason", "Ready");
        assertThat(school.send(room, ADA, form, "stage", "plan", "reason", "Ready")).isEqualTo(first);
        var second = school.send(room, BEN, form, "stage", "plan", "reason", "Me too");
        assertThat(second.toString()).contains("Another proposal is already open");
        assertThat(School.mended(second)).containsExactly("stage");
        assertThat(School.shown(school.click(room, BEN, "journey.move", TEAM.value())).toString())
                .contains("One proposal is already open", "Ready");
        var id = waiting(database).id();
        assertThat(school.click(room, BEN, "journey.take_back", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, "journey.take_back", id);
        assertThat(refused(school.click(room, COACH, "journey.countersign", id))).contains("taken back");
        propose(school, room, BEN, "Me too");
        assertThat(waiting(database).by()).isEqualTo(BEN);
    }

    @OnBothDatabases
    void whatTheStageHasLeftBehindIsOver(Database database) {
        var school = begun(database);
        var room = room(school);
        var late = School.opened(school.click(room, COACH, "journey.move", TEAM.value()));
        var tooLate = School.opened(school.click(room, BEN, "journey.move", TEAM.value()));
        propose(school, room, ADA, "Ready");
        var id = waiting(database).id();
        assertThat(School.mended(school.send(room, COACH, late, "stage", "keep", "reason", "Straight on")))
                .containsExactly("stage");
        database.change(tx -> new JourneyStore().advance(tx, new Move("elsewhere", TEAM, "inquiry", "explore", "keep",
                ADA, Move.Backing.countersigned(COACH), "Straight on", NOW)));
        school.click(room, COACH, "journey.countersign", id);
        assertThat(stage(database)).isEqualTo("keep");
        assertThat(refused(school.click(room, COACH, "journey.countersign", id))).contains("moved to another stage");
        assertThat(school.composed(room).toString()).contains("moved in another way");
        assertThat(school.send(room, BEN, tooLate, "stage", "plan", "reason", "x").toString())
                .contains("Somebody has since moved the team");
    }

    @OnBothDatabases
    void countersignedByFourClicksAtOnceItMovesOnce(Database database) throws Exception {
        var school = begun(database);
        var room = room(school);
        propose(school, room, ADA, "Ready");
        var id = waiting(database).id();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var replies = threads.invokeAll(
                    Collections.nCopies(4, () -> school.click(room, COACH, "journey.countersign", id)));
            var moved = 0;
            for (var reply : replies) {
                moved += reply.get() instanceof Reply.Replace ? 1 : 0;
            }
            assertThat(moved).isEqualTo(1);
        }
        assertThat(database.<List<Move>>read(tx -> new JourneyStore().history(tx, TEAM))).hasSize(2);
    }

    @OnBothDatabases
    void twoJourneysStandSideBySide_andEitherCanBeWorkedOn(Database database) {
        var school = begun(database);
        var room = room(school);
        propose(school, room, ADA, "Ready");
        school.click(room, COACH, "journey.countersign", waiting(database).id());
        choose(school, "talk", "They are silent");
        assertThat(page(school, room, BEN)).contains("words=Talk", "The team's other journey", "Look at Inquiry",
                "Inquiry: Plan & Design, since Mon, Sep 14, 2026.");
        assertThat(school.composed(room)).last().asString().contains("Inquiry stays in Plan & Design");

        var other = School.shown(school.click(room, BEN, "journey.view", TEAM + " inquiry")).toString();
        assertThat(other).contains("words=Inquiry", "Work on this one now", "Look at Talk");
        assertThat(school.click(room, STRANGER, "journey.view", TEAM + " inquiry")).isInstanceOf(Reply.Refused.class);
        var goals = new GoalRoom(database, school.people, guide(), school.journeys);
        assertThat(school.click(goals, LEADER, "journey.focus", TEAM + " inquiry")).isInstanceOf(Reply.Refused.class);
        var planned = school.composed(room).size();
        var again = School.opened(school.click(goals, BEN, "journey.focus", TEAM + " inquiry"));
        assertThat(again.toString()).contains("initial=Optional[inquiry]");
        var asked = School.shown(school.send(goals, BEN, again, "practice", "inquiry", "reason", "They ask little"));
        assertThat(database.read(tx -> new JourneyStore().current(tx, TEAM)).orElseThrow().practice())
                .isEqualTo("talk");
        school.click(goals, ADA, "goal.yes", School.value(asked, "goal.yes"));
        assertThat(school.composed(room)).hasSize(planned + 1).last().asString().contains("works on Inquiry",
                "2 of 2 agreed");
        assertThat(database.read(tx -> new JourneyStore().current(tx, TEAM)).orElseThrow().practice())
                .isEqualTo("inquiry");
        assertThat(database.read(tx -> new JourneyStore().choice(tx, TEAM, "inquiry")).orElseThrow().reason())
                .isEqualTo("They ask little");
        propose(school, room, ADA, "Back for a while");
        var move = School.opened(school.click(room, ADA, "journey.move", TEAM + " talk"));
        assertThat(school.send(room, ADA, move, "stage", "keep", "reason", "It holds")).asString()
                .contains("Proposed.");
        assertThat(steps(school, room, COACH)).filteredOn(step -> step.rank() == NextStep.Rank.OPEN_ANSWER).hasSize(2);
    }

    @OnBothDatabases
    void eachOutcomeHeadsItsGates_andWhatIsOpenHasItsButton(Database database) {
        var school = begun(database);
        var room = room(school, List.of(new Counted(Fact.PRACTICE_CHOSEN, 1, List.of("They ask little"), "goal.choose"),
                new Counted(Fact.ARC_SESSIONS, 2, List.of(), "plan.arc"),
                new Counted(Fact.RATED_PERCENT, 40, List.of(), "assessment.open")));
        var shown = page(school, room, ADA);
        assertThat(shown).containsSubsequence("Nobody has to change", "One practice is named", "A practice is chosen",
                "They ask little", "The plan is made", "Three sessions have a date. So far 2 of 3.",
                "label=Plan a session, action=plan.arc");
        assertThat(shown).contains("Most have placed themselves.", "nobody can count this", "I cannot count this one")
                .doesNotContain("40");
        assertThat(page(school, room, LEADER)).contains("Three sessions have a date").doesNotContain("plan.arc");
        assertThat(steps(school, room, ADA)).noneMatch(step -> step.rank() == NextStep.Rank.NEXT);

        var done = room(school, List.of(new Counted(Fact.PRACTICE_CHOSEN, 1, List.of(), "goal.choose"),
                new Counted(Fact.ARC_SESSIONS, 3, List.of(), "plan.arc"),
                new Counted(Fact.RATED_PERCENT, 80, List.of(), "assessment.open"),
                new Counted(Fact.SLOT_KEPT, 100, List.of(), "goal.choose")));
        assertThat(steps(school, done, ADA)).anyMatch(step -> step.words().contains("Explore has nothing left to do."));
        assertThat(steps(school, done, LEADER)).noneMatch(step -> step.rank() == NextStep.Rank.NEXT);
    }

    @OnBothDatabases
    void theFirstOpenGateThatSomebodyCanHelpWithIsTheirNextStep(Database database) {
        var school = begun(database);
        var counted = List.of(new Counted(Fact.PRACTICE_CHOSEN, 1, List.of(), "goal.choose"),
                new Counted(Fact.ARC_SESSIONS, 2, List.of(), "plan.arc"),
                new Counted(Fact.RATED_PERCENT, 40, List.of(), "assessment.open"));
        var room = new StageRoom(database, school.people, guide(), school.journeys, new Counting() {
            @Override
            public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
                return counted;
            }

            @Override
            public boolean mayClick(String click, Standing standing) {
                return click.equals("assessment.open") ? standing.isCoach() : standing.takesPart();
            }
        });
        assertThat(gate(school, room, COACH)).containsExactly("Next for your team: Most have placed themselves. Do it");
        assertThat(gate(school, room, ADA))
                .containsExactly("Next for your team: Three sessions have a date. Plan a session");
        assertThat(gate(school, room, LEADER))
                .containsExactly("Your team works on this: Most have placed themselves. Our stage");
        assertThat(page(school, room, ADA)).contains("action=plan.arc").doesNotContain("action=assessment.open");
        assertThat(page(school, room, COACH)).contains("action=assessment.open");
    }

    private static List<String> gate(School school, StageRoom room, PersonId person) {
        return steps(school, room, person).stream().filter(step -> step.rank() == NextStep.Rank.GATE)
                .map(step -> step.words() + " " + step.button().label()).toList();
    }

    private static Guide guide() {
        var small = School.guide();
        var gates = List.of(gate("chosen", "A practice is chosen", "O1", Fact.PRACTICE_CHOSEN, 1),
                gate("rated", "Most have placed themselves", "O1", Fact.RATED_PERCENT, 70),
                gate("arc", "Three sessions have a date", "O2", Fact.ARC_SESSIONS, 3),
                gate("uncounted", "nobody can count this", "O2", Fact.SLOT_KEPT, 1));
        var explore = new Stage("explore", "Explore", "Find out.", "Nobody has to change", "2 weeks",
                List.of(new Outcome("O1", "One practice is named"), new Outcome("O2", "The plan is made")), gates,
                List.of());
        return new Guide(small.name(), small.source(), small.version(), small.levels(), small.cannotSay(),
                small.practices(),
                List.of(explore, small.stages().getLast(), new Stage("keep", "Keep", "Hold on to it.", List.of())),
                small.checkinSets(), small.goal());
    }

    private static Gate gate(String key, String text, String outcome, Fact fact, int atLeast) {
        return new Gate(key, text, key.equals("arc") ? "Plan a session" : "Do it", outcome,
                List.of(new Gate.Need(fact, atLeast)));
    }

    /** A school whose team has chosen a practice. */
    private static School begun(Database database) {
        var school = new School(database);
        choose(school, "inquiry", "They ask little");
        return school;
    }

    private static void choose(School school, String practice, String reason) {
        var room = new GoalRoom(school.database, school.people, guide(), school.journeys);
        school.choosesPractice(room, practice, reason);
    }

    private static StageRoom room(School school) {
        return room(school, List.of());
    }

    private static StageRoom room(School school, List<Counted> counted) {
        return new StageRoom(school.database, school.people, guide(), school.journeys, (_, _, _, _) -> counted);
    }

    private static void secondCoach(School school) {
        school.database.change(tx -> {
            school.people.members().keep(tx,
                    new Person(SECOND, "SECOND", School.SETTINGS.zone(), Person.Kind.FULL, true), NOW);
            school.people.members().join(tx, TEAM, SECOND, Role.COACH, NOW);
        });
    }

    private static Reply propose(School school, StageRoom room, PersonId person, String reason) {
        Form form = School.opened(school.click(room, person, "journey.move", TEAM.value()));
        return school.send(room, person, form, "stage", stage(school.database).equals("plan") ? "explore" : "plan",
                "reason", reason);
    }

    private static Proposal waiting(Database database) {
        return database.<List<Proposal>>read(tx -> new ProposalStore().open(tx, TEAM)).getFirst();
    }

    private static String stage(Database database) {
        return database.read(tx -> new JourneyStore().current(tx, TEAM)).orElseThrow().stage();
    }

    private static String page(School school, StageRoom room, PersonId person) {
        Card card = School.shown(school.type(room, person, "stage", ""));
        return card.toString();
    }

    private static List<NextStep> steps(School school, StageRoom room, PersonId person) {
        return school.database.read(tx -> room.steps(tx, School.SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), NOW));
    }

    private static String refused(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).reason();
    }
}
