package dev.stagecoach.coaching.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.rounds.School.COACH;
import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.choices;
import static dev.stagecoach.coaching.rounds.School.form;
import static dev.stagecoach.coaching.rounds.School.member;
import static dev.stagecoach.coaching.rounds.School.words;
import static org.assertj.core.api.Assertions.assertThat;

class RevealTest {

    @OnBothDatabases
    void theTeamSeesWhereItStandsAndDecides(Database database) {
        var school = new School(database, 7);
        var round = school.open();
        for (var i = 1; i <= 6; i++) {
            school.rateAll(member(i), i <= 3 ? "1" : "2", i == 6 ? "0" : i <= 3 ? "3" : "4",
                    i == 1 ? List.of("discussion") : List.of("discussion", "inquiry"));
        }
        school.click(COACH, "assessment.close", round, NOW);
        var send = school.reveal();
        var said = words(send.card());
        assertThat(said).contains("6 of 7 took part.",
                "Inquiry: students between Trailhead and First miles (a shared view); adults Steady pace (a shared view)",
                "Discussion: teachers report it; they do not see it in students yet.",
                "Matters most to us (dots): Inquiry nearly everyone, Discussion nearly everyone",
                "Room to grow (students): Between Trailhead and First miles: Inquiry, Skills & strategies",
                "Bright spots (students): none yet at Steady pace",
                "School goal: not set yet (a coach or leader can add it)", "The team decides",
                "[Choose our practice] [Name our school's goal]");
        assertThat(said).doesNotContain("1.5").doesNotContain("average");
        assertThat(words(send.inThread().orElseThrow())).contains("Students: Trailhead 3, First miles 3, Steady pace 0,"
                + " Own road 0; can't say yet 0. In the middle: between Trailhead and First miles, a shared view. 6 of 7"
                + " placed it.", "can't say yet 1. In the middle: Steady pace, a shared view. 5 of 7 placed it.");
        assertThat(send.card().parts()).filteredOn(Card.Part.Image.class::isInstance).singleElement()
                .satisfies(image -> keep(((Card.Part.Image) image).picture().png()));
    }

    /** A median that nobody chose is no report of anybody's. */
    @OnBothDatabases
    void whereAdultsAreFarApartNothingIsSaidOfWhatTheyReport(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        for (var i = 1; i <= 5; i++) {
            school.rateAll(member(i), i <= 3 ? "1" : "2", i <= 2 ? "1" : "4", List.of());
        }
        school.click(COACH, "assessment.close", round, NOW);
        assertThat(words(school.reveal().card())).contains("we stand in two camps").doesNotContain("report it");
        assertThat(database.<Optional<String>>read(tx -> school.room.farApart(tx, school.team, NOW)))
                .contains("the team is far apart on Inquiry (adults)");
        assertThat(database.<Optional<String>>read(tx -> school.room.movedLately(tx, school.team, NOW))).isEmpty();
        var later = NOW.plus(Duration.ofDays(43));
        assertThat(database.<Optional<String>>read(tx -> school.room.farApart(tx, school.team, later))).isEmpty();
    }

    @OnBothDatabases
    void coachesAndLeadersSayWhatServesTheSchool(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        for (var i = 1; i <= 5; i++) {
            school.rateAll(member(i), "2", "3", List.of("inquiry"));
        }
        school.click(COACH, "assessment.close", round, NOW);
        assertThat(school.click(member(1), "assessment.school", round, NOW)).isInstanceOf(Reply.Refused.class);
        var form = form(school.click(COACH, "assessment.school", round, NOW));
        assertThat(school.submit(COACH, form, Map.of("school", List.of("no such practice")), NOW))
                .isInstanceOf(Reply.Mend.class);
        var goal = Map.of("school", List.of("discussion"));
        assertThat(school.submit(member(1), form, goal, NOW)).isInstanceOf(Reply.Refused.class);
        assertThat(words(school.reveal().card())).contains("not set yet");
        school.submit(COACH, form, goal, NOW);
        assertThat(words(school.reveal().card())).contains("School goal: Discussion\n", "Matters most to us")
                .doesNotContain("[Name our school's goal]");
        assertThat(form(school.type(COACH, "round", NOW)).toString()).contains("initial=[discussion]");
    }

    @OnBothDatabases
    void aRoundIsOpenedWithTheSchoolsGoalOnlyAmongItsPractices(Database database) {
        var school = new School(database, 5);
        var form = form(school.type(COACH, "round", NOW));
        var wish = new HashMap<>(Map.of("day", List.of("2026-09-21"), "time", List.of("15:00"), "practices",
                List.of("inquiry"), "school", List.of("discussion")));
        assertThat(school.submit(COACH, form, wish, NOW).toString()).contains("school=Choose only practices");
        wish.put("school", List.of("inquiry"));
        assertThat(school.submit(COACH, form, wish, NOW)).isInstanceOf(Reply.ToYou.class);
        String stored = database.read(tx -> tx.handle().createQuery("select practices from assessment_round")
                .mapTo(String.class).one());
        assertThat(stored).isEqualTo("+inquiry");
    }

