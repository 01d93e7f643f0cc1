package dev.stagecoach.coaching.keeping;

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
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class KeepingTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void aRegularTimeHasItsKeeperAndItsCover(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new SlotRoom(school.people, GUIDE);
        assertThat(counted(school, room).getFirst().count()).isZero();
        var form = School.opened(school.click(room, ADA, "slot.open", TEAM.value()));
        school.send(room, ADA, form, "when", "Every second Tuesday", "owner", BEN.toString(), "cover", "The office");
        assertThat(counted(school, room).getFirst().receipts()).containsExactly("Every second Tuesday.");
        assertThat(School.shown(school.click(room, LEADER, "slot.open", TEAM.value())).toString())
                .contains("Every second Tuesday", "The office").doesNotContain("slot.edit");
        school.send(room, BEN, School.opened(school.click(room, BEN, "slot.edit", TEAM.value())), "when", "Mondays",
                "owner", BEN.toString(), "cover", "The office");
        assertThat(counted(school, room).getFirst().receipts()).containsExactly("Mondays.");
        assertThat(school.click(room, STRANGER, "slot.open", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, LEADER, "slot.edit", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void theNextPracticeIsNamedWithAReason(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new NextRoom(GUIDE);
        var form = School.opened(school.click(room, ADA, "next.name", TEAM.value()));
        assertThat(form.toString()).doesNotContain("value=inquiry,").contains("value=discussion");
        assertThat(School.mended(school.send(room, ADA, form, "practice", "inquiry", "reason", ""))).containsExactly(
                "practice", "reason");
        assertThat(School.shown(school.send(room, ADA, form, "practice", "discussion", "reason", "They wait for each"
                + " other")).toString()).contains("Take it up", "goal.choose");
        assertThat(counted(school, room).getFirst().receipts().toString()).contains("They wait for each other");
        assertThat(School.opened(school.click(room, BEN, "next.name", TEAM.value())).toString())
                .contains("They wait for each other");
        assertThat(school.click(room, LEADER, "next.name", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    private static List<Counted> counted(School school, Room room) {
        return school.database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW));
    }
}
