package dev.stagecoach.coaching.visit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.people.Role;
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
import static dev.stagecoach.coaching.visit.VisitScene.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

class VisitRoomTest {
    private static final String SEEN = "9 of 12 pairs gave a next step";
    private static final Instant AFTER = Instant.parse("2026-09-21T20:00:00Z");

    @OnBothDatabases
    void offeredTakenAndRememberedOnTheSchoolDayBefore(Database database) {
        var here = new VisitScene(database);
        var id = here.offer(ADA);
        assertThat(here.words(BEN, NOW)).contains("ADA offers a visit", PAIRS);
        assertThat(here.page(BEN)).contains(PAIRS, "come and see me", "I’ll come");
        assertThat(here.page(ADA)).contains("Nobody has said yes so far").doesNotContain("I’ll come");
        assertThat(here.addresses()).isEmpty();

        assertThat(here.click(BEN, VisitRoom.TAKE, id).toString()).contains("You visit ", PAIRS);
        assertThat(here.page(CLEO)).doesNotContain(PAIRS);
        assertThat(here.sent("visit.told", NOW)).hasSize(1).first().asString().contains("BEN says yes to your visit");
        List<String> eves = database.read(tx -> tx.handle().createQuery("""
                select address, due_at from delivery where kind = 'visit.eve' order by address
                """).map((row, _) -> row.getString(1) + " " + Instant.ofEpochMilli(row.getLong(2))).list());
        assertThat(eves).containsExactly("person:" + ADA + " 2026-09-18T13:30:00Z",
                "person:" + BEN + " 2026-09-18T13:30:00Z");
        assertThat(here.sent("visit.eve", Instant.parse("2026-09-18T13:30:00Z")).toString()).contains(PAIRS,
                "visits you", "You visit ", "no names, no rating");
        assertThat(here.words(ADA, NOW)).contains("BEN visits you, Mon, Sep 21, 9:00 AM");
        // Twice is once.
        here.click(BEN, VisitRoom.TAKE, id);
        assertThat(here.sent("visit.told", NOW)).hasSize(1);
    }

