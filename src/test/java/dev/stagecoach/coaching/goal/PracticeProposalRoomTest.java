package dev.stagecoach.coaching.goal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.stage.Move;
import dev.stagecoach.coaching.stage.StageRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

/** Nobody switches the team's practice alone: somebody proposes, the members say yes or no. */
class PracticeProposalRoomTest {
    private static final Instant CLOSES = Instant.parse("2026-09-16T15:00:00Z");

    @OnBothDatabases
    void aMemberProposes_andMoreThanHalfChoose(Database database) {
        var school = new School(database);
        var room = room(school);
        var asked = propose(school, room, ADA, "They <!channel> ask little");
        assertThat(asked.toString()).contains("Proposed.", "1 of 2 said yes, 0 no; open until Wed, Sep 16, 9:00 AM.",
                "label=Take it back").doesNotContain("label=Close the vote");
        assertThat(practice(database)).isEmpty();
        assertThat(school.composed(room)).hasSize(1).last().asString().contains("UADA", "Inquiry",
                "They <!channel> ask little", "Shall we take this up?", "label=Yes", "label=No", "1 of 2 said yes",
                "more than half of the members", "in a very small team people may guess.");
        var id = School.value(asked, "goal.yes");
        for (var person : List.of(COACH, LEADER, STRANGER)) {
            assertThat(school.click(room, person, "goal.yes", id)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "goal.no", id)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "goal.proposal", id)).isInstanceOf(Reply.Refused.class);
        assertThat(School.shown(school.click(room, LEADER, "goal.proposal", id)).toString()).contains("1 of 2")
                .doesNotContain("label=Yes");