    @OnBothDatabases
    void belowTheMinimumNothingIsShown(Database database) {
        var school = new School(database, 6);
        var round = school.open();
        for (var i = 1; i <= 5; i++) {
            // The fifth cannot say what adults do: four levels there, too few.
            school.rateAll(member(i), i <= 2 ? "1" : "2", i == 5 ? "0" : "4",
                    i == 5 ? List.of() : List.of("inquiry"));
        }
        school.click(COACH, "assessment.close", round, NOW);
        var send = school.reveal();
        assertThat(words(send.card())).contains("students First miles (a shared view); adults not shown",
                "too few dots to show").doesNotContain("Own road");
        assertThat(words(send.inThread().orElseThrow())).contains("Adults: fewer than 5 who were on the team");
        int kept = database.read(tx -> tx.handle()
                .createQuery("select count(*) from assessment_figure where side = 'system'").mapTo(Integer.class)
                .one());
        assertThat(kept).isZero();
    }

    @OnBothDatabases
    void aSmallTeamIsToldToTalkItThrough(Database database) {
        var school = new School(database, 4);
        var round = school.open();
        for (var i = 1; i <= 4; i++) {
            school.rateAll(member(i), "2", "3", List.of("inquiry"));
        }
        school.click(COACH, "assessment.close", round, NOW);
        var send = school.reveal();
        assertThat(words(send.card())).contains("4 of 4 took part", "In a small team, talk it through together")
                .doesNotContain("First miles");
        assertThat(send.card().toString()).contains("Agree on who sees what");
        assertThat(send.inThread()).isEmpty();
        assertThat(send.card().parts()).noneMatch(Card.Part.Image.class::isInstance);
    }

    @OnBothDatabases
    void twoCampsAreNamedWithoutNames(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        for (var i = 1; i <= 5; i++) {
            school.rateAll(member(i), i <= 2 ? "1" : "4", "3", List.of());
        }
        school.click(COACH, "assessment.close", round, NOW);
        assertThat(words(school.reveal().card())).contains("Conferencing, students: we stand in two camps",
                "students Own road (far apart)");
    }

    @OnBothDatabases
    void publishedFiguresStayAsTheyWere(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        for (var i = 1; i <= 5; i++) {
            school.rateAll(member(i), "2", "3", List.of("inquiry"));
        }
        school.click(COACH, "assessment.close", round, NOW);
        var before = words(school.reveal().card());
        var alone = words(((Reply.ToYou) school.type(member(2), "results", NOW)).card());
        database.change(tx -> {
            tx.handle().execute("delete from assessment_rating");
            tx.handle().execute("delete from assessment_dot");
            school.people.members().leave(tx, school.team.id(), member(1), NOW);
        });
        assertThat(words(school.reveal().card())).isEqualTo(before);
        assertThat(words(((Reply.ToYou) school.type(member(2), "results", NOW)).card())).isEqualTo(alone);
    }

    @OnBothDatabases
    void someoneWhoLeftStillCounts(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        school.submit(member(1), form(school.type(member(1), "rate", NOW)), choices("2", "2", ""), NOW);
        database.change(tx -> school.people.members().leave(tx, school.team.id(), member(1), NOW));
        school.click(COACH, "assessment.close", round, NOW);
        assertThat(words(school.reveal().card())).contains("1 of 5 took part");
    }

    @OnBothDatabases
    void closedByFourAtTheSameMomentItIsRevealedOnce(Database database) throws Exception {
        var school = new School(database, 5);
        var round = school.open();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var replies = threads.invokeAll(
                    Collections.nCopies(4, () -> school.click(COACH, "assessment.close", round, NOW)));
            var closed = 0;
            for (var reply : replies) {
                closed += reply.get() instanceof Reply.Replace ? 1 : 0;
            }
            assertThat(closed).isEqualTo(1);
        }
        assertThat(school.planned("assessment.reveal")).hasSize(1);
    }

    @OnBothDatabases
    void nothingBeforeTheReveal(Database database) {
        var school = new School(database, 5);
        school.open();
        for (var i = 1; i <= 5; i++) {
            school.rateAll(member(i), "2", "3", List.of("inquiry"));
        }
        assertThat(words(((Reply.ToYou) school.type(COACH, "results", NOW)).card()))
                .contains("No round has closed yet");
        assertThat(words(((Reply.ToYou) school.type(COACH, "round", NOW)).card()))
                .contains("Of 5 people, everybody has begun, and everybody has finished.")
                .doesNotContain("First miles");
    }

    /** For whoever wants to look at it. */
    private static void keep(byte[] png) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "pictures")).resolve("reveal.png"), png);
    }
}
