package dev.stagecoach.coaching.rounds;

import java.util.Optional;

import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.people.VisibilityMode;

/**
 * What a team's members have said to one question: may the others see what I place?
 *
 * <p>Openness takes a yes from everybody (rules.md, part 6). Else counts hold where the team is large enough for them,
 * and one placement together where it is not. Answers are counted once all have come, or some time after the question
 * was put and more than half have come: so nobody can tell which one decided, and silence blocks nothing but openness.
 *
 * @param members of the team, at this moment
 * @param yes members who said yes
 * @param no members who said no
 * @param over whether the time to answer is over
 */
public record OpennessVote(int members, int yes, int no, boolean over) {
    public OpennessVote {
        if (yes < 0 || no < 0 || yes + no > members) {
            throw new IllegalArgumentException(yes + " and " + no + " of " + members + " cannot have answered");
        }
    }

    ResponseRate rate() {
        return new ResponseRate(answered(), members);
    }

    /** What the team has agreed on; empty while it has not. */
    public Optional<VisibilityMode> agreed() {
        if (members > 0 && yes == members) {
            return Optional.of(VisibilityMode.OPEN);
        }
        return members > 0 && (answered() == members || (over && 2 * answered() > members))
                ? Optional.of(small() ? VisibilityMode.JOINT : VisibilityMode.CONFIDENTIAL)
                : Optional.empty();
    }

    /** What holds for a round that is opened now; without an agreement nothing of a single person is shown. */
    public VisibilityMode inForce() {
        return agreed().orElse(VisibilityMode.CONFIDENTIAL);
    }

    /** Whether the team may write down one level that it agreed on in conversation: a small one, unless it is open. */
    boolean mayPlaceTogether() {
        return small() && agreed().filter(mode -> mode != VisibilityMode.JOINT).isEmpty();
    }

    /** Whether a private round would end without a result, because the team has too few members for one. */
    boolean tooFewForCounts() {
        return members > 0 && small() && agreed().isEmpty();
    }

    int answered() {
        return yes + no;
    }

    /** Too few for counts that give nobody away. */
    boolean small() {
        return members < Visibility.TEAM_MINIMUM;
    }
}
