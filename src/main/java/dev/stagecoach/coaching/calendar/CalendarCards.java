package dev.stagecoach.coaching.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamHours;

/** What people see of a school's calendar. */
final class CalendarCards {
    static final String LIST = "calendar.list";
    static final String ADD = "calendar.add";
    static final String IMPORT = "calendar.import";
    static final String DELETE = "calendar.delete";
    static final String HOURS = "calendar.hours";
    /** Each takes two of a message's fifty blocks. */
    private static final int PAGE = 12;

    private CalendarCards() {}

    /** @param seat who looks at which team's school */
    record Seat(Team team, Standing standing, LocalDate today) {
        boolean mayEdit() {
            return standing.isCoach() || standing.isLeader();
        }
    }

    /**
     * The days off that lie ahead.
     *
     * @param skip how many of them to leave out, for a later page
     */
    static Card list(Seat seat, List<SchoolDays> all, TeamHours hours, int skip) {
        var ahead = all.stream().filter(one -> !one.days().last().isBefore(seat.today())).toList();
        var title = "Days off at " + seat.team().school();
        var card = Card.titled(title).heading(title)
                .text(ahead.isEmpty()
                        ? "No days off are in the calendar yet, so I would write on holidays too."
                        : "On these days I send nothing, and nothing is sent later instead. This holds for every team"
                                + " at " + seat.team().school() + ".");
        card = card.buttons(buttons(seat, ahead.isEmpty()));
        var begin = Math.clamp(skip, 0, ahead.size());
        for (var one : ahead.stream().skip(begin).limit(PAGE).toList()) {
            card = entry(card, seat, one);
        }
        var left = ahead.size() - begin - PAGE;
        if (left > 0) {
            card = card.buttons(Button.of("Show " + Math.min(left, PAGE) + " more", LIST,
                    seat.team().id() + " " + (begin + PAGE)));
        }
        return card.footnote(CalendarWords.of(hours));
    }

    private static List<Button> buttons(Seat seat, boolean empty) {
        var team = seat.team().id().value();
        var buttons = new ArrayList<Button>();
        if (seat.mayEdit()) {
            buttons.add(empty
                    ? Button.primary("Import a calendar", IMPORT, team)
                    : Button.of("Import a calendar", IMPORT, team));
            buttons.add(Button.of("Add days off", ADD, team));
        }
        if (seat.standing().isCoach()) {
            buttons.add(Button.of("Hours and limits", HOURS, team));
        }
        return buttons;
    }

    private static Card entry(Card card, Seat seat, SchoolDays one) {
        var words = card.text(Text.bolded(one.days().name()).plus(": " + CalendarWords.of(one.days()) + " ")
                .quiet("(" + one.kind().words() + (one.fromFile() ? ", from your school's calendar file" : "") + ")"));
        return seat.mayEdit() && !one.fromFile()
                ? words.buttons(Button.danger("Delete", DELETE, seat.team().id() + " " + one.id(),
                        new Button.Confirm("Delete these days off?",
                                "I would write on " + CalendarWords.of(one.days())
                                        + " again, to every team at this school.",
                                "Delete days off")))
                : words;
    }
}
