package dev.stagecoach.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuideFilesTest {
    @TempDir
    private Path folder;

    @Test
    void theShippedGuideIsWhole() {
        var guide = GuideFiles.load(Optional.empty());
        assertThat(guide.name()).isEqualTo("Learning Personalized");
        assertThat(guide.levels()).extracting(Level::name)
                .containsExactly("Trailhead", "First miles", "Steady pace", "Own road");
        assertThat(guide.practices()).extracting(Practice::key).containsExactly("inquiry", "explicit_strategy",
                "discussion", "conferencing", "formative", "flex_grouping");
        assertThat(guide.stages()).extracting(Stage::key).containsExactly("explore", "plan", "implement", "sustain");
        assertThat(guide.stages()).allSatisfy(stage -> assertThat(stage.prompts()).hasSize(10));
        assertThat(guide.checkinSets()).hasSize(8);
        assertThat(guide.goal().ladder()).hasSize(5);
        var formative = guide.practice("formative").orElseThrow();
        assertThat(formative.side(Side.STUDENT).brief()).hasSize(4).allSatisfy(
                brief -> assertThat(brief).hasSizeLessThanOrEqualTo(75).doesNotContain("TODO"));
        assertThat(formative.side(Side.SYSTEM).levels().getFirst()).startsWith("Checks come at the end");
    }

    @Test
    void aFileInTheFolderReplacesTheShippedOneAndChangesTheVersion() throws IOException {
        write("stages.yml", shipped("stages.yml").replace("\"Explore\"", "\"Look around\""));
        var guide = GuideFiles.load(Optional.of(folder));
        assertThat(guide.stage("explore").orElseThrow().name()).isEqualTo("Look around");
        assertThat(guide.practices()).hasSize(6);
        assertThat(guide.version()).isNotEqualTo(GuideFiles.load(Optional.empty()).version());
    }

    @Test
    void theVersionStaysWhereNothingChanges() {
        assertThat(GuideFiles.load(Optional.of(folder.resolve("none"))).version())
                .isEqualTo(GuideFiles.load(Optional.empty()).version()).startsWith("1-");
    }

    static Stream<Arguments> mistakes() {
        var brief = "Can find their results and, with help, say what went wrong";
        return Stream.of(
                mistake("practices.yml", brief, "x".repeat(76),
                        "practices[4].student.brief[1]: has 76 characters; at most 75 fit"),
                mistake("practices.yml", brief, " ", "practices[4].student.brief[1]: is empty"),
                mistake("practices.yml", "      - \"" + brief + "\"\n", "",
                        "practices[4].student.brief: has 3 entries and needs 4, one for each level"),
                mistake("practices.yml", "short_name: \"Discussion\"", "short_nmae: \"Discussion\"",
                        "practices[2]: unknown key 'short_nmae'"),
                mistake("practices.yml", "  short_name: \"Discussion\"\n", "", "practices[2].short_name: is missing"),
                mistake("practices.yml", "key: discussion", "key: inquiry", "practices: 'inquiry' stands here twice"),
                mistake("practices.yml", "key: discussion", "key: \"Disc ussion\"", "practices[2].key: "),
                mistake("practices.yml", "short_name: \"Discussion\"", "short_name: \"A name of 25 characters..\"",
                        "practices[2].short_name: has 25 characters; at most 24 fit"),
                mistake("practices.yml", "short_name: \"Discussion\"", "short_name: [1]",
                        "practices[2].short_name: must be text"),
                mistake("practices.yml", "key: discussion", "key: discussion\n  key: twice", "line "),
                mistake("practices.yml", "- key: inquiry", "- key: [inquiry", "is not valid YAML"),
                mistake("practices.yml", shipped("practices.yml"), "[]", "practices: must be a list with at least one"),
                mistake("practices.yml", shipped("practices.yml"), "", "practices: must be a list"),
                mistake("guide.yml", "value: 2", "value: 5", "levels[1].value: levels count 1, 2, 3"),
                mistake("guide.yml", "value: 2", "value: two", "levels[1].value: must be a whole number"),
                mistake("guide.yml", "key: first_miles", "key: trailhead", "levels: 'trailhead' stands here twice"),
                mistake("guide.yml", "version: \"1\"", "", "version: is missing"),
                mistake("stages.yml", "id: PL01", "id: EX01", "stages: 'EX01' stands here twice"),
                mistake("stages.yml", "id: PL01, phase: what", "id: PL01, phase: when",
                        "stages[1].prompts[0].phase: 'when' is none of what, so_what, now_what"),
                mistake("stages.yml", "id: PL09, phase: now_what, for: leader",
                        "id: PL09, phase: now_what, for: boss", "stages[1].prompts[8].for: 'boss' is none of"),
                mistake("checkins.yml", "stage: \"plan,implement,sustain\"", "stage: \"plan,thrive\"",
                        "checkins[7].stage: 'thrive' is no stage"),
                mistake("checkins.yml", "kind: n_of_m", "kind: fraction", "checkins[2].questions[1].kind: 'fraction'"),
                mistake("checkins.yml", "[\"{practices}\", \"undecided\"]",
                        "[\"{practices}\", \"a\", \"b\", \"c\", \"d\", \"e\"]", "shows 11 choices; at most 10 fit"),
                mistake("checkins.yml", "kind: n_of_m", "kind: choice",
                        "checkins[2].questions[1].options: is missing"),
                mistake("checkins.yml", "kind: n_of_m", "kind: line\n      options: [\"a\"]",
                        "checkins[2].questions[1].options: only a choice or a scale has options"),
                mistake("goal.yml", "value: 2,", "value: 3,", "ladder: needs the values -2, -1, 0, 1, 2"));
    }

    static Stream<Arguments> mistakesInTheWorkbook() {
        return Stream.of(
                mistake("stages.yml", "fact: baseline_sources", "fact: baseline_sauces",
                        "stages[0].gates[2].needs[0].fact: 'baseline_sauces' is none of"),
                mistake("stages.yml", "rated_percent, at_least: 70", "rated_percent, at_least: 101",
                        "stages[0].gates[1].needs[0].at_least: 101 is not between 1 and 100"),
                mistake("stages.yml", "outcome: EO2", "outcome: DO2",
                        "stages[0].gates[4].outcome: 'DO2' is no outcome of this guide; known are EO1, EO2"),
                mistake("stages.yml", "key: baseline", "key: rated", "stages[0].gates: 'rated' stands here twice"),
                mistake("stages.yml", "id: DO2", "id: DO1", "stages[1].outcomes: 'DO1' stands here twice"),
                mistake("guide.yml", "who: \"students\"", "how: \"students\"", "sides.student: unknown key 'how'"),
                mistake("crosswalk.yml", "practices: [inquiry, explicit_strategy]", "practices: [inquiry, inquests]",
                        "frameworks[0].links[9].practices[1]: 'inquests' is no practice of this guide"),
                mistake("crosswalk.yml", "warning:", "warming:", "unknown key 'warming'"),
                mistake("resources.yml", "https://sde", "ftp://sde", "resources[9].link: 'ftp://sde.idaho.gov"),
                mistake("resources.yml", "stages: [plan]", "stages: []", "resources[7].stages: must name at least"),
                mistake("resources.yml", "stages: [plan]", "stages: [plain]",
                        "resources[7].stages[0]: 'plain' is no st"),
                mistake("vignettes.yml", "practice: formative", "practice: normative", "'normative' is no practice"),
                mistake("vignettes.yml", "key: flex_swap", "key: flex_groups", "'flex_groups' stands here twice"),
                mistake("arc.yml", "practice: formative", "practice: inquiry",
                        "capacity: 'inquiry' stands here twice"),
                mistake("coaching.yml", "least: 4, most: 6", "least: 7, most: 6", "weeks.most: 6 is not between 7"),
                mistake("coaching.yml", "option: \"I would like to know more\"", "option: \"I would like more\"",
                        "moves[1].option: 'I would like more' is no answer to concern"),
                mistake("coaching.yml", "set: concern_pulse", "set: concern",
                        "moves[0].set: 'concern' is no check-in set"),
                mistake("introduction.yml", "day: 0", "day: 9", "cards: must stand in the order of their days"),
                mistake("trying.yml", "value: 3", "value: 4", "impact: must count 1, 2, 3 from the top"),
                mistake("feedback.yml", "minutes: 20", "minutes: 21",
                        "protocols[0].minutes: says 21, but the turns take 20"),
                mistake("feedback.yml", "who: others", "who: everybody", "turns[1].who: 'everybody' is none of"),
                mistake("lasting.yml", "[3, 6]", "[6, 3]", "repeat_after_months: must rise, not [6, 3]"),
                mistake("lasting.yml", "who: newcomer", "who: novice", "induction[1].who: 'novice' is none of"),
                mistake("lasting.yml", "week: 1", "week: 5", "induction: must stand in the order of their weeks"),
                mistake("tools.yml", "\"{phases}\"", "\"{faces}\"", "'{faces}' is no list of a guide"),
                mistake("tools.yml", "{key: on, kind: date, label: \"Day\"}", "{key: on, kind: day, label: \"Day\"}",
                        "tools[2].fields[0].kind: 'day' is none of"),
                mistake("tools.yml", "kind: line, label: \"What did you look for?\"",
                        "kind: line, options: [\"a\"], label: \"What did you look for?\"",
                        "tools[0].fields[1].options: only a choice or many has options"),
                mistake("tools.yml", "optional: true", "optional: maybe", "tools[0].fields[2].optional: must be true"),
                mistake("tools.yml", "key: look_for", "key: practice",
                        "tools[0].fields: 'practice' stands here twice"));
    }

    @ParameterizedTest
    @MethodSource({"mistakes", "mistakesInTheWorkbook"})
    void aMistakeIsRefusedWithFilePlaceAndReason(String file, String from, String to, String expected)
            throws IOException {
        var original = shipped(file);
        assertThat(original).contains(from);
        write(file, original.replace(from, to));
        assertThatThrownBy(() -> GuideFiles.load(Optional.of(folder))).isInstanceOf(GuideUnusable.class)
                .hasMessageContaining(folder.resolve(file).toString()).hasMessageContaining(expected);
    }

    @Test
    void aFileWhoseNameIsSlightlyOffIsRefused() throws IOException {
        write("practises.yml", "[]");
        assertThatThrownBy(() -> GuideFiles.load(Optional.of(folder))).isInstanceOf(GuideUnusable.class)
                .hasMessageContaining("practises.yml").hasMessageContaining("is no guide file");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static Arguments mistake(String file, String from, String to, String expected) {
        return Arguments.of(file, from, to, expected);
    }

    private static String shipped(String name) {
        try (var stream = GuideFiles.class.getResourceAsStream("/guide/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
