package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Carried;
import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.outbox.Recurrence.MonthlyOnDay;
import dev.stagecoach.outbox.Recurrence.MonthlyOnWeekday;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * What a coach wants to be asked, before it is stored. The id is given when the form first opens, so that sending
 * the same plan in twice makes one schedule.
 */
record ScheduleDraft(TeamId team, String schedule, String set, Recurrence recurrence, List<PersonId> chosen) {
    ScheduleDraft {
        chosen = List.copyOf(chosen);
    }

    /** Lines of text. */
    static final Carried<ScheduleDraft> CARRIED = new Carried<>(ScheduleDraft::format, ScheduleDraft::parse,
            (_, plan) -> Optional.of(plan.team()));

    /** The same, where its start has passed: from its next date on, in the same rhythm. */
    ScheduleDraft from(Instant now, ZoneId zone) {
        if (!recurrence.start().isBefore(LocalDate.ofInstant(now, zone))) {
            return this;
        }
        var next = LocalDate.ofInstant(recurrence.next(now, zone), zone);
        var moved = switch (recurrence) {
            case Weekly weekly -> new Weekly(weekly.weeks(), weekly.days(), weekly.time(), next);
            case MonthlyOnDay monthly -> new MonthlyOnDay(monthly.day(), monthly.time(), next);
            case MonthlyOnWeekday monthly -> new MonthlyOnWeekday(monthly.nth(), monthly.day(), monthly.time(), next);
        };
        return new ScheduleDraft(team, schedule, set, moved, chosen);
    }

    private String format() {
        var lines = new ArrayList<>(List.of(team.value(), schedule, set, recurrence.format()));
        chosen.forEach(person -> lines.add(person.toString()));
        return String.join("\n", lines);
    }

    private static Optional<ScheduleDraft> parse(String text) {
        var lines = text.split("\n", -1);
        var people = Arrays.stream(lines).skip(4).map(PersonId::find).toList();
        return lines.length < 4 || people.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Recurrence.find(lines[3]).map(recurrence -> new ScheduleDraft(new TeamId(lines[0]), lines[1],
                        lines[2], recurrence, people.stream().flatMap(Optional::stream).toList()));
    }
}
