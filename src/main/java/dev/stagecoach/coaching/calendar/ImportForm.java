package dev.stagecoach.coaching.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.TeamId;

/** The two forms that take a calendar over: the file, then what was found in it. */
final class ImportForm {
    static final Action<TeamId> UPLOADED = Action.form("calendar.file", Carried.team(),
            Access.outside(Who.COACHES_AND_LEADERS));
    static final Action<Choice> FOUND = Action.form("calendar.found", Carried.choice(),
            Access.writes(Who.COACHES_AND_LEADERS));
    static final String FILE = "file";
    static final String DAYS = "days";
    static final String OPEN = "open";
    private static final int LONGEST_LABEL = 75;
    private static final int MOST_DATES = 3;
    private static final String ENDING = "ics";

    private ImportForm() {}

    static Form file(TeamId team) {
        return UPLOADED.form("Import a calendar", "Show me the days", team, List.of(
                new Field.Words(Text.of("Take the calendar of days off from your school's or district's website: "
                        + "look for “Export”, “Subscribe” or “iCal”. I save nothing until you have seen the days.")),
                new Field.Upload(FILE, "Calendar file", "Its name ends in .ics.", false, List.of(ENDING))));
    }

    /**
     * @param known how many of the calendar's days are kept already, and not among those found
     * @param warnings what to look at in this calendar, as sentences
     */
    static Form found(Choice draft, List<SchoolDays> found, int known, List<String> warnings) {
        var fresh = known == 0
                ? count(found.size()) + "."
                : count(found.size()).replace(" ", " new ") + "; " + known + Plural.either(known, " is", " are")
                        + " already in your calendar.";
        var groups = Found.groups(found);
        var off = groups.stream().filter(Found::off).toList();
        var open = groups.stream().filter(group -> !group.off()).toList();
        var fields = new ArrayList<Field>(List.of(new Field.Words(Text.of(Stream.concat(warnings.stream(),
                Stream.of("I found " + fresh + (off.isEmpty() ? "" : " Remove anything that is not a day off.")))
                .collect(Collectors.joining(" "))))));
        if (!off.isEmpty()) {
            fields.add(list(DAYS, "Days off", "I send nothing on these days, and do not catch up later.", off,
                    off.stream().map(group -> Integer.toString(group.place())).toList()));
        }
        if (!open.isEmpty()) {
            fields.add(list(OPEN, "School seems to be open", "Choose any that are days off after all.", open,
                    List.of()));
        }
        return FOUND.form("Days in this calendar", "Save", draft, fields);
    }

    private static Field list(String key, String label, String hint, List<Found> groups, List<String> ticked) {
        return new Field.PickMany(key, label, hint, true,
                groups.stream().map(ImportForm::option).toList(), ticked, groups.size());
    }

    /** The dates stand beside the name: where there are many, the list shows nothing else. */
    private static Field.Option option(Found group) {
        var days = group.days().stream().map(SchoolDays::days).toList();
        var dates = days.size() == 1
                ? CalendarWords.near(days.getFirst())
                : days.stream().limit(MOST_DATES).map(CalendarWords::dates).collect(Collectors.joining(", "))
                        + (days.size() > MOST_DATES ? " and " + (days.size() - MOST_DATES) + " more" : "");
        var room = LONGEST_LABEL - dates.length() - 2;
        var name = days.getFirst().name();
        return new Field.Option(Integer.toString(group.place()),
                (name.length() > room ? name.substring(0, room - 1).strip() + "…" : name) + ": " + dates,
                group.off() ? detail(group) : group.name().reason());
    }

    private static String detail(Found group) {
        var first = group.days().getFirst();
        return first.kind().words() + ", " + first.days().first().getYear()
                + (group.days().size() > 1 ? ", " + group.days().size() + " times in all" : "");
    }

    /** The days that were chosen; empty where none was. */
    static List<SchoolDays> chosen(Answers answers, List<SchoolDays> found) {
        var chosen = Stream.concat(answers.many(DAYS).stream(), answers.many(OPEN).stream()).toList();
        return Found.groups(found).stream().filter(group -> chosen.contains(Integer.toString(group.place())))
                .flatMap(group -> group.days().stream()).toList();
    }

    /** The list that stands first. */
    static String list(List<SchoolDays> found) {
        return Found.groups(found).stream().anyMatch(Found::off) ? DAYS : OPEN;
    }

    static String count(int entries) {
        return Plural.of(entries, "entry", "entries");
    }
}
