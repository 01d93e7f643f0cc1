package dev.stagecoach.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole matrix of the rules for privacy, part 7, written out a second time on purpose: what a viewer gets of
 * something not shared, of something shared, and of counts over 1, 4 and 5 answers.
 *
 * <p>Item: {@code all} whether shared or not, {@code shared} only when shared, {@code -} never. Counts: the fewest
 * answers over which a count may be shown (of 1, 4, 5), {@code -} never.
 */
class VisibilityTest {
    private static final String EXPECTED = """
            kind               author   team      coach     leader    outsider
            OWN_RATING         all/1    -/-       shared/-  -/-       -/-
            READING            all/1    -/5       -/5       -/-       -/-
            TEAM_DISTRIBUTION  all/1    -/5       -/5       -/-       -/-
            REFLECTION         all/1    shared/-  shared/-  -/-       -/-
            CHECKIN_ANSWER     all/1    -/1       -/1       -/-       -/-
            CONCERN_PULSE      all/1    -/-       -/5       -/-       -/-
            HELP_REQUEST       all/1    -/-       all/1     -/-       -/-
            MEMBER_STEP        all/1    shared/-  shared/-  -/-       -/-
            PROMISE            all/1    all/1     all/1     shared/-  -/-
            TEAM_GOAL          all/1    all/1     all/1     all/1     -/-
            EVIDENCE           all/1    all/1     all/1     shared/-  -/-
            OWN_EVIDENCE       all/1    -/-       -/-       -/-       -/-
            VISIT              all/1    shared/-  shared/-  -/1       -/-
            COVER_REQUEST      all/1    -/-       -/-       all/1     -/-
            COACH_NOTE         all/1    -/-       -/-       -/-       -/-
            CYCLE_REPORT       all/1    all/1     all/1     shared/-  -/-
            LEADER_LOG         all/1    shared/-  shared/-  -/-       -/-
            RESPONSE_RATE      all/1    -/1       -/1       -/-       -/-
            CONSENT            all/1    -/1       -/1       -/-       -/-
            """;

    /** What a team's agreement changes; every other row stays as it is. */
    private static final String AGREED = """
            mode/kind                  author   team      coach     leader    outsider
            OPEN/OWN_RATING            all/1    all/1     shared/-  -/-       -/-
            OPEN/TEAM_DISTRIBUTION     all/1    -/1       -/1       -/-       -/-
            JOINT/TEAM_DISTRIBUTION    all/1    -/1       -/1       -/-       -/-
            """;

    static Stream<Arguments> cells() {
        return EXPECTED.lines().skip(1).map(line -> line.split("\\s+"))
                .flatMap(row -> Arrays.stream(View.values())
                        .map(view -> Arguments.of(DataKind.valueOf(row[0]), view, row[1 + view.ordinal()])));
    }

    @ParameterizedTest(name = "{0} seen by {1}: {2}")
    @MethodSource("cells")
    void everyCellIsAsTheRulesSay(DataKind kind, View view, String expected) {
        assertThat(cell(kind, view, VisibilityMode.CONFIDENTIAL)).isEqualTo(expected);
    }

    @Test
    void anAgreementChangesTheRowsThatItIsAbout_andNoOther() {
        var agreed = AGREED.lines().skip(1).map(line -> line.split("\\s+"))
                .collect(Collectors.toMap(row -> row[0], row -> List.of(row).subList(1, row.length)));
        for (var mode : VisibilityMode.values()) {
            for (var kind : DataKind.values()) {
                for (var view : View.values()) {
                    var expected = Optional.ofNullable(agreed.get(mode + "/" + kind))
                            .map(row -> row.get(view.ordinal()))
                            .orElseGet(() -> cell(kind, view, VisibilityMode.CONFIDENTIAL));
                    assertThat(cell(kind, view, mode)).as("%s %s %s", mode, kind, view).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void theTableSpeaksOfEveryKindAndView() {
        assertThat(cells().map(cell -> cell.get()[0]).distinct()).containsExactly((Object[]) DataKind.values());
        assertThat(cells()).hasSize(DataKind.values().length * View.values().length);
        assertThat(EXPECTED.lines().findFirst().orElseThrow().toUpperCase(Locale.ROOT).split("\\s+"))
                .containsSubsequence(Arrays.stream(View.values()).map(View::name).toArray(String[]::new));
    }

    private static String cell(DataKind kind, View view, VisibilityMode mode) {
        return item(kind, view, mode) + "/" + counts(kind, view, mode);
    }

    private static String item(DataKind kind, View view, VisibilityMode mode) {
        var closed = Visibility.mayRead(kind, view, new Sharing(false, mode));
        var shared = Visibility.mayRead(kind, view, new Sharing(true, mode));
        assertThat(closed && !shared).as("sharing never takes away").isFalse();
        return closed ? "all" : shared ? "shared" : "-";
    }

    private static String counts(DataKind kind, View view, VisibilityMode mode) {
        return Stream.of(1, 4, 5).filter(answers -> Visibility.mayCount(kind, view, answers, mode)).findFirst()
                .map(answers -> Integer.toString(answers)).orElse("-");
    }
}
