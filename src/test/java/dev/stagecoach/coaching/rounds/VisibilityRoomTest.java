package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.School;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReaderVote;
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
    void opennessTakesEverybody_andNobodyTellsWhichAnswerDecided() {
        assertThat(new OpennessVote(7, 7, 0, false).agreed()).contains(VisibilityMode.OPEN);
        assertThat(new OpennessVote(7, 6, 1, false).agreed()).contains(VisibilityMode.CONFIDENTIAL);
        assertThat(new OpennessVote(3, 2, 1, false).agreed()).contains(VisibilityMode.JOINT);
        assertThat(new OpennessVote(0, 0, 0, true).agreed()).isEmpty();
        for (var over : List.of(true, false)) {
            for (var answered = 0; answered < 7; answered++) {
                var settled = new OpennessVote(7, answered, 0, over).agreed();
                assertThat(settled).isEqualTo(over && answered > 3
                        ? Optional.of(VisibilityMode.CONFIDENTIAL)
                        : Optional.empty());
                for (var no = 1; no <= answered; no++) {
                    assertThat(new OpennessVote(7, answered - no, no, over).agreed()).as("a no shows nowhere")
                            .isEqualTo(settled);
                }
            }
        }
    }

    /** Silence does not keep the team from counts: a week after the question more than half are enough. */
    @OnBothDatabases
    void aWeekAfterTheQuestionItIsSettled(Database database) {
        var school = new School(database);
        var store = new VisibilityStore();
        database.change(tx -> {
            store.ask(tx, TEAM, COACH, NOW);
            store.answer(tx, TEAM, ADA, new VisibilityStore.Consent(true, NOW));
            store.answer(tx, TEAM, BEN, new VisibilityStore.Consent(false, NOW));
            school.people.members().join(tx, TEAM, LEADER, Role.MEMBER, NOW);
        });
        var week = NOW.plus(Duration.ofDays(7));
        assertThat(database.<OpennessVote>read(tx -> store.agreement(tx, TEAM, week.minusSeconds(1))).agreed())
                .isEmpty();
        assertThat(database.<OpennessVote>read(tx -> store.agreement(tx, TEAM, week)).agreed()).isPresent();
    }

    @OnBothDatabases
    void everybodyAnswersInPrivate_andTheTeamLearnsWhatHolds(Database database) {
        var school = new School(database);
        var room = new VisibilityRoom(database, school.people, school.outbox);
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("Fewer than half have answered",
                "visibility.yes");
        school.click(room, ADA, "visibility.yes", TEAM.value());
        assertThat(counted(school, room)).isZero();
        assertThat(words(school.type(room, BEN, "visibility", ""))).contains("Half or more have answered")
                .doesNotContain("ADA", "You said");
        assertThat(words(school.type(room, COACH, "visibility", ""))).contains("Half or more have").doesNotContain(
                "ADA",
                "visibility.yes");
        assertThat(words(school.type(room, LEADER, "visibility", ""))).doesNotContain("1 of 2", "Your answer");
        school.click(room, BEN, "visibility.yes", TEAM.value());
        assertThat(counted(school, room)).isEqualTo(1);
        assertThat(school.composed(room)).hasSize(1);
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("Open among ourselves", "You said yes");
        assertThat(words(school.click(room, BEN, "visibility.no", TEAM.value()))).contains("removed when it closes");
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
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("Everybody has answered");
        database.change(tx -> school.people.members().join(tx, TEAM, BEN, Role.MEMBER,
                NOW.plusSeconds(2)));
        assertThat(words(school.type(room, ADA, "visibility", ""))).contains("Half or more have answered");
    }

    /** Else whoever sees it turn learns that the one who has just answered minds. */
    @Test
    void aLeaderInTheChannelIsAgreedToByMoreThanHalf_unlessSomebodyMinds_andOnlyOnceAllCount() {
        for (var members = 0; members < 9; members++) {
            for (var fine = 0; fine <= members; fine++) {
                for (var minding = 0; fine + minding <= members; minding++) {
                    assertThat(new ReaderVote(members, fine, minding, true).agreed())
                            .isEqualTo(minding == 0 && fine > members - fine);
                    assertThat(new ReaderVote(members, fine, minding, false).agreed())
                            .isEqualTo(members > 0 && fine == members);
                }
            }
        }
    }

    @OnBothDatabases
    void eachMemberSaysInPrivateWhetherALeaderMayReadInTheChannel(Database database) {
        var school = new School(database);
        var room = new VisibilityRoom(database, school.people, school.outbox);
        comes(school, LEADER);
        room.jobs().getFirst().run(NOW);
        room.jobs().getFirst().run(NOW);
        assertThat(school.composed(room)).hasSize(1).first().asString().contains("ULEADER", "out of the channel",
                "Fewer than half have answered");
        var steps = school.database.read(
                tx -> room.steps(tx, SETTINGS, ADA, school.people.members().standing(tx, TEAM, ADA), NOW));
        assertThat(steps).hasSize(1).first().asString().contains("Say in private whether that is fine");
        var page = School.shown(school.type(room, ADA, "visibility", ""));
        var fine = School.value(page, ReaderActions.FINE);
        assertThat(words(school.click(room, ADA, ReaderActions.FINE.id(), fine))).contains("fine with you",
                "Half or more have answered");
        assertThat(unagreed(school)).isTrue();
        assertThat(words(school.click(room, BEN, ReaderActions.FINE.id(), fine))).contains("The team has agreed");
        assertThat(unagreed(school)).isFalse();
        assertThat(words(school.click(room, BEN, ReaderActions.RATHER_NOT.id(), fine))).contains("rather not");
        assertThat(unagreed(school)).isTrue();
        assertThat(words(school.type(room, ADA, "visibility", ""))).doesNotContain("BEN");
        assertThat(words(school.type(room, LEADER, "visibility", ""))).doesNotContain("2 of 2");
    }

    @OnBothDatabases
    void aWeekAfterTheTeamWasToldThoseWhoHaveAnsweredAreEnough_andTheNoticeSaysSo(Database database) {
        var school = new School(database);
        var room = new VisibilityRoom(database, school.people, school.outbox);
        database.change(tx -> {
            school.people.members().keep(tx,
                    new Person(STRANGER, "Cyd", SETTINGS.zone(), Person.Kind.FULL, true), NOW);
            school.people.members().join(tx, TEAM, STRANGER, Role.MEMBER, NOW);
        });
        comes(school, LEADER);
        var job = room.jobs().getFirst();
        job.run(NOW);
        assertThat(job.next()).contains(NOW.plus(Duration.ofDays(7)));
        var fine = ReaderActions.FINE.write(new ReaderActions.Asked(TEAM, LEADER));
        school.click(room, ADA, ReaderActions.FINE.id(), fine);
        assertThat(words(school.click(room, BEN, ReaderActions.FINE.id(), fine))).doesNotContain("has agreed")
                .contains("a week after I asked");
        job.run(NOW.plus(Duration.ofDays(7)).minusMillis(1));
        assertThat(unagreed(school)).isTrue();
        job.run(NOW.plus(Duration.ofDays(7)));
        assertThat(unagreed(school)).isFalse();
        assertThat(job.next()).isEmpty();
        assertThat(school.composed(room)).hasSize(1).first().asString().contains("The team has agreed")
                .doesNotContain("a week after");
    }

    @OnBothDatabases
    void onlyMembersAnswer_andOnlyWhileTheLeaderReadsThere(Database database) {
        var school = new School(database);
        var room = new VisibilityRoom(database, school.people, school.outbox);
        var value = ReaderActions.FINE.write(new ReaderActions.Asked(TEAM, LEADER));
        assertThat(school.click(room, ADA, ReaderActions.FINE.id(), value)).isInstanceOf(Reply.Refused.class);
        comes(school, LEADER);
        for (var person : List.of(COACH, LEADER, STRANGER)) {
            assertThat(school.click(room, person, ReaderActions.FINE.id(), value)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(words(school.click(room, ADA, ReaderActions.WAYS, TEAM))).contains("Ask LEADER to leave");
    }

    private static void comes(School school, PersonId leader) {
        school.database.change(tx -> tx.handle().createUpdate(
                "insert into channel_reader (team, person, since) values (:team, :person, :now)")
                .bind("team", TEAM).bind("person", leader).bind("now", NOW).execute());
    }

    private static boolean unagreed(School school) {
        return school.database.read(tx -> school.people.readers().unagreed(tx, TEAM));
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
