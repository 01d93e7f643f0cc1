package dev.stagecoach.coaching.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.TeamId;

/** The two forms that take a calendar over: the file, then what was found in it. */
final class ImportForm {
    static final Action<TeamId> UPLOADED = Action.form("calendar.file", Carried.team(),
            Access.writes(Who.COACHES_AND_LEADERS));
    static final Action<Choice> FOUND = Action.form("calendar.found", Carried.choice(),
            Access.writes(Who.COACHES_AND_LEADERS));
    static final String FILE = "file";
    static final String DAYS = "days";
    /** More choices do not fit into one list. */
    static final int MOST = 100;
    private static final String ENDING = "ics";
    /** Calendars are full of all-day events on which school is open: these words speak of days on which it is not. */
    private static final Pattern OFF = Pattern.compile("no (school|class)|holiday|break|recess|vacation|clos(ed|ure)"
            + "|days? off|labor day|memorial day|veterans|thanksgiving|christmas|new year|martin luther|\\bmlk\\b"
            + "|president|juneteenth|independence day|columbus|indigenous|good friday|easter|in-?service"
            + "|professional (development|learning)|\\bpd\\b|work ?day|test|\\bisat\\b|assessment|exam|finals");

    private ImportForm() {}

    static Form file(TeamId team) {
        return UPLOADED.form("Import a calendar", "Show me the days", team, List.of(
                new Field.Words(Text.of("Take the calendar of days off from your school's or"
                        + " district's website: look for “Export”, “Subscribe” or “iCal”. Nothing is saved before you"
                        + " have seen the days.")),
                new Field.Upload(FILE, "Calendar file", "Its name ends in .ics.", false, List.of(ENDING))));
    }

    /** Fits one list: what sounds like days off comes first where not all do. */
    static List<SchoolDays> fitting(List<SchoolDays> found) {
        if (found.size() <= MOST) {
            return found;
        }
        var fitting = new ArrayList<>(found.stream().filter(ImportForm::soundsOff).limit(MOST).toList());
        found.stream().filter(one -> !soundsOff(one)).limit(MOST - fitting.size()).forEach(fitting::add);
        fitting.sort((a, b) -> a.days().first().compareTo(b.days().first()));
        return fitting;
    }

    /** @param known how many of the calendar's days are kept already, and not among those found */
    static Form found(Choice draft, List<SchoolDays> found, int known) {
        var off = IntStream.range(0, found.size()).filter(place -> soundsOff(found.get(place))).boxed().toList();
        var ticked = off.isEmpty() ? IntStream.range(0, found.size()).boxed().toList() : off;
        var fresh = known == 0
                ? count(found.size()) + "."
                : count(found.size()).replace(" ", " new ") + "; " + known + (known == 1 ? " is" : " are")
                        + " in your calendar already.";
        var words = "I found " + fresh + (off.size() < found.size() && !off.isEmpty()
                ? " " + off.size() + " of them sound like days off and are chosen. Add the others that are."
                : " Take out what is no day off.");
        return FOUND.form("Days in this calendar", "Save", draft,
                List.of(new Field.Words(Text.of(words)),
                        new Field.PickMany(DAYS, "Days off", "On these days I send nothing.", false, options(found),
                                ticked.stream().map(String::valueOf).toList(), found.size())));
    }

    private static List<Field.Option> options(List<SchoolDays> found) {
        return IntStream.range(0, found.size()).mapToObj(place -> new Field.Option(Integer.toString(place),
                found.get(place).days().name(),
                CalendarWords.of(found.get(place).days()) + ", " + found.get(place).kind().words())).toList();
    }

    /** The days that were chosen; empty where none was. */
    static List<SchoolDays> chosen(Answers answers, List<SchoolDays> found) {
        return answers.many(DAYS).stream().filter(value -> value.matches("\\d{1,3}")).map(Integer::parseInt)
                .filter(place -> place < found.size()).distinct().map(found::get).toList();
    }

    private static boolean soundsOff(SchoolDays days) {
        return OFF.matcher(days.days().name().toLowerCase(Locale.ROOT)).find();
    }

    static String count(int entries) {
        return entries == 1 ? "1 entry" : entries + " entries";
    }
}
