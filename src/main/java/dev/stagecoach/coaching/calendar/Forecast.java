package dev.stagecoach.coaching.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

import dev.stagecoach.coaching.Planned;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.Day.Ruling;
import dev.stagecoach.people.NudgeBudget;

/** What becomes of something planned, under a team's hours and limits. Keep in step with what delivery does. */
record Forecast(Planned planned, Fate fate) {

    /** What becomes of it. */
    sealed interface Fate {
        record Sent() implements Fate {}

        record Later(Instant at) implements Fate {}

        /** The reason stands after "because of". */
        record Dropped(String reason) implements Fate {}
    }

    /** In the order of time; for a member who lives in the team's zone and has no wishes of their own. */
    static List<Forecast> of(List<Planned> planned, Day day, NudgeBudget budget) {
        var asked = new HashMap<LocalDate, Integer>();
        var forecasts = new ArrayList<Forecast>();
        for (var one : planned.stream().sorted(Comparator.comparing(Planned::at)).toList()) {
            var fate = byTheDay(one, day);
            if (one.policy() == SendPolicy.NUDGE && !(fate instanceof Fate.Dropped)) {
                var at = fate instanceof Fate.Later(var later) ? later : one.at();
                var week = LocalDate.ofInstant(at, day.zone())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                if (asked.merge(week, 1, Integer::sum) > budget.nudgesPerWeek()) {
                    fate = new Fate.Dropped("the limit of " + CalendarWords.times(budget.nudgesPerWeek()) + " a week");
                }
            }
            forecasts.add(new Forecast(one, fate));
        }
        return forecasts;
    }

    private static Fate byTheDay(Planned planned, Day day) {
        return switch (day.at(planned.at())) {
            case Ruling.Open() -> new Fate.Sent();
            case Ruling.Quiet(var until) -> new Fate.Later(until);
            case Ruling.Off(var days) -> new Fate.Dropped(days.name());
        };
    }
}
