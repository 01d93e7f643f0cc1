package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.View;
import dev.stagecoach.picture.Tally;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.rounds.School.COACH;
import static dev.stagecoach.coaching.rounds.School.LEADER;
import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.choices;
import static dev.stagecoach.coaching.rounds.School.form;
import static dev.stagecoach.coaching.rounds.School.member;
import static dev.stagecoach.coaching.rounds.School.words;
import static org.assertj.core.api.Assertions.assertThat;

class AssessmentRoomTest {
    private static final Instant CLOSES = Instant.parse("2026-09-21T21:00:00Z");

    @OnBothDatabases
    void theTwoMinutePath(Database database) {
        var school = new School(database, 6);
        var round = school.open();
        assertThat(school.planned("assessment.invite")).hasSize(6)
                .allSatisfy(row -> assertThat(words(sent(school.compose(row)).card())).contains("[Start]"));
        var first = form(school.click(member(1), "assessment.rate", round, NOW));
        assertThat(first.title()).isEqualTo("Practice 1 of 6");
        assertThat(first.fields()).filteredOn(Field.Pick.class::isInstance).hasSize(2).first()
                .satisfies(field -> assertThat(((Field.Pick) field).key()).isEqualTo("student"))
                .satisfies(field -> assertThat(((Field.Pick) field).options()).hasSize(5));
        var thanks = school.rateAll(member(1), "2", "3", List.of("inquiry", "discussion"));
        assertThat(words(((Reply.ToYou) thanks).card())).contains("You placed 6 of 6 practices.");
    }

    @OnBothDatabases
    void halfDoneIsContinuedAndAllOfItCanBeChanged(Database database) {
        var school = new School(database, 5);
        school.open();
        var second = form(school.submit(member(1), form(school.type(member(1), "rate", NOW)),
                choices("2", "0", "only in lab"), NOW));
        assertThat(second.title()).isEqualTo("Practice 2 of 6");
        assertThat(form(school.type(member(1), "rate", NOW)).title()).isEqualTo("Practice 2 of 6");
        school.rateAll(member(1), "3", "", List.of());
        var again = form(school.type(member(1), "rate", NOW));
        assertThat(again.title()).isEqualTo("Practice 1 of 6");
        school.submit(member(1), again, choices("4", "", "better now"), NOW);
        assertThat(own(school, member(1), member(1)).orElseThrow().pages().getFirst())
                .isEqualTo(
                        new RatingPage("inquiry", Optional.of(new Choice.AtLevel(4)), Optional.empty(),
                                new RatingPage.Notes("better now", "")));
        var shown = form(school.type(member(1), "rate", NOW)).fields();
        assertThat(shown).filteredOn(Field.Pick.class::isInstance).first()
                .satisfies(field -> assertThat(((Field.Pick) field).initial()).contains("4"));
    }

    @OnBothDatabases
    void classConfidenceAndBothNotesComeBackToTheirAuthorAlone(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        var page = form(school.type(member(1), "rate", NOW));
        school.submit(member(1), page, Map.of("student", List.of("2"), "system", List.of("0"), "note_student",
                List.of("only in lab"), "note_system", List.of("I talk a lot")), NOW);
        var last = form(school.type(member(1), "rate", NOW));
        while (!last.submit().equals("Finish")) {
            last = form(school.submit(member(1), last, choices("3", "3", ""), NOW));
        }
        assertThat(((Reply.Mend) school.submit(member(1), last, Map.of("class", List.of("x".repeat(100)), "confidence",
                List.of("very")), NOW)).reasons()).containsOnlyKeys("class", "confidence");
        var named = form(school.submit(member(1), last, Map.of("class", List.of("with Maria L. in it"),
                "confidence", List.of("low")), NOW));
        assertThat(named.fields().toString()).contains("looks like a name", "with Maria L. in it");
        school.submit(member(1), last, Map.of("class", List.of("3rd period"), "confidence", List.of("mid"), "dots",
                List.of("inquiry")), NOW);
        assertThat(own(school, member(1), member(1)).orElseThrow().frame())
                .isEqualTo(new Frame("3rd period", Optional.of(Frame.Confidence.MID)));
        assertThat(own(school, member(2), member(1))).isEmpty();
        assertThat(own(school, COACH, member(1))).isEmpty();
        var mine = words(((Reply.ToYou) school.click(member(1), "assessment.mine", round, NOW)).card());
        assertThat(mine).contains("3rd period", "Fairly sure", "Students: First miles", "only in lab",
                "Adults: can't say yet", "I talk a lot", "Only you see this page", "Inquiry");
        for (var other : List.of(member(2), COACH)) {
            assertThat(words(((Reply.ToYou) school.click(other, "assessment.mine", round, NOW)).card()))
                    .contains("You have not answered anything").doesNotContain("3rd period", "only in lab");
        }
        var back = new Form("assessment.back", last.title(), last.submit(), last.context(), List.of());
        school.submit(member(1), back, Map.of("class", List.of("5th period")), NOW);
        assertThat(own(school, member(1), member(1)).orElseThrow().frame())
                .isEqualTo(new Frame("5th period", Optional.empty()));
    }

