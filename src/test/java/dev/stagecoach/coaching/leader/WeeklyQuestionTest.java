package dev.stagecoach.coaching.leader;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class WeeklyQuestionTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String COVER = "I cover two visits a month";
    private static final Duration A_WEEK = Duration.ofDays(7);

    @OnBothDatabases
    void aGoalBringsAQuestionOnFridays_andTheAnswerIsALogEntry(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        assertThat(next(room)).isEmpty();
        assertThat(words(goal(school, room))).contains("On Fridays I will send you");
        var friday = next(room).orElseThrow();
        assertThat(friday.atZone(SETTINGS.zone())).satisfies(at -> {
            assertThat(at.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(at.toLocalTime()).isEqualTo(LocalTime.of(13, 0));
        });
        due(room).run(friday.minusMillis(1));
        assertThat(planned(school)).isEmpty();
        due(room).run(friday);
        due(room).run(friday);
        assertThat(planned(school)).containsExactly("person:" + LEADER);
        assertThat(next(room)).contains(friday.plus(A_WEEK));
        assertThat(school.composed(room)).singleElement().satisfies(one -> assertThat(one.toString())
                .contains("A minute for your own goal", COVER, question(), "leader.entry", "leader.week_stop"));
        assertThat(room.composers()).hasEntrySatisfying("leader.week",
                composer -> assertThat(composer.policy()).isEqualTo(SendPolicy.NUDGE));
        assertThat(step(school, room, friday)).isEqualTo(new Open(NextStep.Rank.OPEN_ANSWER, question()));
        log(school, room);
        assertThat(words(school.type(room, LEADER, "log", ""))).contains("Latest entries");
        assertThat(school.composed(room)).singleElement().isInstanceOf(Composition.Skip.class);
    }

    @OnBothDatabases
    void theGuidesPromptsForLeadersComeWithIt(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        database.change(tx -> tx.handle().execute("update journey set stage = 'plan'"));
        var room = room(school);
        goal(school, room);
        due(room).run(next(room).orElseThrow());
        var prompt = GUIDE.prompt("PL09").orElseThrow();
        assertThat(prompt.audience()).isEqualTo("leader");
        assertThat(school.composed(room)).singleElement().asString().contains("And one to think about: ",
                prompt.text());
    }

    @OnBothDatabases
    void whoLoggedSomethingThisWeekIsNotAsked(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        goal(school, room);
        log(school, room);
        var friday = next(room).orElseThrow();
        due(room).run(friday);
        assertThat(planned(school)).isEmpty();
        assertThat(step(school, room, friday).rank()).isEqualTo(NextStep.Rank.ANY_TIME);
        due(room).run(friday.plus(A_WEEK));
        assertThat(planned(school)).containsExactly("person:" + LEADER);
    }

    @OnBothDatabases
    void itStopsForGoodWithAButton_andBeginsAgainWithOne(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        goal(school, room);
        due(room).run(next(room).orElseThrow());
        assertThat(words(school.type(room, LEADER, "log", ""))).contains("Stop asking me weekly");
        assertThat(words(school.click(room, LEADER, "leader.week_stop", TEAM.value()))).contains("will not ask you");
        school.click(room, LEADER, "leader.week_stop", TEAM.value());
        assertThat(next(room)).isEmpty();
        assertThat(school.composed(room)).singleElement().isInstanceOf(Composition.Skip.class);
        assertThat(words(goal(school, room))).doesNotContain("On Fridays");
        assertThat(next(room)).isEmpty();
        assertThat(words(school.type(room, LEADER, "log", ""))).contains("Ask me weekly");
        school.click(room, LEADER, "leader.week_start", TEAM.value());
        var friday = next(room).orElseThrow();
        school.click(room, LEADER, "leader.week_start", TEAM.value());
        assertThat(next(room)).contains(friday);
    }

    @OnBothDatabases
    void onlyLeadersAreAsked_andNobodyStopsAnothersQuestion(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        goal(school, room);
        for (var person : List.of(ADA, COACH, STRANGER)) {
            assertThat(school.click(room, person, "leader.week_start", TEAM.value()))
                    .isInstanceOf(Reply.Refused.class);
            school.click(room, person, "leader.week_stop", TEAM.value());
        }
        var friday = next(room).orElseThrow();
        due(room).run(friday);
        assertThat(planned(school)).containsExactly("person:" + LEADER);
        database.change(tx -> school.people.members().join(tx, TEAM, LEADER, Role.MEMBER, NOW));
        assertThat(school.composed(room)).singleElement().isInstanceOf(Composition.Skip.class);
        due(room).run(friday.plus(A_WEEK));
        assertThat(planned(school)).hasSize(1);
    }

    @OnBothDatabases
    void nobodyIsAskedWithoutAnOpenGoalOrDuringAPause(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        goal(school, room);
        var friday = next(room).orElseThrow();
        var until = friday.atZone(SETTINGS.zone()).toLocalDate().plusDays(1);
        database.change(tx -> new PreferenceStore().keep(tx, LEADER,
                new Preference(Set.of(), Optional.of(until), Optional.empty(), Optional.empty()), NOW));
        due(room).run(friday);
        assertThat(planned(school)).isEmpty();
        var goal = School.value(School.shown(school.type(room, LEADER, "log", "")), "leader.item");
        school.click(room, LEADER, "leader.keep", goal);
        due(room).run(friday.plus(A_WEEK));
        assertThat(planned(school)).isEmpty();
        school.click(room, LEADER, "leader.reopen", goal);
        due(room).run(friday.plus(A_WEEK.multipliedBy(2)));
        assertThat(planned(school)).hasSize(1);
    }

    @OnBothDatabases
    void aFridayOffIsLeftOut(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        goal(school, room);
        var friday = next(room).orElseThrow();
        var day = friday.atZone(SETTINGS.zone()).toLocalDate();
        database.change(tx -> new SchoolCalendarStore().add(tx, SETTINGS.id(),
                SchoolDays.found(new DaysOff(day, day, "Founders’ day")), NOW));
        due(room).run(friday);
        assertThat(planned(school)).isEmpty();
        assertThat(next(room)).contains(friday.plus(A_WEEK));
    }

    @OnBothDatabases
    void aLeaderOfTwoTeamsGetsOneMessage_aboutThoseWithoutAnEntryThisWeek(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var other = new Team(new TeamId("team-2"), new ChannelId("T1", "C2"), "Grade 8", "Juniper Ridge",
                SETTINGS.zone(), SETTINGS.meeting(), 1, SETTINGS.summary(), true);
        database.change(tx -> {
            school.people.teams().add(tx, other, COACH, NOW);
            school.people.members().join(tx, other.id(), LEADER, Role.LEADER, NOW);
        });
        goal(school, room);
        Form second = School.opened(school.click(room, LEADER, "leader.goal", "team-2"));
        school.send(room, LEADER, second, "practice", GUIDE.practices().getLast().key(), "commitment", "I find rooms",
                "makes_easier", "x",
                "check", "y", "by", "2026-12-01");
        var friday = next(room).orElseThrow();
        due(room).run(friday);
        due(room).run(friday);
        assertThat(planned(school)).containsExactly("person:" + LEADER);
        assertThat(school.composed(room)).singleElement().satisfies(one -> assertThat(one.toString())
                .contains(COVER, "I find rooms", "Log for Grade 7", "Log for Grade 8").containsOnlyOnce(question()));
        log(school, room);
        assertThat(school.composed(room)).singleElement().satisfies(one -> assertThat(one.toString())
                .contains("I find rooms", "Log something").doesNotContain(COVER));
        database.change(tx -> school.people.members().leave(tx, TEAM, LEADER, NOW));
        due(room).run(friday.plus(A_WEEK));
        assertThat(planned(school)).hasSize(2);
        assertThat(school.composed(room)).hasSize(2).last().asString().contains("I find rooms");
    }

    @OnBothDatabases
    void aGuideWithoutTheQuestionAsksNobody(Database database) {
        var school = new School(database);
        var room = new LeaderRoom(database, school.people, School.guide(), school.outbox);
        assertThat(room.jobs()).isEmpty();
        assertThat(room.kinds()).isEmpty();
    }

    /** What the Home tab offers last: the question of the week, or the log at any time. */
    private record Open(NextStep.Rank rank, String words) {}

    private static Open step(School school, LeaderRoom room, Instant now) {
        var step = school.database.read(tx -> room.steps(tx, SETTINGS, LEADER,
                school.people.members().standing(tx, TEAM, LEADER), now)).getLast();
        return new Open(step.rank(), step.words());
    }

    private static LeaderRoom room(School school) {
        return new LeaderRoom(school.database, school.people, GUIDE, school.outbox);
    }

    private static Job due(LeaderRoom room) {
        return room.jobs().getFirst();
    }

    private static Optional<Instant> next(LeaderRoom room) {
        return due(room).next();
    }

    private static Reply goal(School school, LeaderRoom room) {
        Form form = School.opened(school.click(room, LEADER, "leader.goal", TEAM.value()));
        return school.send(room, LEADER, form, "practice", "inquiry", "commitment", COVER, "makes_easier", "x", "check",
                "y", "by", "2026-12-01");
    }

    private static void log(School school, LeaderRoom room) {
        var kind = GUIDE.workbook().tool("admin_log").orElseThrow().field("kind").orElseThrow().options().getFirst();
        school.send(room, LEADER, School.opened(school.click(room, LEADER, "leader.entry", TEAM.value())), "on",
                "2026-09-14", "kind", kind);
    }

    private static String question() {
        return GUIDE.checkinSet("leader_weekly").orElseThrow().questions().getFirst().text();
    }

    private static List<String> planned(School school) {
        return school.database.read(tx -> tx.handle()
                .createQuery("select address from delivery where kind = 'leader.week' order by id")
                .mapTo(String.class).list());
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }
}
