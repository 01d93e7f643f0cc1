package dev.stagecoach.coaching.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.calendar.Forecast.Fate;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.NudgeBudget;
import dev.stagecoach.people.QuietHours;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTest {
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final DaysOff LABOR_DAY = new DaysOff(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 7),
            "Labor Day");
    private static final Day DAY = new Day(BOISE, QuietHours.USUAL, List.of(LABOR_DAY));

    @Test
    void whatIsPlannedGoesOutWaitsOrIsDroppedWithItsReason() {
        assertThat(fates(NudgeBudget.USUAL, nudge("2026-09-07T15:00"), nudge("2026-09-08T15:00"),
                nudge("2026-09-15T17:00"),
                report("2026-09-18T18:00"))).containsExactly(new Fate.Dropped("Labor Day"), new Fate.Sent(),
                        new Fate.Later(at("2026-09-16T07:30")), new Fate.Later(at("2026-09-21T07:30")));
    }

    @Test
    void onlySoManyNudgesFitIntoAWeekAndWhatWaitsCountsWhereItGoesOut() {
        assertThat(fates(NudgeBudget.USUAL, nudge("2026-09-11T18:00"), nudge("2026-09-15T15:00"),
                report("2026-09-15T15:00"),
                nudge("2026-09-22T15:00"))).containsExactly(new Fate.Later(at("2026-09-14T07:30")),
                        new Fate.Dropped("the limit of once a week"), new Fate.Sent(), new Fate.Sent());
        assertThat(fates(new NudgeBudget(2, true), nudge("2026-09-14T15:00"), nudge("2026-09-15T15:00"),
                nudge("2026-09-16T15:00"))).containsExactly(new Fate.Sent(), new Fate.Sent(),
                        new Fate.Dropped("the limit of twice a week"));
    }

    private static List<Fate> fates(NudgeBudget budget, Planned... planned) {
        return Forecast.of(List.of(planned), DAY, budget).stream().map(Forecast::fate).toList();
    }

    private static Planned nudge(String local) {
        return new Planned(at(local), "Check-in", SendPolicy.NUDGE);
    }

    private static Planned report(String local) {
        return new Planned(at(local), "Weekly summary", SendPolicy.REPORT);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BOISE).toInstant();
    }
}
