package dev.stagecoach.coaching.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Section.Place;
import dev.stagecoach.coaching.summary.WeeklySummary.Chapter;

/**
 * What a summary says before its thread: what students did first, and no more words than somebody reads to the end.
 *
 * @param chapters from top to bottom
 * @param rest what is not said here in full
 */
record Opening(List<Chapter> chapters, List<Chapter> rest) {
    /** Nobody reads half a sentence that is shorter than this. */
    private static final int FEWEST = 6;

    Opening {
        chapters = List.copyOf(chapters);
        rest = List.copyOf(rest);
    }

    /** A line that may be said, by how much it matters; only the first of a place is worth cutting. */
    private enum Wanted {
        STUDENTS(Place.STUDENTS, 0, 24), NEXT(Place.NEXT, 0, 14), PART(Place.PARTICIPATION, 0, 12), QUESTION(
                Place.QUESTION, 0, 24), HIGHLIGHT(Place.HIGHLIGHTS, 0, 22), HELP(Place.HELP, 0, 10), GOAL(Place.GOAL, 0,
                        16), MORE(Place.STUDENTS, 1, 16), DECIDED(Place.COMMITMENTS, 0, 16), THEN(Place.NEXT, 1, 14);

        private final Place place;
        private final int line;
        private final int most;

        Wanted(Place place, int line, int most) {
            this.place = place;
            this.line = line;
            this.most = most;
        }
    }

    /** @param words how many there may be */
    static Opening of(List<Chapter> chapters, int words) {
        var said = new EnumMap<Place, List<Text>>(Place.class);
        var left = words;
        for (var wanted : Wanted.values()) {
            for (var chapter : chapters) {
                if (chapter.place() == wanted.place && chapter.lines().size() > wanted.line
                        && said.getOrDefault(wanted.place, List.of()).size() == wanted.line) {
                    var line = chapter.lines().get(wanted.line);
                    var heading = wanted.line == 0 ? Words.count(SummaryCards.name(wanted.place)) : 0;
                    var room = Math.min(wanted.most, left - heading);
                    if (Words.count(line) <= room || wanted.line == 0 && room >= FEWEST) {
                        var fitting = Words.first(line, room);
                        said.computeIfAbsent(wanted.place, _ -> new ArrayList<>()).add(fitting);
                        left -= heading + Words.count(fitting);
                    }
                }
            }
        }
        return new Opening(Arrays.stream(Place.values()).filter(said::containsKey)
                .map(place -> new Chapter(place, said.getOrDefault(place, List.of()))).toList(), rest(chapters, said));
    }

    private static List<Chapter> rest(List<Chapter> chapters, Map<Place, List<Text>> said) {
        return chapters.stream().filter(chapter -> !chapter.lines().equals(said.get(chapter.place()))).toList();
    }
}
