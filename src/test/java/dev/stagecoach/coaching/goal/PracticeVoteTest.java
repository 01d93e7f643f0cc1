package dev.stagecoach.coaching.goal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.stagecoach.coaching.goal.PracticeVote.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Holds for every team of up to nine and everything its members can answer. */
class PracticeVoteTest {
    private static final int LARGEST = 9;

    @Test
    void aMembersProposalIsChosenAtOnceByMoreThanHalfOfAll() {
        each(vote -> assertThat(vote.now()).as(vote.toString()).isEqualTo(
                (vote.ofCoach()
                        ? vote.members() > 0 && vote.yes() >= Math.min(2, vote.members())
                        : 2 * vote.yes() > vote.members()) ? Result.CHOSEN : Result.OPEN));
        assertThat(member(4, 2, 0).now()).isEqualTo(Result.OPEN);
        assertThat(member(4, 3, 1).now()).isEqualTo(Result.CHOSEN);
        assertThat(member(1, 1, 0).now()).isEqualTo(Result.CHOSEN);
    }

    @Test
    void aCoachsProposalIsChosenAtOnceByTwo_orByTheOnlyMember() {
        assertThat(coach(9, 1, 0).now()).isEqualTo(Result.OPEN);
        assertThat(coach(9, 2, 3).now()).isEqualTo(Result.CHOSEN);
        assertThat(coach(1, 1, 0).now()).isEqualTo(Result.CHOSEN);
        assertThat(coach(0, 0, 0).now()).isEqualTo(Result.OPEN);
        assertThat(coach(0, 0, 0).atTheEnd()).isEqualTo(Result.NOT_CHOSEN);
    }

    @Test
    void atTheEndItIsChosenOrNot_andChosenNeedsTwoYeses() {
        each(vote -> {
            assertThat(vote.atTheEnd()).as(vote.toString()).isNotEqualTo(Result.OPEN);
            if (vote.atTheEnd() == Result.CHOSEN) {
                assertThat(vote.yes()).isGreaterThan(vote.no()).isGreaterThanOrEqualTo(Math.min(2, vote.members()))
                        .isPositive();
            }
        });
        assertThat(member(6, 2, 1).atTheEnd()).isEqualTo(Result.CHOSEN);
        assertThat(member(6, 2, 2).atTheEnd()).isEqualTo(Result.NOT_CHOSEN);
        assertThat(member(6, 1, 0).atTheEnd()).isEqualTo(Result.NOT_CHOSEN);
    }

    @Test
    void whatIsChosenAtOnceByMoreThanHalfIsChosenAtTheEndAsWell() {
        each(vote -> {
            if (!vote.ofCoach() && vote.now() == Result.CHOSEN) {
                assertThat(vote.atTheEnd()).as(vote.toString()).isEqualTo(Result.CHOSEN);
            }
        });
    }

    @Test
    void theOrderOfTheAnswersDoesNotMatter() {
        for (var ofCoach : List.of(true, false)) {
            for (var members = 1; members <= 5; members++) {
                for (var yes = 0; yes <= members; yes++) {
                    for (var no = 0; no <= members - yes; no++) {
                        var ends = new HashSet<Result>();
                        for (var order : orders(yes, no)) {
                            ends.add(end(ofCoach, members, order));
                        }
                        assertThat(ends).as("%s %s %s %s", ofCoach, members, yes, no).hasSize(1)
                                .doesNotContain(Result.OPEN);
                    }
                }
            }
        }
    }

    @Test
    void theCoachMayCloseItWhenAllHaveAnsweredOrItIsLostOrItsTimeIsUp() {
        each(vote -> {
            assertThat(vote.mayClose(true)).isTrue();
            assertThat(vote.mayClose(false)).as(vote.toString()).isEqualTo(
                    vote.yes() + vote.no() == vote.members() || ifTheRestSaysYes(vote).now() != Result.CHOSEN);
        });
        assertThat(member(4, 1, 2).mayClose(false)).isTrue();
        assertThat(member(4, 1, 1).mayClose(false)).isFalse();
        assertThat(member(4, 2, 2).mayClose(false)).isTrue();
        assertThat(coach(4, 1, 2).mayClose(false)).isFalse();
    }

    private static PracticeVote ifTheRestSaysYes(PracticeVote vote) {
        return new PracticeVote(vote.ofCoach(), vote.members(), vote.members() - vote.no(), vote.no());
    }

    @Test
    void moreThanAllCannotHaveAnswered() {
        assertThatThrownBy(() -> member(2, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PracticeVote member(int members, int yes, int no) {
        return new PracticeVote(false, members, yes, no);
    }

    private static PracticeVote coach(int members, int yes, int no) {
        return new PracticeVote(true, members, yes, no);
    }

    private static void each(Consumer<PracticeVote> law) {
        for (var ofCoach : List.of(true, false)) {
            IntStream.rangeClosed(0, LARGEST).forEach(members -> IntStream.rangeClosed(0, members)
                    .forEach(yes -> IntStream.rangeClosed(0, members - yes)
                            .forEach(no -> law.accept(new PracticeVote(ofCoach, members, yes, no)))));
        }
    }

    /** How it ends when the members answer in this order, each once, and then its time is up. */
    private static Result end(boolean ofCoach, int members, List<Boolean> order) {
        var yes = 0;
        for (var at = 0; at < order.size(); at++) {
            yes += order.get(at) ? 1 : 0;
            if (new PracticeVote(ofCoach, members, yes, at + 1 - yes).now() == Result.CHOSEN) {
                return Result.CHOSEN;
            }
        }
        return new PracticeVote(ofCoach, members, yes, order.size() - yes).atTheEnd();
    }

    private static List<List<Boolean>> orders(int yes, int no) {
        if (yes + no == 0) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Boolean>>();
        for (var first : List.of(true, false)) {
            if (first ? yes > 0 : no > 0) {
                orders(first ? yes - 1 : yes, first ? no : no - 1).forEach(rest -> {
                    var one = new ArrayList<Boolean>(List.of(first));
                    one.addAll(rest);
                    all.add(one);
                });
            }
        }
        return all;
    }
}
