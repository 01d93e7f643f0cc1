package dev.stagecoach.coaching.team;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/** The form that sets up a team, and the same form to edit one. */
final class SetupForm {
    static final Action<About> SAVE = Action.form("team.setup",
            new Carried<>(About::toString, About::parse, (_, about) -> about.team()), Access.outside(Who.ANYONE));
    static final String NAME = "name";
    static final String SCHOOL = "school";
    static final String COACHES = "coaches";
    static final String LEADERS = "leaders";
    static final String LEFT_OUT = "left_out";
    static final String ZONE = "zone";
    static final String MEETING_DAY = "meeting_day";
    static final String MEETING_TIME = "meeting_time";
    static final String CHECKINS = "checkins";
    static final String SUMMARY = "summary";
    static final String SUMMARY_DAY = "summary_day";
    static final String SUMMARY_TIME = "summary_time";

    private static final int MOST_NAMED = 10;
    private static final int MOST_LEFT_OUT = 30;

    private SetupForm() {}

    /**
     * Which team of which channel the form is about; no team yet where it makes one.
     *
     * @param seen how often the team's settings had been changed when the form was opened; empty in a form of an older
     *            version
     */
    record About(ChannelId channel, Optional<TeamId> team, Optional<Integer> seen) {
        static About fresh(ChannelId channel) {
            return new About(channel, Optional.empty(), Optional.empty());
        }

        /** Empty where it is the context of no such form. */
        static Optional<About> parse(String context) {
            var parts = context.split(" ", -1);
            if (parts.length > 2 && !parts[2].matches("\\d{1,9}")) {
                return Optional.empty();
            }
            return ChannelId.find(parts[0]).map(channel -> new About(channel,
                    parts.length > 1 ? Optional.of(new TeamId(parts[1])) : Optional.empty(),
                    parts.length > 2 ? Optional.of(Integer.valueOf(parts[2])) : Optional.empty()));
        }

        @Override
        public String toString() {
            return channel + team.map(id -> " " + id + seen.map(number -> " " + number).orElse("")).orElse("");
        }
    }

    /** What was sent in. */
    sealed interface Read {
        record Filled(Setup setup) implements Read {}

        /** Reasons by field. */
        record Faulty(Map<String, String> reasons) implements Read {}
    }

