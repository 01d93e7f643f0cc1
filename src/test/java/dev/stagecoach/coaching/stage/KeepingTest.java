package dev.stagecoach.coaching.stage;

import java.util.List;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class KeepingTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void theNextPracticeIsNamedWithAReason(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new NextRoom(GUIDE);
        var form = School.opened(school.click(room, ADA, "next.name", TEAM.value()));
        assertThat(form.toString()).doesNotContain("value=inquiry,").contains("value=discussion");
        assertThat(School.mended(school.send(room, ADA, form, "practice", "inquiry", "reason", ""))).containsExactly(
                "practice", "reason");
        assertThat(School.shown(school.send(room, ADA, form, "practice", "discussion", "reason", "They wait for each"
                + " other")).toString()).contains("Take it up", "journey.focus", TEAM + " discussion");
        assertThat(counted(school, room).getFirst().receipts().toString()).contains("They wait for each other");
        assertThat(School.opened(school.click(room, BEN, "next.name", TEAM.value())).toString())
                .contains("They wait for each other");
        assertThat(school.click(room, LEADER, "next.name", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    private static List<Counted> counted(School school, Room room) {
        return school.database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW));
    }
}
