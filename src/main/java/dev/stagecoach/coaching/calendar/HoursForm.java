package dev.stagecoach.coaching.calendar;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.people.NudgeBudget;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.TeamHours;
import dev.stagecoach.people.TeamId;

/** The form for a team's hours and limits, and the look at the next four weeks before they hold. */
final class HoursForm {
    static final String FROM = "from";
    static final String TO = "to";
    static final String WEEKENDS = "weekends";
    static final String NUDGES = "nudges";
    static final String REPEAT = "repeat";
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final List<String> TIMES = List.of("1", "2", "3");
    static final Action<TeamId> PREVIEW = Action.form("calendar.hours", Carried.team(), Access.reads(Who.COACHES));
    static final Action<Wish> SAVE = Action.form("calendar.weeks", Wish.CARRIED, Access.writes(Who.COACHES));
    /** From the preview back to the form. */
    static final Action<Wish> CHANGE = Action.click("calendar.change", Wish.CARRIED, Access.reads(Who.COACHES));

    private HoursForm() {}

    /** Hours that a coach would like for a team; travels from form to form as text. */
    record Wish(TeamId team, TeamHours hours) {
        private static final Pattern FORMAT = Pattern.compile("\\S+( ([01]\\d|2[0-3]):[0-5]\\d){2} (true|false) ["
                + String.join("", TIMES) + "] (true|false)");

        static final Carried<Wish> CARRIED = new Carried<>(Wish::format, Wish::parse,
                (_, wish) -> Optional.of(wish.team()));

        private String format() {
            var quiet = hours.quiet();
            return String.join(" ", team.value(), quiet.from().toString(), quiet.to().toString(),
                    String.valueOf(quiet.weekends()), String.valueOf(hours.budget().nudgesPerWeek()),
                    String.valueOf(hours.budget().repeat()));
        }

        /** Empty where {@link #format} did not write it. */
        private static Optional<Wish> parse(String text) {
            if (!FORMAT.matcher(text).matches()) {
                return Optional.empty();
            }
            var parts = text.split(" ", 6);
            var from = LocalTime.parse(parts[1]);
            var to = LocalTime.parse(parts[2]);
            return to.isBefore(from)
                    ? Optional.of(new Wish(new TeamId(parts[0]), new TeamHours(
                            new QuietHours(from, to, parts[3].equals("true")),
                            new NudgeBudget(Integer.parseInt(parts[4]), parts[5].equals("true")))))
                    : Optional.empty();
        }
    }

    /** What was sent in. */
    sealed interface Read {
        record Filled(TeamHours hours) implements Read {}

        record Faulty(Reply mend) implements Read {}
    }

    static Form of(TeamId team, TeamHours now) {
        return PREVIEW.form("Hours and limits", "Show me four weeks", team, List.of(
                new Field.TimeOfDay(FROM, "Quiet from", "Between 1:00 PM and 8:00 PM, in each person's own time zone.",
                        false, Optional.of(now.quiet().from())),
                new Field.TimeOfDay(TO, "until the next morning at", "Between 6:00 AM and noon.", false,
                        Optional.of(now.quiet().to())),
                pick(WEEKENDS, "Weekends", "Quiet all day", "Like other days", now.quiet().weekends()),
                new Field.Pick(NUDGES, "How often I may ask each person for something", "", false,
                        TIMES.stream().map(n -> Field.Option.of(n, "At most " + CalendarWords.times(Integer.parseInt(n))
                                + " a week")).toList(),
                        Optional.of(Integer.toString(now.budget().nudgesPerWeek()))),
                pick(REPEAT, "Remind people of an open check-in", "Once, after two school days", "Never",
                        now.budget().repeat())));
    }

    private static Field pick(String key, String label, String yes, String no, boolean now) {
        return new Field.Pick(key, label, "", false, List.of(Field.Option.of("yes", yes), Field.Option.of("no", no)),
                Optional.of(now ? "yes" : "no"));
    }

    static Read read(Answers answers) {
        var reading = new FormReader(answers);
        var from = time(reading, FROM, QuietHours::problemOfBegin);
        var to = time(reading, TO, QuietHours::problemOfEnd);
        var weekends = reading.oneOf(WEEKENDS, YES_NO, "yes");
        var nudges = reading.oneOf(NUDGES, TIMES, "1");
        var repeat = reading.oneOf(REPEAT, YES_NO, "yes");
        return reading.mend().<Read>map(Read.Faulty::new).orElseGet(() -> new Read.Filled(new TeamHours(
                new QuietHours(from.orElseThrow(), to.orElseThrow(), weekends.equals("yes")),
                new NudgeBudget(Integer.parseInt(nudges), repeat.equals("yes")))));
    }

    private static Optional<LocalTime> time(FormReader reading, String key,
            Function<LocalTime, Optional<String>> problem) {
        var time = reading.time(key);
        if (time.isEmpty()) {
            reading.mend(key, "Choose a time.");
        }
        time.flatMap(problem).ifPresent(reason -> reading.mend(key, reason));
        return time;
    }

    /** @param weeks what the change does */
    static Form preview(Wish wish, Text weeks) {
        return SAVE.form("The next four weeks", "Save", wish,
                List.of(new Field.Words(Text.of(CalendarWords.of(wish.hours()))), new Field.Words(weeks),
                        new Field.Aside(CHANGE.button("Change something", wish))));
    }
}