    @OnBothDatabases
    void ofTwoWhoTapAtOnceOneHasItAndTheOtherReadsSo(Database database) throws Exception {
        var here = new VisitScene(database);
        var id = here.offer(ADA);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var replies = pool.invokeAll(List.<Callable<Reply>>of(() -> here.click(BEN, VisitRoom.TAKE, id),
                    () -> here.click(CLEO, VisitRoom.TAKE, id)));
            var words = List.of(replies.get(0).get(), replies.get(1).get()).toString();
            assertThat(words).containsOnlyOnce("A colleague took this visit a moment before you")
                    .containsOnlyOnce("You visit ");
        }
        assertThat(here.sent("visit.told", NOW)).hasSize(1);
    }

    @OnBothDatabases
    void aWishIsMetByAHost_andTheOwnOneByNobodyElse(Database database) {
        var here = new VisitScene(database);
        var id = here.begin(BEN, VisitRoom.WISH, "I need ideas for conferences");
        assertThat(here.click(BEN, VisitRoom.TAKE, id)).isInstanceOf(Reply.Refused.class);
        assertThat(here.click(LEADER, VisitRoom.TAKE, id)).isInstanceOf(Reply.Refused.class);
        assertThat(here.click(STRANGER, VisitRoom.TAKE, id)).isInstanceOf(Reply.Refused.class);
        assertThat(here.page(ADA)).contains("would like to visit", "Come to my room");
        assertThat(here.click(ADA, VisitRoom.TAKE, id).toString()).contains("visits you");
        assertThat(here.click(BEN, VisitRoom.COVER, id).toString()).contains("Your leaders know");
    }

    @OnBothDatabases
    void eitherCallsItOff_andTheOtherIsTold(Database database) {
        var here = new VisitScene(database);
        var id = here.offer(ADA);
        here.click(BEN, VisitRoom.TAKE, id);
        assertThat(here.click(CLEO, VisitRoom.CANCEL, id)).isInstanceOf(Reply.Refused.class);
        assertThat(here.click(BEN, VisitRoom.CANCEL, id).toString()).contains("others can take it again");
        assertThat(here.sent("visit.told", NOW).toString()).contains("BEN can’t make it after all");
        assertThat(here.sent("visit.eve", NOW)).isEmpty();
        assertThat(here.page(CLEO)).contains("I’ll come");
        here.later(Duration.ofMinutes(5));
        here.click(CLEO, VisitRoom.TAKE, id);
        assertThat(here.sent("visit.eve", NOW)).hasSize(2);
        assertThat(here.click(ADA, VisitRoom.CANCEL, id).toString()).contains("I tell the other person");
        assertThat(here.sent("visit.told", NOW).toString()).contains("ADA can’t make the visit");
        assertThat(here.sent("visit.eve", NOW)).isEmpty();
        assertThat(here.click(BEN, VisitRoom.TAKE, id).toString()).contains("has been called off");
    }

    @OnBothDatabases
    void leadersLearnWhoNeedsCoverAndWhen_nothingElse(Database database) {
        var here = new VisitScene(database);
        var id = here.offer(ADA);
        here.click(BEN, VisitRoom.TAKE, id);
        assertThat(here.click(ADA, VisitRoom.COVER, id)).isInstanceOf(Reply.Refused.class);
        here.click(BEN, VisitRoom.COVER, id);
        here.click(BEN, VisitRoom.COVER, id);
        var asked = here.sent("visit.cover", NOW);
        assertThat(asked).hasSize(1);
        assertThat(asked.toString()).contains("BEN needs cover, Mon, Sep 21, 9:00 AM", "I’ll arrange it")
                .doesNotContain(PAIRS, "ADA", ADA.user(), "Inquiry");
        assertThat(here.words(LEADER, NOW)).contains("BEN needs cover").doesNotContain(PAIRS, "ADA");
        assertThat(here.page(LEADER)).contains(BEN + "], Plain[words= needs cover", "0 visits").doesNotContain(PAIRS,
                ADA.user());
        for (var other : List.of(ADA, CLEO, COACH)) {
            assertThat(here.click(other, VisitRoom.COVERED, id)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(here.click(LEADER, VisitRoom.NOT_COVERED, id).toString()).contains("Turned down so far");
        assertThat(here.click(LEADER, VisitRoom.COVERED, id).toString()).contains("arranges it");
        assertThat(here.sent("visit.told", NOW).toString()).contains("LEADER can’t arrange cover",
                "LEADER arranges your cover");
        assertThat(here.words(LEADER, NOW)).doesNotContain("needs cover");
        here.click(BEN, VisitRoom.CANCEL, id);
        assertThat(here.sent("visit.cover", NOW).toString()).contains("No cover is needed any more");
    }

    @OnBothDatabases
    void notesStayWithTheTwo_andWithWhomTheyAreShown(Database database) {
        var here = new VisitScene(database);
        var id = here.offer(ADA);
        here.click(BEN, VisitRoom.TAKE, id);
        assertThat(here.click(BEN, VisitRoom.NOTE, id)).isInstanceOf(Reply.Refused.class);
        here.later(Duration.between(NOW, AFTER));
        assertThat(here.words(BEN, AFTER)).contains("You visited ADA. One thing you saw, one question?");
        here.note(BEN, id, SEEN);
        assertThat(here.words(BEN, AFTER)).doesNotContain("One thing you saw");
        here.note(ADA, id, "They looked at the visitor first");
        assertThat(here.click(ADA, VisitRoom.READ, id).toString()).contains(SEEN, QUESTION, "looked at the visitor");
        for (var other : List.of(CLEO, COACH, LEADER, STRANGER)) {
            assertThat(here.click(other, VisitRoom.READ, id).toString()).doesNotContain(SEEN);
            assertThat(here.page(other)).doesNotContain(SEEN, "looked at");
        }
        here.click(BEN, VisitRoom.SHOW_COACH, id);
        assertThat(here.sent("visit.shown", AFTER).toString()).contains("shows you a note").doesNotContain(SEEN);
        assertThat(here.click(COACH, VisitRoom.READ, id).toString()).contains(SEEN).doesNotContain("looked at");
        assertThat(here.click(CLEO, VisitRoom.READ, id).toString()).doesNotContain(SEEN);
        // A coach who leads from now on loses sight of it.
        here.is(COACH, Role.LEADER);
        assertThat(here.click(COACH, VisitRoom.READ, id)).isInstanceOf(Reply.Refused.class);
        assertThat(here.sent("visit.shown", AFTER)).isEmpty();
        here.is(COACH, Role.COACH);
        here.click(BEN, VisitRoom.HIDE, id);
        assertThat(here.click(COACH, VisitRoom.READ, id)).isInstanceOf(Reply.Refused.class);
        database.change(tx -> here.school.people.members().leave(tx, TEAM, ADA, AFTER));
        assertThat(here.click(ADA, VisitRoom.READ, id)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void whoLeavesTheTeamIsNotVisited(Database database) {
        var here = new VisitScene(database);
        var open = here.offer(CLEO);
        var id = here.offer(ADA);
        here.click(BEN, VisitRoom.TAKE, id);
        database.change(tx -> here.school.people.members().leave(tx, TEAM, ADA, NOW));
        database.change(tx -> here.school.people.members().leave(tx, TEAM, CLEO, NOW));
        assertThat(here.sent("visit.eve", NOW)).isEmpty();
        assertThat(here.page(BEN)).doesNotContain(PAIRS);
        assertThat(here.click(BEN, VisitRoom.TAKE, open)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void thanksOnce_andAVisitInReturnMakesAPair(Database database) {
        var here = new VisitScene(database);
        var id = here.offer(ADA);
        here.click(BEN, VisitRoom.TAKE, id);
        here.later(Duration.between(NOW, AFTER));
        assertThat(here.click(ADA, VisitRoom.THANK, id)).isInstanceOf(Reply.Refused.class);
        here.click(BEN, VisitRoom.THANK, id);
        here.click(BEN, VisitRoom.THANK, id);
        assertThat(here.sent("visit.told", AFTER)).hasSize(1).first().asString()
                .contains("BEN says thank you for letting them see your class").doesNotContain("What we noted");
        here.note(BEN, id, SEEN);
        assertThat(here.click(BEN, VisitRoom.BACK, id)).isInstanceOf(Reply.Refused.class);

        var form = School.opened(here.click(ADA, VisitRoom.BACK, id));
        var back = School.value(School.shown(here.send(ADA, form, "look_for", "Your warm-up", "day", "2026-09-24",
                "time", "10:00")), VisitRoom.CANCEL);
        assertThat(here.sent("visit.asked", AFTER).toString()).contains("ADA would like to visit you back");
        assertThat(here.page(CLEO)).doesNotContain("Your warm-up");
        assertThat(here.click(CLEO, VisitRoom.TAKE, back)).isInstanceOf(Reply.Refused.class);
        assertThat(here.click(ADA, VisitRoom.BACK, id)).isInstanceOf(Reply.Refused.class);
        assertThat(here.click(BEN, VisitRoom.TAKE, back).toString()).contains("visits you");
        assertThat(here.count(Fact.VISITED_THIS_TERM_PERCENT, AFTER)).isEqualTo(66);
        here.later(Duration.ofDays(4));
        here.note(ADA, back, "They wrote first");
        assertThat(here.told()).containsExactly("2 visits");
    }

    @OnBothDatabases
    void gatesCountWhoVisitedOrWasVisited_leadersReadNumbersAlone(Database database) {
        var here = new VisitScene(database);
        var id = here.offer(ADA);
        here.click(BEN, VisitRoom.TAKE, id);
        here.later(Duration.between(NOW, AFTER));
        assertThat(here.count(Fact.VISITED_PERCENT, AFTER)).as("nobody noted anything").isZero();
        assertThat(here.told()).isEmpty();
        here.note(BEN, id, SEEN);
        assertThat(here.count(Fact.VISITED_PERCENT, AFTER)).isEqualTo(66);
        assertThat(here.count(Fact.VISITED_THIS_TERM_PERCENT, AFTER)).isEqualTo(66);
        var nextTerm = Instant.parse("2027-01-04T18:00:00Z");
        assertThat(here.count(Fact.VISITED_PERCENT, nextTerm)).isEqualTo(66);
        assertThat(here.count(Fact.VISITED_THIS_TERM_PERCENT, nextTerm)).isZero();
        for (var view : List.of(View.TEAM, View.COACH, View.LEADER)) {
            assertThat(here.sections(view)).contains("1 visit to each other's rooms").doesNotContain(SEEN, PAIRS,
                    ADA.user(), BEN.user());
        }
        assertThat(here.sections(View.OUTSIDER)).isEqualTo("[]");
        assertThat(here.told()).containsExactly("1 visit");
    }

    @OnBothDatabases
    void badInputIsMended_namesAreAskedAbout_andAGuideWithoutVisitsHasNoSuchRoom(Database database) {
        var here = new VisitScene(database);
        var form = School.opened(here.click(ADA, VisitRoom.OFFER, TEAM));
        assertThat(School.mended(here.send(ADA, form))).containsExactly("day", "look_for", "time");
        assertThat(School.mended(here.send(ADA, form, "look_for", PAIRS, "day", "2026-09-14", "time", "08:00")))
                .containsExactly("day");
        assertThat(School.mended(here.send(ADA, form, "look_for", "x".repeat(1000), "day", "2028-01-01", "time",
                "soon"))).containsExactly("day", "look_for", "time");
        assertThat(School.opened(here.send(ADA, form, "look_for", "How Mr. Larch begins", "day", MONDAY, "time",
                "09:00")).toString()).contains("Mr. Larch");
        var other = new VisitRoom(database, here.school.people,
                GuideFiles.load(Optional.of(Path.of("config/guide-team-health"))), here.school.outbox);
        assertThat(here.school.feature(other).clicks()).isEmpty();
        assertThat(other.composers()).isEmpty();
        List<Counted> counted = database.read(tx -> other.counted(tx, School.SETTINGS, "inquiry", NOW));
        assertThat(counted).isEmpty();
    }

    @OnBothDatabases
    void termsAreHalfASchoolYear(Database database) {
        var zone = School.SETTINGS.zone();
        var autumn = Term.of(LocalDate.of(2026, 12, 31), zone);
        assertThat(autumn.from()).isEqualTo(Instant.parse("2026-07-01T06:00:00Z"));
        assertThat(Term.of(LocalDate.of(2027, 6, 30), zone)).isEqualTo(
                new Period(autumn.until(), Instant.parse("2027-07-01T06:00:00Z")));
    }
}
