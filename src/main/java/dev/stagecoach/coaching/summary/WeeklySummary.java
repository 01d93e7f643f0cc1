package dev.stagecoach.coaching.summary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Section.Place;
import dev.stagecoach.coaching.Trend;
import dev.stagecoach.picture.Tally;

/**
 * What a period comes to, from what each room has to tell.
 *
 * @param quiet whether nothing happened; then only {@link #ahead} is worth saying
 * @param chapters by place, from top to bottom, without empty ones
 * @param tallies for the picture
 * @param trend what the picture shows rather, where something was counted more than once
 */
record WeeklySummary(boolean quiet, List<Chapter> chapters, List<Tally> tallies, Optional<Trend> trend) {

    private static final Set<Place> AHEAD = Set.of(Place.NEXT, Place.QUESTION);

    WeeklySummary {
        chapters = List.copyOf(chapters);
        tallies = List.copyOf(tallies);
    }

    /** The lines of one place. */
    record Chapter(Place place, List<Text> lines) {
        Chapter {
            lines = List.copyOf(lines);
        }
    }

    /** Without what has not changed, for readers who have read the one before. */
    static WeeklySummary ofNews(List<Section> sections) {
        return of(sections.stream().filter(section -> section.eventful() || AHEAD.contains(section.place())).toList());
    }

    static WeeklySummary of(List<Section> sections) {
        var ordered = sections.stream().sorted(
                Comparator.comparing(Section::place).thenComparing(section -> section.trend().isEmpty())).toList();
        var chapters = Arrays.stream(Place.values())
                .map(place -> new Chapter(place, ordered.stream().filter(section -> section.place() == place)
                        .flatMap(section -> section.lines().stream()).toList()))
                .filter(chapter -> !chapter.lines().isEmpty()).toList();
        return new WeeklySummary(sections.stream().noneMatch(Section::eventful), chapters,
                ordered.stream().flatMap(section -> section.tallies().stream()).toList(),
                ordered.stream().flatMap(section -> section.trend().stream()).filter(Trend::moves).findFirst());
    }

    Optional<Chapter> chapter(Place place) {
        return chapters.stream().filter(chapter -> chapter.place() == place).findFirst();
    }

    /** What comes next. */
    List<Text> ahead() {
        return chapter(Place.NEXT).map(Chapter::lines).orElse(List.of());
    }

    /** The tallies as a sentence, for whoever cannot see the picture. */
    String finding() {
        return tallies.stream().map(tally -> tally.label() + ": " + tally.count()
                + (tally.of() > 0 ? " of " + tally.of() : "")).collect(Collectors.joining("; ", "", "."));
    }
}
