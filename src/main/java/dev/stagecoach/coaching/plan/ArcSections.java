package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;

/** What the arc of learning adds to a summary. The plan is for every role; how many tried a task is for the team. */
final class ArcSections {
    private static final int DAYS_AHEAD = 14;

    private final Names names;
    private final ToIntFunction<Session> tried;

    /** What people are called. */
    interface Names {
        String of(PersonId person);
    }

    /** @param tried how many members have tried a session's task */
    ArcSections(Names names, ToIntFunction<Session> tried) {
        this.names = names;
        this.tried = tried;
    }

    List<Section> of(List<Session> all, Team team, Period period, View view) {
        var from = period.from().atZone(team.zone()).toLocalDate();
        var today = period.until().atZone(team.zone()).toLocalDate();
        var sections = new ArrayList<Section>();
        all.stream().filter(session -> !session.on().isBefore(from) && session.over(today))
                .forEach(session -> sections.add(new Section(Section.Place.COMMITMENTS, true,
                        List.of(Text.of("Session on " + Session.sentence(session.line()))), List.of())));
        SessionPrompts.current(all, today).ifPresent(session -> sections.add(task(session, view)));
        all.stream().filter(session -> !session.over(today) && !session.on().isAfter(ahead(today)))
                .forEach(session -> sections.add(new Section(Section.Place.NEXT, false, List.of(next(session)),
                        List.of())));
        return sections;
    }

    private static LocalDate ahead(LocalDate today) {
        return today.plusDays(DAYS_AHEAD);
    }

    private Text next(Session session) {
        return session.owner()
                .map(owner -> Text
                        .of("Session on " + Session.sentence(session.line()) + " " + names.of(owner) + " prepares it."))
                .orElseGet(() -> Text.of("Session on " + Session.sentence(session.line())));
    }

    private Section task(Session session, View view) {
        var line = Text.of("From the session on " + session.day() + ": " + Session.sentence(session.task()));
        var count = tried.applyAsInt(session);
        var told = switch (view) {
            case AUTHOR, TEAM, COACH -> count == 0 ? line : line.quiet(" Tried so far: " + count + ".");
            case LEADER, OUTSIDER -> line;
        };
        return new Section(Section.Place.NEXT, false, List.of(told), List.of());
    }
}
