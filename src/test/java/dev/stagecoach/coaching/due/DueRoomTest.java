package dev.stagecoach.coaching.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.School;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.Transaction;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

class DueRoomTest {
    /** The eve of the team's meeting on Wednesday, 3 PM in Boise. */
    private static final Instant EVE = Instant.parse("2026-09-15T21:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-09-14T15:00:00Z");
    private static final String KEY = "due/T1/UADA/2026-38";

    private final List<Instant> checkins = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>(List.of("Decide on your try."));
    private final Room work = new Room() {
        @Override
        public boolean asksAtHome() {
            return true;
        }

        @Override
        public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
            return person.equals(ADA)
                    ? waiting.stream().map(words -> new NextStep(NextStep.Rank.OPEN_ANSWER, words,
                            Button.of("Do it", "work.do", words))).toList()
                    : List.of();
        }

        @Override
        public List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
            return checkins.stream().filter(at -> at.isAfter(now) && at.isBefore(until))
                    .map(at -> new Planned(at, "Check-in", SendPolicy.NUDGE)).toList();
        }
    };

    @OnBothDatabases
    void whatIsDueIsToldOnceAWeek_onTheEveOfTheMeeting_toWhomItIsDue(Database database) {
        var school = new School(database);
        var room = room(school);
        room.jobs().getFirst().run(EVE.minusSeconds(1));
        assertThat(planned(database)).isEmpty();
        for (var late = 0; late < 3; late++) {
            room.jobs().getFirst().run(EVE.plusSeconds(late));
        }
        assertThat(planned(database)).containsExactly(KEY + " " + EVE);
        assertThat(school.composed(room)).singleElement().asString().contains("Decide on your try.", "work.do");
        room.jobs().getFirst().run(EVE.plus(Duration.ofDays(7)));
        assertThat(planned(database)).hasSize(2);
    }

    @OnBothDatabases
    void withACheckinInTheWeekItGoesOutWithIt_alsoWhereThatWasMoved(Database database) {
        var school = new School(database);
        checkins.add(EVE.plus(Duration.ofDays(1)));
        var room = room(school);
        room.jobs().getFirst().run(EVE);
        assertThat(planned(database)).isEmpty();
        checkins.set(0, EVE.plus(Duration.ofDays(2)));
        room.jobs().getFirst().run(EVE.plus(Duration.ofDays(1)));
        assertThat(planned(database)).as("the check-in was moved").isEmpty();
        room.jobs().getFirst().run(EVE.plus(Duration.ofDays(2)));
        assertThat(planned(database)).containsExactly(KEY + " " + EVE.plus(Duration.ofDays(2)));
    }

    @OnBothDatabases
    void whatIsDoneMeanwhileIsNotSent(Database database) {
        var school = new School(database);
        var room = room(school);
        room.jobs().getFirst().run(EVE);
        waiting.clear();
        assertThat(school.composed(room).toString()).contains("Skip[reason=nothing is due any more]");
        waiting.addAll(List.of("One.", "Two.", "Three.", "Four."));
        assertThat(school.composed(room).toString()).contains("4 things are due", "Three.", "The others wait")
                .doesNotContain("Four.");
    }

    private DueRoom room(School school) {
        var room = new DueRoom(school.database, school.people, school.outbox, List.of(work));
        school.database.change(tx -> room.teamChanged(tx, SETTINGS, MONDAY));
        return room;
    }

    private static List<String> planned(Database database) {
        return database.read(tx -> tx.handle().createQuery("select unique_key, due_at from delivery order by due_at")
                .map((row, _) -> row.getString("unique_key") + " " + Instant.ofEpochMilli(row.getLong("due_at")))
                .list());
    }
}
