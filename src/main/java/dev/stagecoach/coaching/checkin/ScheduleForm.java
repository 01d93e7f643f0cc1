package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.outbox.Recurrence.MonthlyOnDay;
import dev.stagecoach.outbox.Recurrence.MonthlyOnWeekday;
import dev.stagecoach.outbox.Recurrence.Nth;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.TeamId;

/** The form in which a coach says what is asked, whom, and when. */
final class ScheduleForm {
    static final Action<Begun> PREVIEW = Action.form("checkin.schedule", new Carried<>(
            plan -> plan.team() + "\n" + plan.id(), ScheduleForm::begun, (_, plan) -> Optional.of(plan.team())),
            Access.reads(Who.COACHES));
    static final String SET = "set";
    static final String WHO = "who";
    static final String PEOPLE = "people";
    static final String RHYTHM = "rhythm";
    static final String DAY = "day";
    static final String TIME = "time";
    static final String FIRST = "first";
    private static final String TEAM = "team";
    private static final String CHOSEN = "chosen";
    private static final String MONTHLY = "monthly";
    /** So that a plan fits into what a form carries along. */
    private static final int MOST_PEOPLE = 50;
    private static final int SELECT_ABOVE = 10;

    private ScheduleForm() {}

    /** What was sent in: a plan, or reasons beside the fields. */
    sealed interface Parsed {
        record Good(ScheduleDraft plan) implements Parsed {}

        record Bad(Map<String, String> reasons) implements Parsed {}
    }

    /** The form, filled in with {@code plan}; {@code zone} is named to the coach. */
    static Form of(ScheduleDraft plan, List<CheckinSet> sets, String zone) {
        var options = sets.stream().map(set -> new Option(set.key(), set.name(), set.cadence())).toList();
        var set = Optional.of(plan.set()).filter(key -> sets.stream().anyMatch(one -> one.key().equals(key)));
        var people = plan.chosen().isEmpty() ? TEAM : CHOSEN;
        return PREVIEW.form("Schedule a check-in", "Show me the dates", new Begun(plan.team(), plan.schedule()),
                List.of(
                        options.size() > SELECT_ABOVE
                                ? new Field.Select(SET, "Which questions", "", false, options, set)
                                : new Field.Pick(SET, "Which questions", "", false, options, set),
                        new Field.Pick(WHO, "Who is asked", "", false,
                                List.of(Option.of(TEAM, "All members of the team"),
                                        Option.of(CHOSEN, "Only the people chosen here")),
                                Optional.of(people)),
                        new Field.People(PEOPLE, "Chosen people", "Only needed if you choose people.", true,
                                plan.chosen(),
                                MOST_PEOPLE),
                        new Field.Pick(RHYTHM, "How often", "", false, List.of(Option.of("1", "Every week"),
                                Option.of("2", "Every 2 weeks"), Option.of("4", "Every 4 weeks"),
                                Option.of(MONTHLY, "Monthly")),
                                Optional.of(rhythm(plan.recurrence()))),
                        new Field.Select(DAY, "On", "", false, days(), Optional.of(day(plan.recurrence()).name())),
                        new Field.TimeOfDay(TIME, "At", "In your team's time zone, " + zone + ".", false,
                                Optional.of(plan.recurrence().time())),
                        new Field.Day(FIRST, "Not before", "", false, Optional.of(plan.recurrence().start()))));
    }

    private static Optional<Begun> begun(String text) {
        return text.contains(" ")
                ? Optional.empty()
                : Carried.parts(text.replace('\n', ' '), 2)
                        .map(two -> new Begun(new TeamId(two.get(0)), two.get(1)));
    }

    /**
     * What a plan is held against.
     *
     * @param quiet the team's quiet hours
     * @param belongs whether somebody is in the team
     */
    record Limits(List<CheckinSet> sets, LocalDate today, QuietHours quiet, Predicate<PersonId> belongs) {}

    static Parsed parse(Begun plan, Answers answers, Limits limits) {
        var reasons = new LinkedHashMap<String, String>();
        var set = answers.one(SET).filter(key -> limits.sets().stream().anyMatch(one -> one.key().equals(key)));
        if (set.isEmpty()) {
            reasons.put(SET, "Choose one set of questions.");
        }
        var chosen = chosen(answers, limits.belongs(), reasons);
        var recurrence = recurrence(answers, limits, reasons);
        if (set.isEmpty() || recurrence.isEmpty() || !reasons.isEmpty()) {
            return new Parsed.Bad(reasons);
        }
        return new Parsed.Good(new ScheduleDraft(plan.team(), plan.id(), set.get(), recurrence.get(), chosen));
    }

