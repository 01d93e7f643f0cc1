package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.School;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class VisibilityRoomTest {
    @Test
    void opennessTakesEverybody_andOneNoIsToldApartByNobody() {
        assertThat(new OpennessVote(7, 7, 0).agreed()).contains(VisibilityMode.OPEN);
        assertThat(new OpennessVote(7, 6, 0).agreed()).isEmpty();
        assertThat(new OpennessVote(7, 0, 1).agreed()).isEmpty();
        assertThat(new OpennessVote(7, 3, 1).agreed()).contains(VisibilityMode.CONFIDENTIAL);
        assertThat(new OpennessVote(3, 1, 1).agreed()).contains(VisibilityMode.JOINT);
        assertThat(new OpennessVote(0, 0, 0).agreed()).isEmpty();
        for (var answered = 0; answered < 7; answered++) {
            assertThat(new OpennessVote(7, answered, 0).inForce()).isEqualTo(VisibilityMode.CONFIDENTIAL);
        }
    }

    @OnBothDatabases
    void everybodyAnswersInPrivate_andTheTeamLearnsWhatHolds(Database database) {
        var school = new School(database);
        var room = new VisibilityRoom(database, school.people, school.outbox);
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("0 of 2", "visibility.yes");
        school.click(room, ADA, "visibility.yes", TEAM.value());
        assertThat(counted(school, room)).isZero();
        assertThat(words(school.type(room, BEN, "visibility", ""))).contains("1 of 2").doesNotContain("ADA",
                "You said");
        assertThat(words(school.type(room, COACH, "visibility", ""))).contains("1 of 2").doesNotContain("ADA",
                "visibility.yes");
        assertThat(words(school.type(room, LEADER, "visibility", ""))).doesNotContain("1 of 2");
        school.click(room, BEN, "visibility.yes", TEAM.value());
        assertThat(counted(school, room)).isEqualTo(1);
        assertThat(school.composed(room)).hasSize(1);
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("Open among ourselves", "You said yes");
        assertThat(words(school.click(room, BEN, "visibility.no", TEAM.value()))).contains("taken out when it closes");
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("One placement together")
                .doesNotContain("BEN");
    }

    @OnBothDatabases
    void onlyMembersAnswer(Database database) {
        var school = new School(database);
        var room = new VisibilityRoom(database, school.people, school.outbox);
        for (var person : List.of(COACH, LEADER, STRANGER)) {
            assertThat(school.click(room, person, "visibility.yes", TEAM.value())).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "visibility.open", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, LEADER, "visibility.ask", TEAM.value())).isInstanceOf(Reply.Refused.class);
        school.click(room, COACH, "visibility.ask", TEAM.value());
        school.click(room, ADA, "visibility.ask", TEAM.value());
        assertThat(school.composed(room)).hasSize(1);
    }

    @OnBothDatabases
    void whatSomebodyLeftBehindDoesNotCount(Database database) {
        var school = new School(database);
        var room = new VisibilityRoom(database, school.people, school.outbox);
        for (PersonId person : List.of(ADA, BEN)) {
            school.click(room, person, "visibility.yes", TEAM.value());
        }
        database.change(tx -> school.people.members().leave(tx, TEAM, BEN, NOW.plusSeconds(1)));
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("1 of 1");
        database.change(tx -> school.people.members().join(tx, TEAM, BEN, Role.MEMBER,
                NOW.plusSeconds(2)));
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("1 of 2");
    }

    private static int counted(School school, VisibilityRoom room) {
        Optional<Counted> one = school.database
                .read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW).stream().findFirst());
        return one.orElseThrow().count();
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }
}