    /** The form as somebody filled it in, below what somebody else has saved meanwhile. */
    static Form again(About about, Setup mine, String who, List<String> differences) {
        var form = of(about, mine);
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(Text.bolded("Not saved yet: ").plus(who + " saved other settings while you were"
                + " writing.\n" + String.join("\n", differences)
                + "\nBelow is what you chose. Make any changes, then save again.")));
        fields.addAll(form.fields());
        return form.with(fields);
    }

    static Form of(About about, Setup now) {
        var edits = about.team().isPresent();
        return SAVE.form(edits ? "Edit the team" : "Set up this team", edits ? "Save" : "Set up", about,
                List.of(new Field.ShortText(NAME, "Team name", "", false, Setup.LONGEST_NAME, now.name()),
                        new Field.ShortText(SCHOOL, "School", "", false, Setup.LONGEST_SCHOOL, now.school()),
                        people(COACHES, "Coaches", "They open rounds and check-ins.", false, now.coaches(), MOST_NAMED),
                        people(LEADERS, "Leaders and admins",
                                "They see goals and summaries, never what a person said.", true, now.leaders(),
                                MOST_NAMED),
                        people(LEFT_OUT, "People in the channel to leave out",
                                "Everybody else in the channel belongs to the team, including guests.", true,
                                now.leftOut(),
                                MOST_LEFT_OUT),
                        new Field.Select(ZONE, "Time zone", "", false, Zones.including(now.zone()),
                                Optional.of(now.zone().getId())),
                        day(MEETING_DAY, "Meeting day", now.meeting()),
                        time(MEETING_TIME, "Meeting time", now.meeting()), checkins(now), summary(now),
                        day(SUMMARY_DAY, "Summary day", now.summary()),
                        time(SUMMARY_TIME, "Summary time", now.summary())));
    }

    private static Field people(String key, String label, String hint, boolean optional, Set<PersonId> now, int max) {
        return new Field.People(key, label, hint, optional,
                now.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList(), max);
    }

    private static Field day(String key, String label, Meeting now) {
        var days = Arrays.stream(DayOfWeek.values())
                .map(day -> Field.Option.of(day.name(), DateText.weekday(day))).toList();
        return new Field.Select(key, label, "", false, days, Optional.of(now.day().name()));
    }

    private static Field time(String key, String label, Meeting now) {
        return new Field.TimeOfDay(key, label, "", false, Optional.of(now.time()));
    }

    private static Field checkins(Setup now) {
        return new Field.Pick(CHECKINS, "Check-ins", "Coaches can still send one at any time.", false,
                CheckinFrequency.options(), Optional.of(Integer.toString(now.checkinWeeks())));
    }

    private static Field summary(Setup now) {
        return new Field.Pick(SUMMARY, "Weekly summary in this channel", "", false,
                List.of(Field.Option.of("on", "Yes, post it"), Field.Option.of("off", "No")),
                Optional.of(now.summaryOn() ? "on" : "off"));
    }

    static Read read(Answers answers) {
        var reasons = new LinkedHashMap<String, String>();
        words(answers, NAME, "The team needs a name.", "A team name", Setup.LONGEST_NAME, reasons);
        words(answers, SCHOOL, "Which school is this team at?", "A school's name", Setup.LONGEST_SCHOOL, reasons);
        var coaches = people(answers, COACHES, MOST_NAMED, reasons);
        var leaders = people(answers, LEADERS, MOST_NAMED, reasons);
        var leftOut = people(answers, LEFT_OUT, MOST_LEFT_OUT, reasons);
        if (coaches.isEmpty()) {
            reasons.putIfAbsent(COACHES, "A team needs at least one coach.");
        }
        var zone = need(zone(answers), ZONE, "Choose a time zone from the list.", reasons);
        var meeting = meeting(answers, MEETING_DAY, MEETING_TIME, reasons);
        var summary = meeting(answers, SUMMARY_DAY, SUMMARY_TIME, reasons);
        var weeks = need(CheckinFrequency.weeks(answers.one(CHECKINS)), CHECKINS, "Choose how often check-ins come.",
                reasons);
        var on = need(answers.one(SUMMARY).filter(Set.of("on", "off")::contains), SUMMARY, "Choose yes or no.",
                reasons);
        if (!reasons.isEmpty()) {
            return new Read.Faulty(reasons);
        }
        return new Read.Filled(new Setup(answers.text(NAME), answers.text(SCHOOL), coaches, leaders, leftOut,
                zone.orElseThrow(), meeting.orElseThrow(), weeks.orElseThrow(), summary.orElseThrow(),
                on.orElseThrow().equals("on")));
    }

    private static void words(Answers answers, String key, String missing, String what, int longest,
            Map<String, String> reasons) {
        var typed = answers.text(key);
        if (typed.isBlank()) {
            reasons.put(key, missing);
        } else if (typed.length() > longest) {
            reasons.put(key, what + " has at most " + longest + " characters; this one has " + typed.length() + ".");
        }
    }

    private static Set<PersonId> people(Answers answers, String key, int most, Map<String, String> reasons) {
        var chosen = answers.many(key);
        if (!chosen.stream().allMatch(id -> id.matches("[^/\\s]+/[^/\\s]+"))) {
            reasons.put(key, "Choose people from the list.");
            return Set.of();
        }
        if (chosen.size() > most) {
            reasons.put(key, "At most " + most + " people fit here.");
        }
        return Set.copyOf(chosen.stream().map(PersonId::parse).distinct().toList());
    }

    private static Optional<ZoneId> zone(Answers answers) {
        try {
            return answers.one(ZONE).map(ZoneId::of);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Meeting> meeting(Answers answers, String dayKey, String timeKey,
            Map<String, String> reasons) {
        var day = need(answers.one(dayKey).flatMap(typed -> Arrays.stream(DayOfWeek.values())
                .filter(one -> one.name().equals(typed)).findFirst()), dayKey, "Choose a day.", reasons);
        var time = need(answers.one(timeKey).filter(typed -> typed.matches("([01]\\d|2[0-3]):[0-5]\\d"))
                .map(LocalTime::parse), timeKey, "Choose a time, for example 14:30.", reasons);
        return day.flatMap(on -> time.map(at -> new Meeting(on, at)));
    }

    private static <T> Optional<T> need(Optional<T> value, String key, String reason, Map<String, String> reasons) {
        if (value.isEmpty()) {
            reasons.put(key, reason);
        }
        return value;
    }
}
