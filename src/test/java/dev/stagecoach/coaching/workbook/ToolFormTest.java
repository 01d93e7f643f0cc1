package dev.stagecoach.coaching.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.guide.Tool.Kind;
import dev.stagecoach.storage.Ids;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class ToolFormTest {
    private static final Tool TOOL = new Tool("paper", "Paper", "What we see.", "No names.",
            List.of(field("line", Kind.LINE, false), field("text", Kind.TEXT, true),
                    new Tool.Field("one", Kind.CHOICE, "One", "", List.of("red", "{practices}"), false),
                    new Tool.Field("many", Kind.MANY, "Many", "", List.of("red", "blue"), true),
                    field("day", Kind.DATE, true), field("number", Kind.NUMBER, true),
                    field("count", Kind.COUNT, true), field("who", Kind.PERSON, true),
                    field("link", Kind.LINK, true)));
    private static final ToolForm FORM = new ToolForm(School.guide(), TOOL, "paper.save", "Paper");

    private static Tool.Field field(String key, Kind kind, boolean optional) {
        return new Tool.Field(key, kind, key, "", List.of(), optional);
    }

    private static Answers answers(String... fields) {
        var values = new HashMap<String, List<String>>();
        for (var i = 0; i < fields.length; i += 2) {
            values.put(fields[i], List.of(fields[i + 1]));
        }
        return new Answers(values);
    }

    @Test
    void whatIsFilledInComesBackIntoTheForm() {
        var answers = answers("line", " مرحبا 🎉 ", "text", "<!channel>", "one", "inquiry", "many", "blue", "day",
                "2026-10-03", "number", "7", "count_n", "9", "count_of", "12", "who", School.ADA.toString(), "link",
                "https://example.org/a");
        var reading = new FormReader(answers);
        var entries = FORM.read(reading, answers);
        assertThat(reading.mend()).isEmpty();
        assertThat(entries.count("count")).hasValueSatisfying(
                count -> assertThat(count.words(School.guide().sides())).isEqualTo("9 of 12 students"));
        assertThat(entries.person("who")).contains(School.ADA);
        var fields = FORM.open(Target.fresh(TEAM, ""), entries).fields();
        assertThat(fields.toString()).contains("مرحبا 🎉", "<!channel>", "2026-10-03");
        assertThat(fields).anyMatch(field -> field instanceof Field.Pick pick
                && pick.initial().equals(Optional.of("inquiry")));
        assertThat(new ToolFacts(School.guide()).of(TOOL, entries).toString()).contains("Inquiry", "9 of 12 students",
                "Oct 3, 2026", "https://example.org/a");
    }

    @Test
    void whatCannotBeTakenIsToldBesideItsField() {
        var answers = answers("line", "x".repeat(10_000), "one", "moon", "day", "soon", "number", "many", "count_n",
                "13", "count_of", "12", "link", "javascript:alert(1)");
        var reading = new FormReader(answers);
        FORM.read(reading, answers);
        assertThat(reading.mend()).hasValueSatisfying(mend -> assertThat(((Reply.Mend) mend).reasons().keySet())
                .containsExactlyInAnyOrder("line", "one", "day", "number", "count_n", "link"));
    }

    @Test
    void whatIsNeededIsAskedFor() {
        var reading = new FormReader(new Answers(Map.of()));
        FORM.read(reading, new Answers(Map.of()));
        assertThat(reading.mend()).hasValueSatisfying(mend -> assertThat(((Reply.Mend) mend).reasons().keySet())
                .containsExactlyInAnyOrder("line", "one"));
        assertThat(FORM.without("line", "one").read(new FormReader(new Answers(Map.of())), new Answers(Map.of())))
                .isEqualTo(Entries.EMPTY);
    }

    @Test
    void aTargetTravelsInTheForm() {
        var target = new Target(TEAM, "", Ids.next(), 3);
        assertThat(Target.parse(target.format())).contains(target);
        assertThat(Target.parse("nonsense")).isEmpty();
    }

    /** An id that follows from a team and a practice could be occupied from another team before it is written. */
    @Test
    void anIdThatFollowsFromATeamIsThatTeamsAlone() {
        for (var id : List.of("report/" + TEAM + "/inquiry", TEAM + "/standards/inquiry", "school/" + TEAM)) {
            assertThat(Target.parse("other-team inquiry " + id + " 0")).isEmpty();
            assertThat(Target.parse(TEAM + " inquiry " + id + " 0")).isPresent();
        }
        assertThat(Target.parse(TEAM + " inquiry mine 0")).isEmpty();
        assertThat(Target.parse(TEAM + " inquiry  0")).isEmpty();
    }
}
