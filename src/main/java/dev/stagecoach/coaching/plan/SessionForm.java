package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.guide.Arc;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.Day;

/** The forms of a session: the guide's own, filled in with the next session to start from, and the note afterwards. */
final class SessionForm {
    private static final int YEARS = 1;
    private static final int DAYS_AHEAD = 60;

    private SessionForm() {}

    static ToolForm form(Guide guide, Tool tool) {
        return new ToolForm(guide, tool, ArcRoom.SAVE.id(), "A session");
    }

    static ToolForm note(Guide guide, Tool tool) {
        return new ToolForm(guide, new Tool(tool.key(), tool.name(), "What you will want to know next time.",
                "No names.", List.of(new Tool.Field(Session.NOTED, Tool.Kind.TEXT, "What came of it?",
                        "In a line or two. The whole team reads this.", List.of(), false))),
                ArcRoom.NOTED.id(), "What came of it");
    }

    /** What the form of a new session holds: the guide's next suggestion, the next meeting's day, the writer as owner. */
    static Entries suggested(Guide guide, CallContext here, List<Session> planned, Day day) {
        var purposes = planned.stream().map(Session::purpose).toList();
        var practice = guide.practice(here.chosenPractice()).map(Practice::name).orElse(here.chosenPractice());
        var start = new Entries(Map.of(Session.OWNER, List.of(here.person().toString())));
        var dated = meeting(here, planned, day).map(on -> start.with(Session.ON, on.toString())).orElse(start);
        return guide.workbook().arc().sessions().stream().map(one -> filledIn(one, practice))
                .filter(one -> !purposes.contains(one.purpose())).findFirst()
                .map(one -> dated.with(Session.PURPOSE, one.purpose()).with(Session.TASK, one.task())
                        .with(Session.FOLLOW_UP, one.followUp()))
                .orElse(dated);
    }

    private static Arc.Session filledIn(Arc.Session one, String practice) {
        return new Arc.Session(one.key(), one.purpose().replace("{practice}", practice),
                one.task().replace("{practice}", practice), one.followUp().replace("{practice}", practice));
    }

    /** The team's next own meeting after the last session, on a school day. */
    private static Optional<LocalDate> meeting(CallContext here, List<Session> planned, Day day) {
        var today = here.today();
        var after = planned.stream().map(Session::on).filter(today::isBefore).max(LocalDate::compareTo)
                .orElse(today);
        return Stream.iterate(after.plusDays(1), date -> date.plusDays(1)).limit(DAYS_AHEAD)
                .filter(date -> date.getDayOfWeek() == here.team().meeting().day() && day.school(date)).findFirst();
    }

    /** What no session can be: on a day off, or in another year. */
    static void check(FormReader reading, Entries entries, Day day, LocalDate today) {
        entries.day(Session.ON).ifPresent(on -> {
            day.offOn(on).ifPresent(off -> reading.mend(Session.ON,
                    Session.day(on)
                            + ", is a day off (" + off.name() + "). Please choose another day."));
            if (on.isBefore(today.minusYears(YEARS)) || on.isAfter(today.plusYears(YEARS))) {
                reading.mend(Session.ON, "Please choose a day within a year from today.");
            }
        });
    }
}
