package dev.stagecoach.coaching.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.View;
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

class LearnRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final Instant FRIDAY = NOW.plus(Duration.ofDays(4));
    private static final Instant NEXT_MONDAY = NOW.plus(Duration.ofDays(7));

    @OnBothDatabases
    void aCardAtATimeEachFromItsDayOn(Database database) {
        var school = new School(database);
        var room = room(school);
        var first = learn(school, room, ADA, "");
        assertThat(first.toString()).contains("Three questions", "Card 1 of 6", "Seen, next");
        var waiting = seen(school, room, ADA, first, NOW);
        assertThat(waiting.toString()).contains("opens on Tue, Sep 15", "Where is your team on the journey?");
        assertThat(steps(database, room, ADA, NOW)).isEmpty();
        assertThat(steps(database, room, ADA, FRIDAY)).hasSize(1);
        assertThat(steps(database, room, BEN, NOW)).first().asString().contains("Three questions");
        var cycle = readAll(school, room, ADA, FRIDAY);
        assertThat(cycle.toString()).contains("The next card opens on Mon, Sep 21", "The learning cycle");
        var last = readAll(school, room, ADA, NEXT_MONDAY);
        assertThat(last.toString()).contains("You have seen the whole introduction.").doesNotContain("%");
    }

    @OnBothDatabases
    void aCardCanBeReadAheadAndAgain(Database database) {
        var school = new School(database);
        var room = room(school);
        var waiting = seen(school, room, ADA, learn(school, room, ADA, ""), NOW);
        var ahead = School.shown(school.click(room, ADA, "learn.read", School.value(waiting, "learn.read")));
        assertThat(ahead.toString()).contains("Inquiry", "Delivery of knowledge → Authentic academic experiences");
        assertThat(School.shown(school.click(room, ADA, "learn.read", TEAM + " card/gone")).toString())
                .contains("What would you like to look at?");
        assertThat(seen(school, room, ADA, ahead, NOW).toString()).contains("opens on Wed, Sep 16");
    }

    @OnBothDatabases
    void aPracticeIsFoundByAnyOfItsNames(Database database) {
        var school = new School(database);
        var room = room(school);
        var practice = GUIDE.practice("discussion").orElseThrow();
        for (var name : List.of("Expanded student talk", "student talk", "DISCUSSION", "expanded  talk!")) {
            assertThat(learn(school, room, LEADER, name).toString()).as(name).contains(practice.to(),
                    practice.shift(), practice.student().indicator(), practice.system().indicator(),
                    practice.student().levels().get(3), practice.system().levels().get(0),
                    practice.lookFors().get(1), "Also called", "Trailhead → First miles", "What it asks of us");
        }
        assertThat(learn(school, room, ADA, "conferencin").toString()).contains("Did you mean", "Conferencing")
                .doesNotContain("Inquiry");
        assertThat(learn(school, room, ADA, "grouping").toString()).contains("Did you mean", "Flexible grouping");
        var unknown = learn(school, room, ADA, "<!channel> 🎉 " + "x".repeat(10_000));
        assertThat(unknown.toString()).contains("<!channel> 🎉", "These are the ones I know", "Inquiry");
        var clicked = school.click(room, ADA, "learn.practice", School.value(unknown, "learn.practice"));
        assertThat(School.shown(clicked).toString()).contains("Inquiry-based");
    }

    @OnBothDatabases
    void askedForARatingItSaysThatItNeverMakesOne(Database database) {
        var school = new School(database);
        var room = room(school);
        for (var asked : List.of("crosswalk level 3", "which rating is level 3?", "convert 3")) {
            assertThat(learn(school, room, LEADER, asked).toString()).as(asked)
                    .contains("I never turn a level into a rating", GUIDE.workbook().crosswalk().warning());
        }
        assertThat(learn(school, room, ADA, "Crosswalk").toString())
                .contains(GUIDE.workbook().crosswalk().warning(), "Marzano").doesNotContain("I never");
    }

    @OnBothDatabases
    void theTeamSeesAPercentageFromFiveMembersOnAndALeaderNone(Database database) {
        var school = new School(database);
        var room = room(school);
        assertThat(percent(database, room)).isZero();
        readAll(school, room, ADA, NEXT_MONDAY);
        assertThat(percent(database, room)).isEqualTo(50);
        assertThat(readAll(school, room, ADA, NEXT_MONDAY).toString()).as("two members").doesNotContain("%");
        for (var name : List.of("CY", "DI", "EVE")) {
            join(school, new PersonId("T1", "U" + name));
        }
        assertThat(percent(database, room)).isEqualTo(20);
        assertThat(readAll(school, room, ADA, NEXT_MONDAY).toString()).contains("20% of the team have");
        readAll(school, room, LEADER, NEXT_MONDAY);
        readAll(school, room, COACH, NEXT_MONDAY);
        assertThat(percent(database, room)).as("members count").isEqualTo(20);
        assertThat(readAll(school, room, LEADER, NEXT_MONDAY).toString()).doesNotContain("%");
        assertThat(readAll(school, room, COACH, NEXT_MONDAY).toString()).contains("20%");
    }

    @OnBothDatabases
    void aStrangerReadsNothingAndASecondClickIsHarmless(Database database) {
        var school = new School(database);
        var room = room(school);
        for (var action : List.of("learn.next", "learn.seen", "learn.read", "learn.menu", "learn.practice")) {
            assertThat(school.click(room, STRANGER, action, TEAM + " card/idea")).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, ADA, action, "gone")).isInstanceOf(Reply.Refused.class);
        }
        var first = learn(school, room, ADA, "");
        assertThat(seen(school, room, ADA, first, NOW)).isEqualTo(seen(school, room, ADA, first, NOW));
    }

    @OnBothDatabases
    void theWeeksSummaryNamesTheNewestCard(Database database) {
        var school = new School(database);
        var room = room(school);
        var week = database.read(tx -> room.sections(tx, SETTINGS, new Period(NOW, FRIDAY), View.TEAM));
        assertThat(week).singleElement().asString().contains("What personalized learning is not");
        var later = database.read(tx -> room.sections(tx, SETTINGS,
                new Period(NEXT_MONDAY.plus(Duration.ofDays(7)), NEXT_MONDAY.plus(Duration.ofDays(14))), View.TEAM));
        assertThat(later).isEmpty();
    }

    private static LearnRoom room(School school) {
        return new LearnRoom(school.people, GUIDE,
                new ResourceRoom(school.people, GUIDE, school.shared),
                new CrosswalkRoom(school.people, GUIDE));
    }

    private static Card learn(School school, LearnRoom room, PersonId person, String rest) {
        return School.shown(school.type(room, person, "learn", rest));
    }

    /** Presses on until there is nothing more to see, and gives what stands there then. */
    private static Card readAll(School school, LearnRoom room, PersonId person, Instant now) {
        var card = School.shown(click(school, room, person, "learn.next", TEAM.value(), now));
        while (card.toString().contains("learn.seen")) {
            card = seen(school, room, person, card, now);
        }
        return card;
    }

    private static Card seen(School school, LearnRoom room, PersonId person, Card card, Instant now) {
        return School.shown(click(school, room, person, "learn.seen", School.value(card, "learn.seen"), now));
    }

    private static Reply click(School school, LearnRoom room, PersonId person, String action, String value,
            Instant now) {
        return Objects.requireNonNull(school.feature(room).clicks().get(action))
                .apply(new Call.Click(person, action, value, Optional.empty(), now));
    }

    private static List<?> steps(Database database, LearnRoom room, PersonId person, Instant now) {
        var people = People.create();
        return database.read(
                tx -> room.steps(tx, SETTINGS, person, people.members().standing(tx, TEAM, person), now));
    }

    private static int percent(Database database, LearnRoom room) {
        return database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst().count();
    }

    private static void join(School school, PersonId person) {
        school.database.change(tx -> {
            school.people.members().keep(tx,
                    new Person(person, person.user(), SETTINGS.zone(), Person.Kind.FULL, true), NOW);
            school.people.members().join(tx, TEAM, person, Role.MEMBER, NOW);
        });
    }
}
