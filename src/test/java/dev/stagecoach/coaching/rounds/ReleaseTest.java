package dev.stagecoach.coaching.rounds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.coaching.rounds.Release.Answers;
import dev.stagecoach.coaching.rounds.Release.Why;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseTest {
    private static final Release.Rule RULE = new Release.Rule(5, 4);
    private static final Release.Nothing TELLS = new Release.Nothing(Why.TELLS_TOO_MUCH);
    private static final Answers FIVE = said("abcde", "11223");

    @Test
    void aFirstTimeIsShownFromFiveOn() {
        assertThat(RULE.of(said("abcd", "1123"), List.of(), Optional.empty()))
                .isEqualTo(new Release.Nothing(Why.TOO_FEW));
        assertThat(RULE.of(FIVE, List.of(), Optional.empty())).isEqualTo(new Release.Levels(Optional.empty()));
        assertThat(new Release.Rule(1, 4).of(said("a", "1"), List.of(), Optional.empty()))
                .as("open by agreement").isEqualTo(new Release.Levels(Optional.empty()));
    }

    @Test
    void theSamePeopleAgainAreShownWithTheirChange() {
        assertThat(again(said("abcde", "12233"))).isEqualTo(new Release.Levels(Optional.of(new Change(2, 3, 0, 0, 0))));
    }

    @Test
    void oneLeavesAndAnotherJoins() {
        assertThat(again(said("abcdf", "11223"))).isEqualTo(TELLS);
    }

    @Test
    void oneJoins_andOnlyTheOthersMovesAreShown() {
        assertThat(again(said("abcdef", "112334"))).isEqualTo(new Release.ChangeOnly(new Change(1, 4, 0, 1, 0)));
    }

    @Test
    void oneLeaves_andTheMovesAreShownWhereTheyFitAnyLevelOfWhoLeft() {
        var six = said("abcdef", "112233");
        assertThat(RULE.of(said("abcde", "11224"), List.of(six), Optional.of(six)))
                .isEqualTo(new Release.ChangeOnly(new Change(1, 4, 0, 0, 1)));
        assertThat(RULE.of(said("abcde", "22334"), List.of(six), Optional.of(six)))
                .as("all moved up, so nobody of them stood on the last level").isEqualTo(TELLS);
    }

    /** In between it was not shown; what counts is what was. */
    @Test
    void theOneWhoJoinedStaysHiddenWhenNobodyMoves() {
        assertThat(again(said("abcdef", "112231"))).isInstanceOf(Release.ChangeOnly.class);
    }

    @Test
    void whereManyJoinAndLeaveAllOfItIsShown() {
        var before = said("abcdefghij", "1122311223");
        var now = said("abcdeklmno", "1122312341");
        assertThat(RULE.of(now, List.of(before), Optional.of(before)))
                .isEqualTo(new Release.Levels(Optional.of(new Change(0, 5, 0, 5, 5))));
        assertThat(RULE.of(said("abcdeklmno", "1122333333"), List.of(before), Optional.of(before)))
                .as("the new ones all said the same").isEqualTo(TELLS);
    }

    /** Three figures, each far enough from the next, and together they leave one person over. */
    @Test
    void sumsOfMoreThanTwoFiguresAreHeldAgainstItToo() {
        var first = said("abcde", "11223");
        var both = said("abcdefghij", "1122311223");
        assertThat(RULE.of(said("fghijk", "112233"), List.of(both, first), Optional.empty())).isEqualTo(TELLS);
        assertThat(RULE.of(said("fghij", "11223"), List.of(both, first), Optional.empty()))
                .isInstanceOf(Release.Levels.class);
    }

    @Test
    void anotherTeamWithTheSameFivePeopleIsHeldAgainstIt() {
        assertThat(RULE.of(said("abcdef", "112233"), List.of(FIVE), Optional.empty())).isEqualTo(TELLS);
        assertThat(RULE.of(said("uvwxyz", "112233"), List.of(FIVE), Optional.empty()))
                .isInstanceOf(Release.Levels.class);
    }

    @Test
    void whatAllOrAllButOneSayIsAViewThatTheyShare() {
        assertThat(RULE.of(said("abcde", "22222"), List.of(), Optional.empty())).isEqualTo(new Release.SharedView());
        assertThat(RULE.of(said("abcde", "22224"), List.of(), Optional.empty())).isEqualTo(new Release.SharedView());
        assertThat(RULE.of(said("abcde", "22244"), List.of(), Optional.empty())).isInstanceOf(Release.Levels.class);
    }

    @Test
    void accountsAddedWhileItWasOpenLiftNothing() {
        var planted = new Answers(Set.of("a", "b", "x", "y", "z"), Set.of(), Map.of("a", 1, "b", 2, "x", 3, "y", 3, "z",
                4), Set.of("x", "y", "z"));
        assertThat(RULE.of(planted, List.of(), Optional.empty())).isEqualTo(new Release.Nothing(Why.TOO_FEW));
    }

    @Test
    void whoCannotSayYetIsNobodysDifferenceEither() {
        var withUnsure = new Answers(FIVE.people(), Set.of("f"), FIVE.levels(), Set.of());
        assertThat(again(withUnsure)).isInstanceOf(Release.ChangeOnly.class);
        assertThat(RULE.of(withUnsure, List.of(withUnsure), Optional.of(withUnsure)))
                .isInstanceOf(Release.Levels.class);
    }

    /** Where it is no longer known what people said, no group of them can be vouched for. */
    @Test
    void deletedAnswersAreNoReasonToShowMore() {
        var ten = new Answers(said("abcdefghij", "1122311223").people(), Set.of(), Map.of(), Set.of());
        assertThat(RULE.of(FIVE, List.of(ten), Optional.empty())).isEqualTo(TELLS);
    }

    private static Release again(Answers now) {
        return RULE.of(now, List.of(FIVE), Optional.of(FIVE));
    }

    private static Answers said(String people, String levels) {
        var said = new HashMap<String, Integer>();
        for (var i = 0; i < people.length(); i++) {
            said.put(people.substring(i, i + 1), levels.charAt(i) - '0');
        }
        return Answers.of(said);
    }
}