    private static List<PersonId> chosen(Answers answers, Predicate<PersonId> belongs, Map<String, String> reasons) {
        var who = answers.one(WHO).orElse("");
        if (who.equals(TEAM)) {
            return List.of();
        }
        var people = answers.people(PEOPLE).stream().distinct().toList();
        if (!who.equals(CHOSEN)) {
            reasons.put(WHO, "Say who is asked.");
        } else if (people.isEmpty()) {
            reasons.put(PEOPLE, "Choose at least one person, or ask the whole team.");
        } else if (people.size() > MOST_PEOPLE) {
            reasons.put(PEOPLE, "Choose at most " + MOST_PEOPLE + " people, or ask the whole team.");
        } else if (!people.stream().allMatch(belongs)) {
            reasons.put(PEOPLE, "You can only ask people on this team. Somebody here is not on it.");
        }
        return people;
    }

    private static Optional<Recurrence> recurrence(Answers answers, Limits limits, Map<String, String> reasons) {
        var rhythm = answers.one(RHYTHM).filter(value -> Set.of("1", "2", "4", MONTHLY).contains(value));
        if (rhythm.isEmpty()) {
            reasons.put(RHYTHM, "Choose how often.");
        }
        var day = weekday(answers);
        if (day.isEmpty()) {
            reasons.put(DAY, "Choose a day from Monday to Friday: weekends stay free.");
        }
        var time = time(answers, limits.quiet(), reasons);
        var first = first(answers, limits.today(), reasons);
        if (rhythm.isEmpty() || day.isEmpty() || time.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(recurrence(rhythm.get(), day.get(), time.get(), first.get()));
    }

    private static Recurrence recurrence(String rhythm, DayOfWeek day, LocalTime time, LocalDate first) {
        if (!rhythm.equals(MONTHLY)) {
            return new Weekly(Integer.parseInt(rhythm), Set.of(day), time, first);
        }
        var nth = (first.with(TemporalAdjusters.nextOrSame(day)).getDayOfMonth() - 1) / 7;
        return new MonthlyOnWeekday(Nth.values()[nth], day, time, first);
    }

    private static Optional<LocalTime> time(Answers answers, QuietHours quiet, Map<String, String> reasons) {
        var time = new FormReader(answers).time(TIME);
        if (time.isEmpty()) {
            reasons.put(TIME, "Give a time of day, for example 3:00 PM.");
        } else if (!Hours.allow(time.get(), quiet)) {
            reasons.put(TIME, "That is in your team's quiet hours, " + DateText.time(quiet.from()) + " to "
                    + DateText.time(quiet.to()) + ". Choose a time from " + DateText.time(quiet.to()) + " until before "
                    + DateText.time(quiet.from()) + ".");
            return Optional.empty();
        }
        return time;
    }

    private static Optional<LocalDate> first(Answers answers, LocalDate today, Map<String, String> reasons) {
        var first = new FormReader(answers).day(FIRST);
        if (first.isEmpty()) {
            reasons.put(FIRST, "Give a date.");
        } else if (first.get().isBefore(today)) {
            reasons.put(FIRST, "That day has passed. Choose today or later.");
        } else if (Hours.isWeekend(first.get().getDayOfWeek())) {
            reasons.put(FIRST, "That is a " + word(first.get().getDayOfWeek())
                    + ". Choose a day from Monday to Friday: weekends stay free.");
        } else if (first.get().isAfter(today.plusYears(1))) {
            reasons.put(FIRST, "That is more than a year ahead. Choose an earlier day.");
        }
        return first.filter(_ -> !reasons.containsKey(FIRST));
    }

    private static Optional<DayOfWeek> weekday(Answers answers) {
        var typed = answers.one(DAY);
        return Arrays.stream(DayOfWeek.values()).filter(day -> !Hours.isWeekend(day))
                .filter(day -> typed.filter(day.name()::equals).isPresent()).findFirst();
    }

    private static List<Option> days() {
        return Arrays.stream(DayOfWeek.values()).filter(day -> !Hours.isWeekend(day))
                .map(day -> Option.of(day.name(), word(day))).toList();
    }

    private static String rhythm(Recurrence recurrence) {
        return switch (recurrence) {
            case Weekly weekly -> weekly.weeks() == 3 ? "4" : Integer.toString(weekly.weeks());
            case MonthlyOnDay _,MonthlyOnWeekday _ -> MONTHLY;
        };
    }

    private static DayOfWeek day(Recurrence recurrence) {
        return switch (recurrence) {
            case Weekly weekly -> weekly.days().iterator().next();
            case MonthlyOnWeekday monthly -> monthly.day();
            case MonthlyOnDay monthly -> monthly.start().getDayOfWeek();
        };
    }

    private static String word(DayOfWeek day) {
        return DateText.weekday(day);
    }
}
