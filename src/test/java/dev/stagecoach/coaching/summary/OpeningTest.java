package dev.stagecoach.coaching.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Section.Place;
import dev.stagecoach.coaching.Trend;
import dev.stagecoach.coaching.checkin.Classroom;
import dev.stagecoach.coaching.summary.WeeklySummary.Chapter;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.picture.Tally;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningTest {
    private static final Period WEEK = new Period(Instant.parse("2026-09-14T06:00:00Z"),
            Instant.parse("2026-09-18T21:00:00Z"));

    @Test
    void whateverTheWeekBrought_itIsReadToTheEnd_andNothingIsLost() {
        var random = new Random(20260914);
        var team = new Classroom(TestDatabases.sqlite()).team;
        for (var round = 0; round < 2000; round++) {
            var summary = WeeklySummary.ofNews(sections(random));
            var pair = SummaryCards.of(new Covered(team, WEEK, true), summary, Optional.empty());
            assertThat(words(pair.card())).as("round %s", round).isLessThanOrEqualTo(SummaryCards.MOST_WORDS);
            var all = pair.card().toString() + pair.inThread().map(Card::toString).orElse("");
            summary.chapters().stream().flatMap(chapter -> chapter.lines().stream())
                    .forEach(line -> assertThat(all).contains(line.spans().toString().replaceAll("^.|.$", "")));
        }
    }

    @Test
    void whatStudentsDidComesFirst_thenOneThingWorthALook_andWhoTookPartLast() {
        var opening = Opening.of(WeeklySummary.ofNews(List.of(section(Place.PARTICIPATION, "6 of 7 answered."),
                section(Place.GOAL, "Students will ask."), section(Place.HIGHLIGHTS, "A group taught another."),
                section(Place.STUDENTS, "Evidence"), section(Place.HELP, "2 would like help."),
                Section.of(new Trend("Turns", List.of(new Tally("Sep 7", 4, 20), new Tally("Sep 14", 9, 20)))),
                new Section(Place.COMMITMENTS, false, List.of(Text.of("As every week")), List.of()))).chapters(), 90);
        assertThat(opening.chapters()).extracting(Chapter::place).containsExactly(Place.STUDENTS, Place.HIGHLIGHTS,
                Place.HELP, Place.GOAL, Place.PARTICIPATION);
        assertThat(opening.chapters().getFirst().lines().getFirst().toString()).contains("4 → 9 of 20");
        assertThat(opening.rest()).isEmpty();
    }

    @Test
    void aLongLineIsCutBetweenWords_andKeepsItsAuthor() {
        var line = Text.of("one two three four five ").mention(new PersonId("T1", "U1"));
        assertThat(Words.first(line, 5)).isEqualTo(Text.of("one two three… ").mention(new PersonId("T1", "U1")));
        assertThat(Words.first(line, 7)).isEqualTo(line);
    }

    private static Section section(Place place, String line) {
        return new Section(place, true, List.of(Text.of(line)), List.of());
    }

    private static List<Section> sections(Random random) {
        var sections = new ArrayList<Section>();
        for (var number = random.nextInt(1, 12); number > 0; number--) {
            var place = Place.values()[random.nextInt(Place.values().length)];
            sections.add(new Section(place, number == 1 || random.nextBoolean(), IntStream
                    .range(0, random.nextInt(1, 5)).mapToObj(_ -> line(random)).toList(), List.of()));
        }
        return sections;
    }

    private static Text line(Random random) {
        var words = IntStream.range(0, random.nextInt(1, 40)).mapToObj(_ -> "w" + random.nextInt(1_000_000))
                .collect(Collectors.joining(" "));
        return random.nextBoolean() ? Text.of(words) : Text.of(words + " ").mention(new PersonId("T1", "U1"));
    }

    private static int words(Card card) {
        return card.parts().stream().mapToInt(part -> switch (part) {
            case Part.Heading(var words) -> Words.count(words);
            case Part.Paragraph(var text) -> Words.count(text);
            case Part.Bullets(var lines) -> lines.stream().mapToInt(Words::count).sum();
            case Part.Footnote(var text) -> Words.count(text);
            case Part.Buttons(var buttons) -> buttons.stream().mapToInt(one -> Words.count(one.label())).sum();
            default -> 0;
        }).sum();
    }
}
