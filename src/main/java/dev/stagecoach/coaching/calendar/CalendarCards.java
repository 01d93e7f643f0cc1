package dev.stagecoach.coaching.calendar;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.TeamHours;
import dev.stagecoach.people.TeamId;

/** What people see of a school's calendar. */
final class CalendarCards {
    private static final Access KEEPERS = Access.reads(Who.COACHES_AND_LEADERS);
    static final Action<Page> LIST = Ways.CALENDAR;
    static final Action<TeamId> ADD = Action.click("calendar.add", Carried.team(), KEEPERS);
    static final Action<TeamId> IMPORT = Action.click("calendar.import", Carried.team(), KEEPERS);
    static final Action<Choice> DELETE = Action.click("calendar.delete", Carried.choice(),
            Access.writes(Who.COACHES_AND_LEADERS));
    static final Action<TeamId> HOURS = Action.click("calendar.hours", Carried.team(), Access.reads(Who.COACHES));
    /** Each takes two of a message's fifty blocks. */
    private static final int PAGE = 12;

    private CalendarCards() {}

    private static boolean mayEdit(CallContext here) {
        return KEEPERS.who().admits(here.standing());
    }

    /**
     * What a school's calendar holds.
     *
     * @param troubles what is wrong with the file beside the bot's settings, in sentences
     */
    record Kept(List<SchoolDays> days, List<String> troubles) {}

    /**
     * The days off that lie ahead.
     *
     * @param skip how many of them to leave out, for a later page
     */
    static Card list(CallContext here, Kept kept, TeamHours hours, int skip) {
        var ahead = kept.days().stream().filter(one -> !one.days().last().isBefore(here.today())).toList();
        var title = "Days off at " + here.team().school();
        var card = Card.titled(title).heading(title)
                .text(ahead.isEmpty()
                        ? "There are no days off in the calendar yet, so I would send messages on holidays too."
                        : "I send nothing on these days, and do not catch up later. This holds for every team at "
                                + here.team().school() + ".");
        if (mayEdit(here) && !kept.troubles().isEmpty()) {
            card = card.text("The calendar file next to my settings has a problem. Please tell the person who runs "
                    + "me. "
                    + String.join(" ", kept.troubles())
                    + " Until then, you can add days off here, or import a calendar.");
        }
        card = card.buttons(buttons(here, ahead.isEmpty()));
        var begin = Math.clamp(skip, 0, ahead.size());
        for (var one : ahead.stream().skip(begin).limit(PAGE).toList()) {
            card = entry(card, here, one);
        }
        var left = ahead.size() - begin - PAGE;
        if (left > 0) {
            card = card.buttons(LIST.button("Show " + Math.min(left, PAGE) + " more",
                    new Page(here.teamId(), begin + PAGE)));
        }
        return card.footnote(CalendarWords.of(hours));
    }

    private static List<Button> buttons(CallContext here, boolean empty) {
        var buttons = new ArrayList<Button>();
        if (mayEdit(here)) {
            buttons.add(empty
                    ? IMPORT.primary("Import a calendar", here.teamId())
                    : IMPORT.button("Import a calendar", here.teamId()));
            buttons.add(ADD.button("Add days off", here.teamId()));
        }
        if (here.standing().isCoach()) {
            buttons.add(HOURS.button("Hours and limits", here.teamId()));
        }
        return buttons;
    }

    private static Card entry(Card card, CallContext here, SchoolDays one) {
        var words = card.text(Text.bolded(one.days().name()).plus(": " + CalendarWords.of(one.days()) + " ")
                .quiet("(" + one.kind().words() + (one.fromFile() ? ", from your school's calendar file" : "") + ")"));
        return mayEdit(here) && !one.fromFile()
                ? words.buttons(DELETE.danger("Delete", new Choice(here.teamId(), one.id()),
                        new Button.Confirm("Delete these days off?",
                                "I would send messages on " + CalendarWords.of(one.days())
                                        + " again, to every team at this school.",
                                "Delete days off")))
                : words;
    }
}
