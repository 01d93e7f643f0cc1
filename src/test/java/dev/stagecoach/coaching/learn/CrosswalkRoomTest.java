package dev.stagecoach.coaching.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
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

class CrosswalkRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String WARNING = GUIDE.workbook().crosswalk().warning();
    private static final String INQUIRY = TEAM + " inquiry";

    @OnBothDatabases
    void aPracticeShowsWhatItMeetsAndTheWarningStandsEverywhere(Database database) {
        var school = new School(database);
        var room = room(school, GUIDE);
        assertThat(open(school, room, LEADER, INQUIRY).toString()).contains(WARNING, "3c", "Complex tasks")
                .doesNotContain("crosswalk.write");
        assertThat(open(school, room, ADA, TEAM.value()).toString()).contains(WARNING, "Marzano");
        var table = School.shown(school.click(room, ADA, "crosswalk.table", TEAM + " danielson"));
        assertThat(table.toString()).contains(WARNING, "3c", "Inquiry, Skills & strategies");
        assertThat(School.shown(school.click(room, ADA, "crosswalk.table", TEAM + " gone")).toString())
                .contains(WARNING);
        assertThat(School.opened(school.click(room, ADA, "crosswalk.write", INQUIRY)).fields().toString())
                .contains(WARNING);
        assertThat(School.shown(school.click(room, LEADER, "crosswalk.rating", TEAM.value())).toString())
                .contains("I never turn a level into a rating", WARNING);
    }

    @OnBothDatabases
    void aNoteSaysWhereItFitsAndWhatStops(Database database) {
        var school = new School(database);
        var room = room(school, GUIDE);
        assertThat(counted(database, room)).extracting(Counted::count).containsExactly(0);
        var form = School.opened(school.click(room, ADA, "crosswalk.write", INQUIRY));
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("fits");
        assertThat(School.mended(school.send(room, ADA, form, "fits", "x".repeat(10_000)))).containsExactly("fits");
        var page = School.shown(school.send(room, ADA, form, "fits", "Our PLC <!channel> 🎉", "stops", "The binder"));
        assertThat(page.toString()).contains("Our PLC <!channel> 🎉", "The binder", "Change the note");
        assertThat(school.send(room, BEN, form, "fits", "Something else").toString()).contains("ADA changed this");
        assertThat(counted(database, room)).extracting(Counted::count).containsExactly(1);
        assertThat(counted(database, room).getFirst().receipts()).containsExactly("Our PLC <!channel> 🎉");
        assertThat(open(school, room, LEADER, INQUIRY).toString()).contains("The binder");
    }

    @OnBothDatabases
    void aNameIsAskedAboutFirst(Database database) {
        var school = new School(database);
        var room = room(school, GUIDE);
        var form = School.opened(school.click(room, COACH, "crosswalk.write", INQUIRY));
        var asked = School.opened(school.send(room, COACH, form, "fits", "BEN does it already"));
        assertThat(asked.fields().toString()).contains("“BEN”", "BEN does it already");
    }

    @OnBothDatabases
    void leadersDoNotWriteAndStrangersSeeNothing(Database database) {
        var school = new School(database);
        var room = room(school, GUIDE);
        var form = School.opened(school.click(room, COACH, "crosswalk.write", INQUIRY));
        assertThat(school.click(room, LEADER, "crosswalk.write", INQUIRY)).isInstanceOf(Reply.Refused.class);
        assertThat(school.send(room, LEADER, form, "fits", "x")).isInstanceOf(Reply.Refused.class);
        for (var action : List.of("open", "table", "write", "rating")) {
            assertThat(school.click(room, STRANGER, "crosswalk." + action, INQUIRY)).as(action)
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @OnBothDatabases
    void aGuideWithoutFrameworksHasNoCrosswalk(Database database) {
        var school = new School(database);
        var room = room(school, GuideFiles.load(Optional.of(Path.of("config/guide-team-health"))));
        assertThat(school.feature(room).clicks()).isEmpty();
        assertThat(counted(database, room)).isEmpty();
        var asked = database.read(tx -> room.asked(new CallContext(Optional.of(tx), Optional.of(SETTINGS),
                Standing.OUTSIDER, Optional.empty(),
                new Call.Typed(ADA, SETTINGS.channel(), Optional.of(TEAM), "crosswalk", NOW))));
        assertThat(asked).isEmpty();
    }

    private static CrosswalkRoom room(School school, Guide guide) {
        return new CrosswalkRoom(school.people, guide);
    }

    private static Card open(School school, CrosswalkRoom room, PersonId person, String value) {
        return School.shown(school.click(room, person, "crosswalk.open", value));
    }

    private static List<Counted> counted(Database database, CrosswalkRoom room) {
        return database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW));
    }
}
