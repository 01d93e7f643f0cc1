package dev.stagecoach.coaching.team;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
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
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class WelcomeRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final PersonId CLEO = new PersonId("T1", "UCLEO");
    private static final Instant JOINS = NOW.plus(Duration.ofDays(60));

    @OnBothDatabases
    void aTeamNamesWhoLooksAfterNewcomersBeforeThereAreAny(Database database) {
        var school = new School(database);
        var room = new WelcomeRoom(school.database, school.people, GUIDE, school.outbox);
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(0, 100);
        assertThat(words(school.type(room, ADA, "welcome", ""))).contains("Nobody is new", "Week 1");
        var form = School.opened(school.click(room, COACH, "induction.name", TEAM.value()));
        assertThat(School.mended(school.send(room, COACH, form))).containsExactly("buddy");
        assertThat(School.mended(school.send(room, COACH, form, "buddy", STRANGER.toString())))
                .containsExactly("buddy");
        assertThat(words(school.send(room, COACH, form, "buddy", ADA.toString()))).contains("ADA will look after");
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(1, 100);
    }

    @OnBothDatabases
    void whoJoinsLaterWalksTheFirstMonthWithABuddy(Database database) {
        var school = new School(database);
        var room = new WelcomeRoom(school.database, school.people, GUIDE, school.outbox);
        join(school);
        assertThat(steps(school, room, COACH, JOINS)).anyMatch(step -> step.toString().contains("buddy?"));
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(0, 0);
        var form = School.opened(school.click(room, COACH, "induction.name", TEAM.value()));
        assertThat(School.mended(school.send(room, COACH, form, "newcomer", CLEO.toString(), "buddy",
                CLEO.toString()))).containsExactly("buddy");
        for (var nobody : List.of(STRANGER.toString(), ADA.toString(), "nobody")) {
            assertThat(School.mended(school.send(room, COACH, form, "newcomer", nobody, "buddy", BEN.toString())))
                    .containsExactly("newcomer");
        }
        school.send(room, COACH, form, "newcomer", CLEO.toString(), "buddy", ADA.toString());
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(1, 0);
        assertThat(steps(school, room, BEN, JOINS)).isEmpty();
        assertThat(steps(school, room, ADA, JOINS).toString()).contains("For CLEO: ");
        assertThat(steps(school, room, LEADER, JOINS).toString()).contains("For CLEO: ");
        for (var day = 0; day <= 28; day++) {
            var now = JOINS.plus(Duration.ofDays(day));
            for (var step : steps(school, room, CLEO, now)) {
                assertThat(act(school, room, BEN, step, now)).isInstanceOf(Reply.Refused.class);
                assertThat(act(school, room, CLEO, step, now)).isInstanceOf(Reply.Replace.class);
                assertThat(act(school, room, CLEO, step, now)).isInstanceOf(Reply.Replace.class);
            }
        }
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(1, 100);
        assertThat(steps(school, room, CLEO, JOINS.plus(Duration.ofDays(30)))).isEmpty();
    }

    @OnBothDatabases
    void aLeaderSeesTheBuddyAndTheOwnStepsAndNothingOfTheNewcomers(Database database) {
        var school = new School(database);
        var room = new WelcomeRoom(school.database, school.people, GUIDE, school.outbox);
        join(school);
        var before = leader(school, room);
        var step = steps(school, room, CLEO, JOINS).getFirst();
        assertThat(act(school, room, CLEO, step, JOINS)).isInstanceOf(Reply.Replace.class);
        assertThat(leader(school, room)).isEqualTo(before).contains("CLEO", "No buddy yet")
                .doesNotContain("Read the introduction");
        assertThat(school.click(room, STRANGER, "induction.open", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void whoJoinsLaterIsWelcomedOnce_andWhoLeavesIsNot(Database database) {
        var school = new School(database);
        var room = new WelcomeRoom(school.database, school.people, GUIDE, school.outbox);
        run(room, NOW);
        assertThat(school.composed(room)).as("those who began together").isEmpty();
        join(school);
        run(room, JOINS.plusSeconds(60));
        run(room, JOINS.plus(Duration.ofDays(1)));
        assertThat(school.composed(room)).hasSize(1);
        assertThat(welcome(room).toString()).contains("Welcome to Grade 7", "Read the introduction",
                "See your first month");
        school.database.change(tx -> school.people.members().leave(tx, TEAM, CLEO, JOINS.plusSeconds(90)));
        assertThat(welcome(room)).isInstanceOf(Composition.Skip.class);
    }

    @OnBothDatabases
    void whoJoinedDaysAgoIsNotWelcomedAnyMore(Database database) {
        var school = new School(database);
        var room = new WelcomeRoom(school.database, school.people, GUIDE, school.outbox);
        join(school);
        run(room, JOINS.plus(Duration.ofDays(4)));
        assertThat(school.composed(room)).isEmpty();
    }

    private static Composition welcome(WelcomeRoom room) {
        return Objects.requireNonNull(room.composers().get(WelcomeRoom.WELCOME))
                .compose(new Delivery("d1", TEAM, WelcomeRoom.WELCOME, CLEO, TEAM.value(), JOINS, 0), JOINS);
    }

    private static void run(WelcomeRoom room, Instant now) {
        room.jobs().forEach(job -> job.run(now));
    }

    private static String leader(School school, WelcomeRoom room) {
        var command = school.feature(room).commands().getFirst();
        return School.shown(command.answer().apply(new Call.Typed(LEADER, SETTINGS.channel(), Optional.of(TEAM), "",
                JOINS))).toString();
    }

    private static void join(School school) {
        school.database.change(tx -> {
            school.people.members().keep(tx, new Person(CLEO, "CLEO", SETTINGS.zone(), Person.Kind.FULL, true), JOINS);
            school.people.members().join(tx, TEAM, CLEO, Role.MEMBER, JOINS);
        });
    }

    private static Reply act(School school, WelcomeRoom room, PersonId person, NextStep step, Instant now) {
        var button = step.button();
        return Optional.ofNullable(school.feature(room).clicks().get(button.action())).orElseThrow()
                .apply(new Call.Click(person, button.action(), button.value(), Optional.empty(), now));
    }

    private static List<Counted> counted(School school, WelcomeRoom room) {
        return school.database.read(tx -> room.counted(tx, SETTINGS, "inquiry", JOINS));
    }

    private static List<NextStep> steps(School school, WelcomeRoom room, PersonId person, Instant now) {
        return school.database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), now));
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }
}
