package dev.stagecoach.coaching.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.View;
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

class MeasureRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void aLookForBecomesTheMeasure_andItsCollectorIsAskedInItsRhythm(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var choice = School.shown(school.click(room, COACH, "measure.pick", TEAM.value())).toString();
        assertThat(choice).contains(GUIDE.practice("inquiry").orElseThrow().lookFors());
        var measure = pick(school, room);
        var counted = database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
        assertThat(counted.count()).isEqualTo(1);
        assertThat(counted.receipts().getFirst()).contains("ADA, every two weeks");
        assertThat(steps(school, room, ADA, NOW)).hasSize(1);
        assertThat(steps(school, room, BEN, NOW)).isEmpty();

        count(school, room, measure, "4", "2026-09-14");
        assertThat(steps(school, room, ADA, NOW.plus(Duration.ofDays(13)))).isEmpty();
        assertThat(steps(school, room, ADA, NOW.plus(Duration.ofDays(14)))).hasSize(1);
    }

    @OnBothDatabases
    void theSeriesIsShownAsItIs_toTheTeamAlone(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var measure = pick(school, room);
        count(school, room, measure, "4", "2026-09-11");
        count(school, room, measure, "5", "2026-09-14");
        count(school, room, measure, "7", "2026-09-14");
        var page = School.shown(school.click(room, BEN, "measure.page", TEAM.value())).toString();
        assertThat(page).contains("Fri, Sep 11: 4 of 20 lessons; Mon, Sep 14: 7 of 20 lessons.")
                .doesNotContain("5 of 20");
        assertThat(School.shown(school.click(room, LEADER, "measure.page", TEAM.value())).toString())
                .contains("every two weeks").doesNotContain("of 20");
        var period = new Period(NOW.minus(Duration.ofDays(7)), NOW.plus(Duration.ofDays(1)));
        var toTeam = database.read(tx -> room.sections(tx, SETTINGS, period, View.TEAM));
        assertThat(toTeam).singleElement().asString().contains("4 → 7 of 20");
        var toLeaders = database.read(tx -> room.sections(tx, SETTINGS, period, View.LEADER));
        assertThat(toLeaders).isEmpty();
    }

    @OnBothDatabases
    void whatCannotBeCountedIsMended(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var own = School.opened(school.click(room, COACH, "measure.use", TEAM + " -"));
        assertThat(School.mended(school.send(room, COACH, own, "collector", STRANGER.toString(), "rhythm", "daily")))
                .containsExactly("collector", "rhythm", "what");
        var measure = pick(school, room);
        var form = School.opened(school.click(room, ADA, "measure.count", measure.id()));
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("n", "on");
        assertThat(School.mended(school.send(room, ADA, form, "n", "3", "of", "5", "what", "STUDENTS", "on",
                "2026-09-15"))).containsExactly("n", "of", "on");
        for (var person : List.of(LEADER, STRANGER)) {
            assertThat(school.click(room, person, "measure.count", measure.id())).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "measure.edit", measure.id())).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "measure.pick", TEAM.value())).isInstanceOf(Reply.Refused.class);
            assertThat(school.send(room, person, form, "n", "3", "of", "20", "what", "LESSONS", "on", "2026-09-14"))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    private static MeasureRoom room(School school) {
        return new MeasureRoom(school.database, school.people, GUIDE);
    }

    private static Measure pick(School school, MeasureRoom room) {
        var form = School.opened(school.click(room, COACH, "measure.use", TEAM + " 0"));
        school.send(room, COACH, form, "what", "How many lessons?", "collector", ADA.toString(), "rhythm",
                "fortnight");
        return school.database.read(tx -> new Measures(school.people.gate()).current(tx, TEAM, "inquiry"))
                .orElseThrow();
    }

    private static void count(School school, MeasureRoom room, Measure measure, String n, String on) {
        var form = School.opened(school.click(room, ADA, "measure.count", measure.id()));
        School.shown(school.send(room, ADA, form, "n", n, "of", "20", "what", "LESSONS", "on", on));
    }

    private static List<NextStep> steps(School school, MeasureRoom room, PersonId person, Instant now) {
        return school.database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), now));
    }
}
