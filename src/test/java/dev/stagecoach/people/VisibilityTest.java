package dev.stagecoach.people;

import java.util.Arrays;
import java.util.Locale;
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
            kind               author   team      coach     admin     outsider
            OWN_RATING         all/1    -/-       shared/-  -/-       -/-
            READING            all/1    -/5       -/5       -/-       -/-
            TEAM_DISTRIBUTION  all/1    -/5       -/5       -/-       -/-
            REFLECTION         all/1    shared/-  shared/-  -/-       -/-
            CHECKIN_ANSWER     all/1    -/1       -/1       -/-       -/-
            CONCERN_PULSE      all/1    -/-       -/5       -/-       -/-
            MEMBER_STEP        all/1    shared/-  shared/-  -/-       -/-
            TEAM_GOAL          all/1    all/1     all/1     all/1     -/-
            EVIDENCE           all/1    all/1     all/1     shared/-  -/-
            VISIT              all/1    shared/-  shared/-  -/1       -/-
            COACH_NOTE         all/1    -/-       -/-       -/-       -/-
            CYCLE_REPORT       all/1    all/1     all/1     shared/-  -/-
            ADMIN_LOG          all/1    shared/-  shared/-  -/-       -/-
            RESPONSE_RATE      all/1    -/1       -/1       -/-       -/-
            AUDIT_LOG          all/1    -/-       -/-       -/-       -/-
            """;

    static Stream<Arguments> cells() {
        return EXPECTED.lines().skip(1).map(line -> line.split("\\s+"))
                .flatMap(row -> Arrays.stream(View.values())
                        .map(view -> Arguments.of(DataKind.valueOf(row[0]), view, row[1 + view.ordinal()])));
    }

    @ParameterizedTest(name = "{0} seen by {1}: {2}")
    @MethodSource("cells")
    void everyCellIsAsTheRulesSay(DataKind kind, View view, String expected) {
        assertThat(item(kind, view) + "/" + counts(kind, view)).isEqualTo(expected);
    }

    @Test
    void theTableSpeaksOfEveryKindAndView() {
        assertThat(cells().map(cell -> cell.get()[0]).distinct()).containsExactly((Object[]) DataKind.values());
        assertThat(cells()).hasSize(DataKind.values().length * View.values().length);
        assertThat(EXPECTED.lines().findFirst().orElseThrow().toUpperCase(Locale.ROOT).split("\\s+"))
                .containsSubsequence(Arrays.stream(View.values()).map(View::name).toArray(String[]::new));
    }

    private static String item(DataKind kind, View view) {
        var closed = Visibility.mayRead(kind, view, false);
        var shared = Visibility.mayRead(kind, view, true);
        assertThat(closed && !shared).as("sharing never takes away").isFalse();
        return closed ? "all" : shared ? "shared" : "-";
    }

    private static String counts(DataKind kind, View view) {
        return Stream.of(1, 4, 5).filter(answers -> Visibility.mayCount(kind, view, answers)).findFirst()
                .map(answers -> Integer.toString(answers)).orElse("-");
    }
}