    @OnBothDatabases
    void aSecondSubmissionOfTheSamePageChangesNothing(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(member(1), "rate", NOW));
        school.submit(member(1), page, choices("2", "3", "x"), NOW);
        assertThat(form(school.submit(member(1), page, choices("2", "3", "x"), NOW)).title())
                .isEqualTo("Practice 2 of 6");
        int rows = database.read(tx -> tx.handle().createQuery("select count(*) from assessment_rating")
                .mapTo(Integer.class).one());
        assertThat(rows).isEqualTo(2);
    }

    @OnBothDatabases
    void anEmptyPageIsNotAnswered(Database database) {
        var school = new School(database, 5);
        school.open();
        school.rateAll(member(1), "", "", List.of());
        assertThat(own(school, member(1), member(1)).orElseThrow().answered()).isZero();
        assertThat(words(((Reply.ToYou) school.type(COACH, "round", NOW)).card()))
                .contains("fewer than half have begun");
    }

    @OnBothDatabases
    void whatIsTypedIsKeptAsItIsOrRefusedWithTheLimit(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(member(1), "rate", NOW));
        var odd = "<!channel> *x* '; drop table team; -- שלום 🎒";
        school.submit(member(1), page, choices("1", "1", odd), NOW);
        assertThat(own(school, member(1), member(1)).orElseThrow().pages().getFirst().notes().student()).isEqualTo(odd);
        var tooLong = school.submit(member(1), page, choices("1", "1", "x".repeat(10_000)), NOW);
        assertThat(((Reply.Mend) tooLong).reasons().get("note_student")).contains("300").contains("10,000");
        var wild = school.submit(member(1), page, choices("9", "-3", ""), NOW);
        assertThat(wild).isInstanceOf(Reply.Next.class);
        assertThat(own(school, member(1), member(1)).orElseThrow().pages().getFirst().answered()).isFalse();
        var lost = new Form("assessment.page", "t", "s", "nonsense", List.of());
        assertThat(school.submit(member(1), lost, Map.of(), NOW)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void afterTheEndAnAnswerIsRefusedAndNothingIsLost(Database database) {
        var school = new School(database, 5);
        school.open();
        var page = form(school.type(member(1), "rate", NOW));
        school.submit(member(1), page, choices("2", "2", "kept"), NOW);
        var late = school.submit(member(1), page, choices("4", "4", "late"), CLOSES);
        assertThat(((Reply.Refused) late).reason()).contains("closed Mon, Sep 21, 3:00 PM");
        school.room.jobs().forEach(due -> due.run(CLOSES));
        assertThat(school.submit(member(1), page, choices("4", "4", "late"), CLOSES))
                .isInstanceOf(Reply.Refused.class);
        assertThat(own(school, member(1), member(1)).orElseThrow().pages().getFirst().notes().student())
                .isEqualTo("kept");
    }

    @OnBothDatabases
    void aRoundClosesOnceWhoeverClosesIt(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        var due = school.room.jobs().getFirst();
        assertThat(due.next()).contains(CLOSES);
        due.run(CLOSES.minusMillis(1));
        assertThat(school.planned("assessment.reveal")).isEmpty();
        assertThat(school.click(COACH, "assessment.close", round, NOW)).isInstanceOf(Reply.Replace.class);
        assertThat(school.click(COACH, "assessment.close", round, NOW)).isInstanceOf(Reply.Refused.class);
        due.run(CLOSES);
        assertThat(school.planned("assessment.reveal")).hasSize(1);
        assertThat(due.next()).isEmpty();
    }

    @OnBothDatabases
    void theFullWordingIsOneClickAway(Database database) {
        var school = new School(database, 1);
        var page = form(school.click(member(1), "assessment.wording", school.open() + " formative", NOW));
        assertThat(page.submit()).isEmpty();
        var said = page.fields().stream().map(field -> words(((Field.Words) field).text())).toList();
        assertThat(said).hasSize(11).anyMatch(text -> text.contains("Errors are something to hide."))
                .anyMatch(text -> text.contains("Checks come at the end and produce a grade."));
    }

    @OnBothDatabases
    void anInvitationFollowsItsRound(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        var invitation = school.planned("assessment.invite").getFirst();
        var person = (PersonId) invitation.to();
        school.rateAll(person, "2", "3", List.of());
        assertThat(words(sent(school.compose(invitation)).card())).contains("[Look again]");
        school.click(COACH, "assessment.close", round, NOW);
        assertThat(school.compose(invitation)).isInstanceOf(Composition.Skip.class);
        database.change(tx -> tx.handle().createUpdate("""
                update delivery set state = 'sent', channel = 'T1/D1', ts = '1.1' where id = :id
                """).bind("id", invitation.id()).execute());
        assertThat(words(sent(school.compose(invitation)).card())).contains("has closed", "[See the result]");
    }

    @OnBothDatabases
    void twoCoachesGetOneRoundAndItsEndCanBeMoved(Database database) {
        var school = new School(database, 5);
        var form = form(school.type(COACH, "round", NOW));
        school.submit(COACH, form, school.round("2026-09-21", "15:00"), NOW);
        var second = school.submit(COACH, form, school.round("2026-09-30", "15:00"), NOW);
        assertThat(words(((Reply.ToYou) second).card())).contains("Self-assessment is open", "Mon, Sep 21");
        assertThat(school.planned("assessment.invite")).hasSize(5);
        var round = database.read(tx -> new RoundStore().openIn(tx, school.team.id())).orElseThrow();
        var move = form(school.click(COACH, "assessment.move", round.id(), NOW));
        assertThat(((Reply.Mend) school.submit(COACH, move, school.round("2026-09-14", "08:00"), NOW)).reasons())
                .containsKey("day");
        school.submit(COACH, move, school.round("2026-09-22", "08:30"), NOW);
        assertThat(school.room.jobs().getFirst().next()).contains(Instant.parse("2026-09-22T14:30:00Z"));
    }

    @OnBothDatabases
    void whoJoinsWhileItIsOpenIsAsked(Database database) {
        var school = new School(database, 5);
        school.open();
        school.join(member(9), Role.MEMBER);
        var due = school.room.jobs().getFirst();
        assertThat(due.next()).hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(NOW));
        due.run(NOW.plus(Duration.ofHours(1)));
        due.run(NOW.plus(Duration.ofHours(2)));
        assertThat(school.planned("assessment.invite")).hasSize(6);
        assertThat(due.next()).contains(CLOSES);
    }

    @OnBothDatabases
    void onlyWhoMayOpensRatesAndLooks(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        var opening = RoundForm.toOpen(school.team, school.guide, List.of(), NOW);
        for (var person : List.of(member(1), LEADER, new PersonId("T1", "USTRANGER"))) {
            assertThat(school.click(person, "assessment.close", round, NOW)).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(person, "assessment.move", round, NOW)).isInstanceOf(Reply.Refused.class);
            assertThat(school.submit(person, opening, school.round("2026-09-21", "15:00"), NOW))
                    .isInstanceOf(Reply.Refused.class);
        }
        var page = form(school.type(member(1), "rate", NOW));
        for (var person : List.of(COACH, LEADER, new PersonId("T1", "USTRANGER"))) {
            assertThat(school.click(person, "assessment.rate", round, NOW)).isInstanceOf(Reply.Refused.class);
            assertThat(school.submit(person, page, choices("1", "1", ""), NOW)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(LEADER, "assessment.results", school.team.id().value(), NOW))
                .isInstanceOf(Reply.Refused.class);
    }

    /** Before there is anything to see, one button leads on, to what the one who asks may do. */
    @OnBothDatabases
    void nothingYetIsNoDeadEnd(Database database) {
        var school = new School(database, 5);
        var team = school.team.id().value();
        assertThat(words(((Reply.ToYou) school.type(COACH, "results", NOW)).card()))
                .contains("No round has closed yet, so there is no result.", "[Open the first round]");
        assertThat(words(((Reply.ToYou) school.type(member(1), "results", NOW)).card())).contains("[Log evidence]");
        var refused = (Reply.Refused) school.type(member(1), "rate", NOW);
        assertThat(refused.reason()).startsWith("No round is open now.");
        assertThat(refused.wayOn()).map(Button::label).contains("Log evidence");
        var round = school.open();
        assertThat(words(((Reply.ToYou) school.type(COACH, "results", NOW)).card())).contains("[Go to the round]");
        var card = ((Reply.ToYou) school.type(member(1), "results", NOW)).card();
        assertThat(words(card)).contains("[Open the self-assessment]");
        school.click(COACH, "assessment.close", round, NOW);
        assertThat(((Reply.Refused) school.click(member(1), "assessment.now", team, NOW)).wayOn()).map(Button::label)
                .contains("See the last result");
    }

    @OnBothDatabases
    void nobodyButTheAuthorOpensARatingBeforeAndAfterTheReveal(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        for (var i = 1; i <= 5; i++) {
            school.rateAll(member(i), "2", "3", List.of());
        }
        school.submit(member(1), form(school.type(member(1), "rate", NOW)), choices("1", "4", "a secret"), NOW);
        for (var closed : List.of(false, true)) {
            if (closed) {
                school.click(COACH, "assessment.close", round, NOW);
            }
            for (var person : List.of(COACH, LEADER, member(2), new PersonId("T1", "USTRANGER"))) {
                assertThat(own(school, person, member(1))).isEmpty();
            }
            assertThat(own(school, member(1), member(1))).isPresent();
        }
        var reveal = school.reveal();
        var results = school.type(COACH, "results", NOW);
        assertThat(words(reveal.card()) + words(reveal.inThread().orElseThrow())
                + words(((Reply.ToYou) results).card())).doesNotContain("secret");
    }

    @OnBothDatabases
    void theStepsFollowTheRound(Database database) {
        var school = new School(database, 5);
        assertThat(steps(school, COACH)).containsExactly("NEXT Open your first self-assessment round.");
        assertThat(steps(school, member(1))).isEmpty();
        school.open();
        assertThat(steps(school, member(1))).singleElement().asString().startsWith("OPEN_ANSWER");
        assertThat(steps(school, COACH)).as("with a round open it comes first").containsExactly(
                "NEXT See how the self-assessment round is going.",
                "ANY_TIME Say which practices serve your school's goal.");
        assertThat(steps(school, LEADER)).containsExactly("ANY_TIME Say which practices serve your school's goal.");
        school.rateAll(member(1), "2", "3", List.of());
        assertThat(steps(school, member(1))).singleElement().asString().startsWith("ANY_TIME");
    }

    @OnBothDatabases
    void aRoundWithoutAnybodyIsNoHighlightAndCanBeFollowedByAnother(Database database) {
        var school = new School(database, 5);
        school.click(COACH, "assessment.close", school.open(), NOW);
        var week = new Period(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(6)));
        assertThat(sections(school, week, View.TEAM)).extracting(Section::place)
                .containsExactly(Section.Place.PARTICIPATION);
        assertThat(steps(school, COACH)).contains("ANY_TIME Open another self-assessment round.");
    }

    @OnBothDatabases
    void theSummaryHearsHowManyAndNothingElse(Database database) {
        var school = new School(database, 5);
        var round = school.open();
        school.rateAll(member(1), "2", "3", List.of());
        var week = new Period(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(6)));
        var open = sections(school, week, View.TEAM);
        assertThat(open).extracting(Section::place).containsExactly(Section.Place.PARTICIPATION, Section.Place.NEXT);
        assertThat(open.getFirst().tallies()).as("one by one they could be read").isEmpty();
        assertThat(sections(school, week, View.LEADER).getFirst()).satisfies(told -> {
            assertThat(told.tallies()).isEmpty();
            assertThat(told.lines().toString()).contains("fewer than half have begun");
        });
        school.click(COACH, "assessment.close", round, NOW);
        assertThat(sections(school, week, View.TEAM).getFirst().tallies())
                .containsExactly(new Tally("Self-assessment", 1, 5));
        assertThat(sections(school, week, View.LEADER)).extracting(Section::place).containsExactly(
                Section.Place.PARTICIPATION,
                Section.Place.HIGHLIGHTS);
        assertThat(sections(school, new Period(week.until(), CLOSES), View.LEADER)).isEmpty();
    }

    private static List<Section> sections(School school, Period period, View view) {
        return school.database.read(tx -> school.room.sections(tx, school.team, period, view));
    }

    private static List<String> steps(School school, PersonId person) {
        List<NextStep> steps = school.database.read(tx -> school.room.steps(tx, school.team, person,
                school.people.members().standing(tx, school.team.id(), person), NOW));
        return steps.stream().map(step -> step.rank() + " " + step.words()).toList();
    }

    /** What the viewer gets to see of the author's answers in the team's only round. */
    private static Optional<OwnAnswers> own(School school, PersonId viewer, PersonId author) {
        return school.database.read(tx -> {
            var store = new RoundStore();
            var round = store.openIn(tx, school.team.id()).or(() -> store.lastClosed(tx, school.team.id()));
            return school.people.gate().open(tx, viewer, new RatingStore().of(tx, round.orElseThrow(), author));
        });
    }

    private static Composition.Send sent(Composition composition) {
        return switch (composition) {
            case Composition.Send send -> send;
            case Composition.Skip(var reason) -> throw new AssertionError("skipped: " + reason);
        };
    }
}
