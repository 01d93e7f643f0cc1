package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import dev.stagecoach.coaching.checkin.Arrival.Why;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.checkin.Classroom.COACH;
import static dev.stagecoach.coaching.checkin.Classroom.MONDAY;
import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

class ArrivalTest {
    private static final Instant TUESDAY = Instant.parse("2026-09-15T21:00:00Z");

    @OnBothDatabases
    void aCoachSeesHowManyGotIt_andWhyOthersDidNot_neverWho(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        assertThat(page(classroom)).doesNotContain("Last time");
        database.change(tx -> new PreferenceStore().keep(tx, TEACHERS.getFirst(),
                Preference.NONE.without(Set.of(Subscription.CHECKINS)), MONDAY));
        classroom.tick(TUESDAY);
        database.change(tx -> tx.handle().createUpdate("""
                update delivery set state = 'skipped', reason = :reason where address like '%/U2'
                """).bind("reason", "Not sent because I ask for something once a week at most, and this week I have.")
                .execute());
        classroom.deliver(TUESDAY);
        assertThat(page(classroom)).contains("4 of 6 got it; 2 did not: paused or turned off; already asked enough that"
                + " week").doesNotContain("U2").doesNotContain(TEACHERS.getFirst().user() + " ");
        classroom.tick(TUESDAY.plus(Duration.ofDays(7)));
        assertThat(page(classroom)).contains("0 of 6 got it; 6 did not: paused or turned off; still on its way");
    }

    private static String page(Classroom classroom) {
        return classroom.click("checkin.list", classroom.team.id().value(), COACH, TUESDAY.plusSeconds(60)).toString();
    }

    @Test
    void amongFewNoNumberSplits() {
        assertThat(new Arrival(3, 4, EnumSet.of(Why.UNWANTED)).words())
                .isEqualTo("not everybody got it: paused or turned off");
        assertThat(new Arrival(4, 4, Set.of()).words()).isEqualTo("all 4 got it");
        assertThat(new Arrival(4, 5, EnumSet.of(Why.BUDGET)).words())
                .isEqualTo("4 of 5 got it; 1 did not: already asked enough that week");
    }
}