        assertThat(School.shown(school.click(room, BEN, "goal.yes", id)).toString())
                .contains("The team will take it up: ", "2 of 2 said yes", "label=Write the goal")
                .doesNotContain("label=Yes");
        assertThat(practice(database)).contains("inquiry");
        assertThat(refused(school.click(room, BEN, "goal.no", id))).contains("has taken up Inquiry");
        assertThat(school.composed(room)).as("one message, written over").hasSize(1).last().asString()
                .contains("2 of 2 said yes", "goal.write");
        var stages = new StageRoom(database, school.people, School.guide(), school.journeys, (_, _, _, _) -> List.of());
        assertThat(school.composed(stages)).hasSize(1).last().asString().contains("The team works on Inquiry",
                "Proposed by", "UADA", "2 of 2 agreed");
        assertThat(School.shown(school.type(stages, LEADER, "stage", "")).toString()).contains("UADA",
                "2 of 2 agreed", "They <!channel> ask little");
        assertThat(School.opened(school.click(room, BEN, "goal.write", TEAM.value())).id()).isEqualTo("goal.line");
    }

    @OnBothDatabases
    void theCoachProposes_andTwoMembersSecondIt(Database database) {
        var school = new School(database);
        crowd(school, 5);
        var room = room(school);
        propose(school, room, COACH, "It fits");
        var id = open(database).id();
        assertThat(school.composed(room).toString()).contains("0 of 7 said yes", "two members say",
                "I do not tell anyone who said what.");
        school.click(room, ADA, "goal.yes", id);
        school.click(room, ADA, "goal.yes", id);
        assertThat(practice(database)).isEmpty();
        school.click(room, BEN, "goal.yes", id);
        assertThat(practice(database)).contains("inquiry");
        assertThat(move(database)).satisfies(move -> {
            assertThat(move.by()).isEqualTo(COACH);
            assertThat(move.backing()).isEqualTo(Move.Backing.agreed(2, 7));
        });
    }

    @OnBothDatabases
    void theOnlyMemberChoosesAtOnce_andGoesOnToTheGoal(Database database) {
        var school = new School(database);
        database.change(tx -> school.people.members().leave(tx, TEAM, BEN, NOW));
        var room = room(school);
        var form = School.opened(school.click(room, ADA, "goal.choose", TEAM.value()));
        var reply = school.send(room, ADA, form, "practice", "inquiry", "reason", "Mine");
        assertThat(School.opened(reply).id()).isEqualTo("goal.line");
        assertThat(school.send(room, ADA, form, "practice", "inquiry", "reason", "Mine")).isEqualTo(reply);
        assertThat(school.composed(room)).hasSize(1);
        assertThat(practice(database)).contains("inquiry");
    }

    @OnBothDatabases
    void aTeamIsAskedOneQuestionAtATime_andNothingTypedIsLost(Database database) {
        var school = new School(database);
        var room = room(school);
        var late = School.opened(school.click(room, BEN, "goal.choose", TEAM.value()));
        var form = School.opened(school.click(room, ADA, "goal.choose", TEAM.value()));
        var first = school.send(room, ADA, form, "practice", "inquiry", "reason", "They ask little");
        assertThat(school.send(room, ADA, form, "practice", "inquiry", "reason", "They ask little")).isEqualTo(first);
        var second = school.send(room, BEN, late, "practice", "talk", "reason", "They are silent");
        assertThat(School.mended(second)).containsExactly("practice");
        assertThat(second.toString()).contains("ADA has proposed Inquiry already");
        assertThat(School.shown(school.click(room, BEN, "goal.choose", TEAM.value())).toString())
                .contains("one question at a time", "They ask little", "label=Yes").doesNotContain("Take it back");
        assertThat(School.shown(school.type(room, BEN, "goal", "")).toString()).contains("They ask little",
                "label=Yes");
        assertThat(school.composed(room)).hasSize(1);
        var id = open(database).id();
        assertThat(school.click(room, BEN, "goal.take_back", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, "goal.take_back", id);
        assertThat(school.composed(room).toString()).contains("Taken back by").doesNotContain("label=Yes");
        assertThat(refused(school.click(room, BEN, "goal.yes", id))).contains("taken back");
        assertThat(practice(database)).isEmpty();
        school.send(room, BEN, late, "practice", "talk", "reason", "They are silent");
        assertThat(open(database).practice()).isEqualTo("talk");
    }

    @OnBothDatabases
    void afterTwoSchoolDaysItClosesOnce_chosenByTwoAndMoreYesThanNo(Database database) {
        var school = new School(database);
        crowd(school, 4);
        var room = room(school);
        propose(school, room, ADA, "They ask little");
        var id = open(database).id();
        school.click(room, BEN, "goal.yes", id);
        school.click(room, extra(0), "goal.no", id);
        Job job = room.jobs().getFirst();
        assertThat(job.next()).contains(CLOSES);
        job.run(CLOSES.minusMillis(1));
        assertThat(practice(database)).isEmpty();
        job.run(CLOSES);
        assertThat(practice(database)).contains("inquiry");
        job.run(CLOSES.plusSeconds(60));
        assertThat(moves(database)).hasSize(1);
        assertThat(move(database).backing()).isEqualTo(Move.Backing.agreed(2, 6));
        assertThat(job.next()).isEmpty();
        assertThat(school.composed(room)).hasSize(1);
    }

    @OnBothDatabases
    void notChosenTheTeamIsToldInOneSentence_andMayProposeAgain(Database database) {
        var school = new School(database);
        crowd(school, 4);
        var room = room(school);
        propose(school, room, ADA, "They ask little");
        Job job = room.jobs().getFirst();
        job.run(CLOSES);
        job.run(CLOSES);
        assertThat(practice(database)).isEmpty();
        assertThat(school.composed(room)).hasSize(2).allSatisfy(one -> assertThat(one.toString())
                .contains("The team will not take up Inquiry for now: 1 of 6 said yes.", "label=Propose again")
                .doesNotContain("label=Yes"));
        assertThat(School.opened(school.click(room, BEN, "goal.choose", TEAM.value())).id()).isEqualTo("goal.choose");
    }

    @OnBothDatabases
    void whoAnswersTooLateIsTold_andTheVoteIsClosedAsItStands(Database database) {
        var school = new School(database);
        crowd(school, 4);
        var room = room(school);
        propose(school, room, ADA, "They ask little");
        var id = open(database).id();
        assertThat(refused(click(school, room, BEN, "goal.yes", id, CLOSES))).contains("This vote is over",
                "1 of 6 said yes");
        assertThat(practice(database)).isEmpty();
        room.jobs().getFirst().run(CLOSES);
        assertThat(school.composed(room)).hasSize(2);
    }

    @OnBothDatabases
    void theCoachSeesWhenItMayClose(Database database) {
        var school = new School(database);
        crowd(school, 2);
        var room = room(school);
        propose(school, room, ADA, "They ask little");
        var id = open(database).id();
        assertThat(School.shown(school.click(room, COACH, "goal.proposal", id)).toString())
                .contains("You can close the vote when everybody has answered",
                        "on Wed, Sep 16, 9:00 AM I will close it myself")
                .doesNotContain("label=Close the vote");
        assertThat(refused(school.click(room, COACH, "goal.close", id))).contains("when everybody has answered");
        assertThat(school.click(room, BEN, "goal.close", id)).isInstanceOf(Reply.Refused.class);
        assertThat(steps(school, room, COACH)).noneMatch(step -> step.rank() == NextStep.Rank.OPEN_ANSWER);

        school.click(room, BEN, "goal.no", id);
        school.click(room, extra(0), "goal.no", id);
        assertThat(steps(school, room, COACH)).anySatisfy(step -> {
            assertThat(step.rank()).isEqualTo(NextStep.Rank.OPEN_ANSWER);
            assertThat(step.words()).isEqualTo("The vote on Inquiry can be closed.");
        });
        assertThat(School.shown(school.click(room, COACH, "goal.proposal", id)).toString())
                .contains("label=Close the vote").doesNotContain("UBEN");
        assertThat(School.shown(school.click(room, COACH, "goal.close", id)).toString())
                .contains("will not take up Inquiry for now: 1 of 4 said yes");
        assertThat(refused(school.click(room, COACH, "goal.close", id))).contains("This vote is over");
        assertThat(practice(database)).isEmpty();
    }

    @OnBothDatabases
    void closedWhenAllHaveAnswered_theMoreYesesChoose(Database database) {
        var school = new School(database);
        crowd(school, 2);
        var room = room(school);
        propose(school, room, ADA, "They ask little");
        var id = open(database).id();
        school.click(room, BEN, "goal.no", id);
        school.click(room, extra(0), "goal.no", id);
        school.click(room, extra(1), "goal.yes", id);
        school.click(room, BEN, "goal.yes", id);
        assertThat(practice(database)).contains("inquiry");
        assertThat(move(database).backing()).isEqualTo(Move.Backing.agreed(3, 4));
    }

    @OnBothDatabases
    void withoutMembersThereIsNobodyToAsk(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.click(room, COACH, "goal.choose", TEAM.value()));
        database.change(tx -> List.of(ADA, BEN).forEach(one -> school.people.members().leave(tx, TEAM, one, NOW)));
        assertThat(refused(school.click(room, COACH, "goal.choose", TEAM.value()))).contains("no members yet");
        assertThat(school.send(room, COACH, form, "practice", "inquiry", "reason", "Mine").toString())
                .contains("no members yet");
        assertThat(practice(database)).isEmpty();
        assertThat(school.composed(room)).isEmpty();
    }

    @OnBothDatabases
    void itIsAskedOfThoseWhoHaveNotAnswered(Database database) {
        var school = new School(database);
        var room = room(school);
        propose(school, room, COACH, "It fits");
        assertThat(steps(school, room, ADA)).singleElement().satisfies(step -> {
            assertThat(step.rank()).isEqualTo(NextStep.Rank.OPEN_ANSWER);
            assertThat(step.words()).isEqualTo("COACH proposes to take up Inquiry. Say yes or no.");
            assertThat(step.button().action()).isEqualTo("goal.proposal");
        });
        school.click(room, ADA, "goal.no", open(database).id());
        assertThat(steps(school, room, ADA)).singleElement().satisfies(step -> {
            assertThat(step.rank()).isEqualTo(NextStep.Rank.ANY_TIME);
            assertThat(step.words()).isEqualTo("The team is voting on Inquiry until Wed, Sep 16, 9:00 AM.");
        });
        assertThat(steps(school, room, LEADER)).isEmpty();
    }

    @OnBothDatabases
    void aPracticeThatTheGuideNoLongerHoldsIsNotTakenUp(Database database) {
        var school = new School(database);
        propose(school, room(school), ADA, "They ask little");
        var small = School.guide();
        var without = new GoalRoom(database, school.people,
                new Guide(small.name(), small.source(), small.version(), small.levels(), small.cannotSay(),
                        small.practices().subList(1, 2), small.stages(), small.checkinSets(), small.goal()),
                school.journeys);
        school.click(without, BEN, "goal.yes", open(database).id());
        assertThat(practice(database)).isEmpty();
        assertThat(school.composed(without).toString()).contains("the guide no longer has this practice",
                "label=Propose another practice");
    }

    @OnBothDatabases
    void chosenByAnswersAtOnceItIsChosenOnce(Database database) throws Exception {
        var school = new School(database);
        crowd(school, 4);
        var room = room(school);
        propose(school, room, COACH, "It fits");
        var id = open(database).id();
        var clicks = Stream.of(ADA, BEN, extra(0), extra(1), extra(2), extra(3))
                .<Callable<Reply>>map(person -> () -> school.click(room, person, "goal.yes", id)).toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var reply : threads.invokeAll(clicks)) {
                assertThat(reply.get()).isNotNull();
            }
        }
        assertThat(moves(database)).hasSize(1);
        assertThat(move(database).backing()).isEqualTo(Move.Backing.agreed(2, 6));
    }

    private static GoalRoom room(School school) {
        return new GoalRoom(school.database, school.people, School.guide(), school.journeys);
    }

    private static Card propose(School school, GoalRoom room, PersonId person, String reason) {
        var form = School.opened(school.click(room, person, "goal.choose", TEAM.value()));
        return School.shown(school.send(room, person, form, "practice", "inquiry", "reason", reason));
    }

    private static PersonId extra(int number) {
        return new PersonId("T1", "UEXTRA" + number);
    }

    /** So many more members. */
    private static void crowd(School school, int more) {
        school.database.change(tx -> {
            for (var number = 0; number < more; number++) {
                school.people.members().keep(tx, new Person(extra(number), "EXTRA" + number, School.SETTINGS.zone(),
                        Person.Kind.FULL, true), NOW);
                school.people.members().join(tx, TEAM, extra(number), Role.MEMBER, NOW);
            }
        });
    }

    private static Reply click(School school, GoalRoom room, PersonId person, String action, String value,
            Instant now) {
        return Objects.requireNonNull(school.feature(room).clicks().get(action))
                .apply(new Call.Click(person, action, value, Optional.empty(), now));
    }

    private static PracticeProposal open(Database database) {
        return database.read(tx -> new PracticeProposalStore().open(tx, TEAM)).orElseThrow();
    }

    private static Optional<String> practice(Database database) {
        return database.read(tx -> new JourneyStore().current(tx, TEAM)).map(Journey::practice);
    }

    private static List<Move> moves(Database database) {
        return database.read(tx -> new JourneyStore().history(tx, TEAM));
    }

    private static Move move(Database database) {
        return moves(database).getFirst();
    }

    private static List<NextStep> steps(School school, GoalRoom room, PersonId person) {
        return school.database.read(tx -> room.steps(tx, School.SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), NOW.plus(Duration.ofMinutes(1))));
    }

    private static String refused(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).reason();
    }
}
