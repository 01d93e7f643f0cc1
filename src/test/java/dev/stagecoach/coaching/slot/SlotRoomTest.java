package dev.stagecoach.coaching.slot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.PrivateFiles;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.plan.PlanRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
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

class SlotRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(PersonId to, PrivateFiles.Document file) {}

    @OnBothDatabases
    void aRegularTimeHasItsKeeperAndItsCover_andStandsInThePlan(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var plan = new PlanRoom(school.people, GUIDE, school.shared);
        assertThat(counted(school, room).count()).isZero();
        assertThat(School.shown(school.click(room, LEADER, Slots.OPEN, TEAM)).toString())
                .contains("no regular time yet", Ways.PLAN.id());
        assertThat(School.shown(school.type(plan, ADA, "plan", "")).toString()).contains("Name a regular time");
        assertThat(School.shown(school.type(plan, LEADER, "plan", "")).toString())
                .doesNotContain("Name a regular time");
        name(school, room, "1");
        assertThat(counted(school, room).receipts()).containsExactly("Tuesdays at 3:15 PM.");
        assertThat(School.shown(school.click(room, LEADER, Slots.OPEN, TEAM)).toString())
                .contains("Tuesdays at 3:15 PM", "The office", "Next: Tue, Sep 15").doesNotContain("slot.edit");
        assertThat(School.shown(school.type(plan, LEADER, "plan", "")).toString()).contains("Tuesdays at 3:15 PM",
                "slot.open");
        var edit = School.opened(school.click(room, BEN, "slot.edit", TEAM.value()));
        school.send(room, BEN, edit, fields("2"));
        assertThat(counted(school, room).receipts()).containsExactly("Tuesdays at 3:15 PM, every 2 weeks.");
        for (var action : List.of("slot.open", "slot.edit", "slot.file")) {
            assertThat(school.click(room, STRANGER, action, TEAM.value())).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, LEADER, "slot.edit", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(school.send(room, LEADER, edit, fields("3"))).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void whatNoCalendarCanTakeIsMended(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var form = School.opened(school.click(room, ADA, Slots.OPEN, TEAM));
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("at", "cover", "first", "minutes",
                "owner", "weeks");
        for (var weeks : List.of("0", "9", "two")) {
            assertThat(School.mended(school.send(room, ADA, form, fields(weeks)))).containsExactly("weeks");
        }
        assertThat(counted(school, room).count()).isZero();
    }

    @OnBothDatabases
    void theFileGoesToWhoeverAsksAlone_withoutDaysOff(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        name(school, room, "1");
        off(school, LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 15), "Teacher day");
        off(school, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27), "Thanksgiving break");
        assertThat(School.shown(school.click(room, LEADER, "slot.file", TEAM.value())).toString())
                .contains("our direct message", Ways.PLAN.id());
        assertThat(sent).singleElement().satisfies(one -> {
            assertThat(one.to()).isEqualTo(LEADER);
            assertThat(one.file().name()).isEqualTo("our-time.ics");
            assertThat(one.file().content()).contains("DTSTART;TZID=America/Boise:20260922T151500",
                    "EXDATE;TZID=America/Boise:20261124T151500", "UNTIL=20270701T055959Z",
                    "In charge: BEN. Classes: The office", "UID:slot/team-1/inquiry@stagecoach");
        });
    }

    @OnBothDatabases
    void whereTheFileCannotBeSentOneCanTryAgain(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = new SlotRoom(database, school.people, GUIDE, (_, _, _) -> false);
        name(school, room, "1");
        assertThat(((Reply.Refused) school.click(room, ADA, "slot.file", TEAM.value())).wayOn()).isPresent();
    }

    private SlotRoom room(School school) {
        return new SlotRoom(school.database, school.people, GUIDE, (to, files, _) -> {
            files.forEach(file -> sent.add(new Sent(to, file)));
            return true;
        });
    }

    private static void name(School school, SlotRoom room, String weeks) {
        var form = School.opened(school.click(room, ADA, Slots.OPEN, TEAM));
        assertThat(school.send(room, ADA, form, fields(weeks))).isInstanceOf(Reply.ToYou.class);
    }

    private static String[] fields(String weeks) {
        return Stream.of("first", "2026-09-15", "at", "15:15", "minutes", "45", "owner", BEN.toString(), "cover",
                "The office", "weeks", weeks).toArray(String[]::new);
    }

    private static void off(School school, LocalDate first, LocalDate last, String name) {
        school.database.change(tx -> new SchoolCalendarStore().add(tx, TEAM,
                SchoolDays.found(new DaysOff(first, last, name)), NOW));
    }

    private static Counted counted(School school, SlotRoom room) {
        return school.database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
    }
}
