package dev.stagecoach.coaching.home;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.TeamId;

/** The form in which people say what they want of the bot. */
final class PreferenceForm {
    static final Action<Optional<TeamId>> SAVE = Action.form("home.preferences", Carried.perhapsTeam(),
            Access.writes(Who.ANYONE));
    static final String CHECKINS = "checkins";
    static final String PAUSED_UNTIL = "paused_until";
    static final String STOPPED = "stopped";
    static final String AWAY_FROM = "away_from";
    static final String AWAY_UNTIL = "away_until";
    static final String QUIET_FROM = "quiet_from";
    static final String QUIET_TO = "quiet_to";
    /** Check-ins have a question of their own. */
    private static final List<Subscription> OTHERS = Stream.of(Subscription.values())
            .filter(kind -> kind != Subscription.CHECKINS).toList();
    private static final int LONGEST_VACATION = 366;

    private PreferenceForm() {}

    /** What was sent in. */
    sealed interface Read {
        record Filled(Preference preference) implements Read {}

        record Faulty(Reply mend) implements Read {}
    }

    static Form of(Preference now, LocalDate today) {
        var away = now.vacation().filter(days -> !days.last().isBefore(today));
        return SAVE.form("Your preferences", "Save", Optional.empty(), List.of(
                new Field.Pick(CHECKINS, "Check-ins by private message", "", false,
                        List.of(Field.Option.of("on", "Yes, send them to me"), Field.Option.of("off", "No")),
                        Optional.of(now.checkins() ? "on" : "off")),
                new Field.Day(PAUSED_UNTIL, "Pause check-ins until",
                        "They start again on that day. Leave it empty for no pause.", true,
                        now.pausedUntil().filter(today::isBefore)),
                new Field.PickMany(STOPPED, "Do not send me", "Your Home tab still shows what is waiting for you.",
                        true,
                        OTHERS.stream().map(kind -> Field.Option.of(kind.name(), kind.words())).toList(),
                        now.stopped().stream().map(Enum::name).toList(), OTHERS.size()),
                new Field.Day(AWAY_FROM, "On vacation from", "I send nothing on these days, and do not catch up "
                        + "later.",
                        true, away.map(DaysOff::first)),
                new Field.Day(AWAY_UNTIL, "to", "The last day of your vacation.", true, away.map(DaysOff::last)),
                new Field.TimeOfDay(QUIET_FROM, "Quiet for me from",
                        "Your team has quiet hours already; here you can make them longer.", true,
                        now.quiet().map(QuietHours::from)),
                new Field.TimeOfDay(QUIET_TO, "until the next morning at", "", true, now.quiet().map(QuietHours::to))));
    }

    static Read read(Answers answers, LocalDate today) {
        var reading = new FormReader(answers);
        var checkins = reading.oneOf(CHECKINS, List.of("on", "off"), "");
        if (checkins.isEmpty()) {
            reading.mend(CHECKINS, "Choose yes or no.");
        }
        var pause = reading.day(PAUSED_UNTIL);
        if (pause.filter(day -> !PauseWords.ahead(day, today)).isPresent()) {
            reading.mend(PAUSED_UNTIL, "Choose a day after today and within a year, or leave it empty.");
        }
        var vacation = vacation(reading, today);
        var quiet = quiet(reading);
        return reading.mend().<Read>map(Read.Faulty::new).orElseGet(
                () -> new Read.Filled(new Preference(stopped(answers, checkins.equals("on")), pause, vacation, quiet)));
    }

    private static Set<Subscription> stopped(Answers answers, boolean checkins) {
        var stopped = EnumSet.noneOf(Subscription.class);
        OTHERS.stream().filter(kind -> answers.many(STOPPED).contains(kind.name())).forEach(stopped::add);
        if (!checkins) {
            stopped.add(Subscription.CHECKINS);
        }
        return stopped;
    }

    private static Optional<DaysOff> vacation(FormReader reading, LocalDate today) {
        var from = reading.day(AWAY_FROM);
        var until = reading.day(AWAY_UNTIL);
        if (from.isEmpty() || until.isEmpty()) {
            if (from.isPresent()) {
                reading.mend(AWAY_UNTIL, "Choose the last day of your vacation too, or clear both.");
            }
            if (until.isPresent()) {
                reading.mend(AWAY_FROM, "Choose the first day of your vacation too, or clear both.");
            }
            return Optional.empty();
        }
        if (until.get().isBefore(from.get())) {
            reading.mend(AWAY_UNTIL, "The last day is before the first. Choose a later one.");
        } else if (until.get().isBefore(today)) {
            reading.mend(AWAY_UNTIL, "This vacation is over. Choose days to come, or clear both.");
        } else if (until.get().isAfter(today.plusDays(LONGEST_VACATION))) {
            reading.mend(AWAY_UNTIL, "Choose a day within a year.");
        } else {
            return Optional.of(new DaysOff(from.get(), until.get(), Preference.VACATION));
        }
        return Optional.empty();
    }

    /** One of the two alone is enough: the other end is then the team's. */
    private static Optional<QuietHours> quiet(FormReader reading) {
        var from = time(reading, QUIET_FROM, QuietHours::problemOfBegin);
        var to = time(reading, QUIET_TO, QuietHours::problemOfEnd);
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuietHours(from.orElse(QuietHours.LATEST_BEGIN), to.orElse(QuietHours.EARLIEST_END),
                        false));
    }

    private static Optional<LocalTime> time(FormReader reading, String key,
            Function<LocalTime, Optional<String>> problem) {
        var time = reading.time(key);
        time.flatMap(problem).ifPresent(reason -> reading.mend(key, reason));
        return time.filter(one -> problem.apply(one).isEmpty());
    }
}
