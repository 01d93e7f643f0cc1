package dev.stagecoach.coaching.visit;

import java.time.Duration;
import java.util.List;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static dev.stagecoach.coaching.visit.VisitScene.CLEO;
import static dev.stagecoach.coaching.visit.VisitScene.MONDAY;
import static dev.stagecoach.coaching.visit.VisitScene.PAIRS;
import static org.assertj.core.api.Assertions.assertThat;

class WalkRoomTest {
    private static final Duration AFTER = Duration.ofDays(7).plusHours(5);

    @OnBothDatabases
    void aGroupWalks_andItsCountIsTheTeamsFromThreeRoomsOn(Database database) {
        var here = new VisitScene(database);
        var id = begin(here, ADA);
        assertThat(here.page(BEN)).contains("Learning walk", PAIRS, "Come along");
        assertThat(here.walkSteps(BEN)).contains("Learning walk, Mon, Sep 21, 9:00 AM");
        here.click(BEN, WalkRoom.JOIN, id);
        here.click(BEN, WalkRoom.JOIN, id);
        assertThat(here.page(CLEO)).contains("2 people so far, 2 more can come");
        assertThat(here.sent("walk.eve", NOW)).hasSize(2).allSatisfy(words -> assertThat(words).contains(PAIRS));
        for (var other : List.of(LEADER, STRANGER)) {
            assertThat(here.click(other, WalkRoom.JOIN, id)).isInstanceOf(Reply.Refused.class);
        }
        here.later(AFTER);
        assertThat(here.walkSteps(ADA)).contains("in how many rooms did you see");
        assertThat(here.click(CLEO, WalkRoom.COUNT, id)).isInstanceOf(Reply.Refused.class);
        var form = School.opened(here.click(BEN, WalkRoom.COUNT, id));
        assertThat(School.mended(here.send(BEN, form, "rooms_with", "3", "rooms", "2"))).containsExactly("rooms_with");
        assertThat(School.mended(here.send(BEN, form))).containsExactly("rooms", "rooms_with");
        here.send(BEN, form, "rooms_with", "1", "rooms", "2");
        assertThat(here.page(ADA)).contains("Seen in 1 of 2 rooms");
        assertThat(here.page(CLEO)).doesNotContain("1 of 2");
        assertThat(here.walked(View.TEAM)).contains("1 learning walk").doesNotContain("1 of 2");
        here.send(ADA, form, "rooms_with", "2", "rooms", "5");
        assertThat(here.page(CLEO)).contains("Seen in 2 of 5 rooms");
        assertThat(here.walked(View.COACH)).contains("seen in 2 of 5 rooms").doesNotContain(ADA.user());
        assertThat(here.walked(View.LEADER)).contains("1 learning walk").doesNotContain("2 of 5", PAIRS);
        assertThat(here.told()).containsExactly("1 learning walk");
        assertThat(here.count(Fact.VISITED_PERCENT, NOW.plus(AFTER))).isEqualTo(66);
    }

    @OnBothDatabases
    void placesEnd_whoCannotComeLeaves_whoBeganItCallsItOff(Database database) {
        var here = new VisitScene(database);
        var id = begin(here, ADA);
        here.click(BEN, WalkRoom.JOIN, id);
        here.click(CLEO, WalkRoom.JOIN, id);
        here.click(COACH, WalkRoom.JOIN, id);
        var fifth = new PersonId("T1", "UDORA");
        here.joins(fifth);
        assertThat(here.click(fifth, WalkRoom.JOIN, id).toString()).contains("All places of this walk were taken");
        assertThat(here.click(BEN, WalkRoom.CALL_OFF, id)).isInstanceOf(Reply.Refused.class);
        here.click(BEN, WalkRoom.LEAVE, id);
        assertThat(here.click(fifth, WalkRoom.JOIN, id).toString()).contains("4 people so far");
        assertThat(here.click(ADA, WalkRoom.CALL_OFF, id).toString()).contains("It was called off");
        assertThat(here.sent("walk.off", NOW)).hasSize(3);
        assertThat(here.sent("walk.eve", NOW)).isEmpty();
        assertThat(here.click(BEN, WalkRoom.JOIN, id)).isInstanceOf(Reply.Refused.class);
        assertThat(here.page(CLEO)).doesNotContain(PAIRS);
    }

    private static String begin(VisitScene here, PersonId person) {
        var form = School.opened(here.click(person, WalkRoom.OPEN, TEAM));
        assertThat(School.mended(here.send(person, form))).containsExactly("day", "look_for", "time");
        return School.value(School.shown(here.send(person, form, "look_for", PAIRS, "day", MONDAY, "time", "09:00")),
                WalkRoom.CALL_OFF);
    }
}
