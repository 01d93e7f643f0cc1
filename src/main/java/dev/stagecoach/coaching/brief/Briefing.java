package dev.stagecoach.coaching.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.Team;

/**
 * All that a coach wants to know before a meeting.
 *
 * @param meets when the team meets next
 * @param since from its last meeting until now
 * @param quiet the day since when nobody has done anything; empty where somebody lately did
 * @param prompt to reflect on together
 * @param ahead what comes by schedule
 * @param notes the coach's own
 */
record Briefing(Team team, Instant meets, Period since, List<Section> sections, Optional<LocalDate> quiet,
        List<OpeningQuestions.Question> questions, Optional<String> prompt, List<Planned> ahead, List<String> notes) {
    Briefing {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        ahead = List.copyOf(ahead);
        notes = List.copyOf(notes);
    }
}
