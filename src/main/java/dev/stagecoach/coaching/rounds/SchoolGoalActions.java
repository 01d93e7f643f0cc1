package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Coaches and leaders say which practices serve the school's goal: one of the four ways to look for a beginning. */
final class SchoolGoalActions {
    private static final RoundStore STORE = new RoundStore();
    private static final Carried<String> ROUND = Carried.thing(STORE::team);
    static final Action<String> NAME = Action.click("assessment.school", ROUND,
            Access.reads(Who.COACHES_AND_LEADERS));
    static final Action<String> NAMED = Action.form("assessment.school", ROUND,
            Access.writes(Who.COACHES_AND_LEADERS));

    private final Guide guide;
    private final Rounds rounds;

    SchoolGoalActions(Guide guide, Rounds rounds) {
        this.guide = guide;
        this.rounds = rounds;
    }

    List<Handled<?>> actions() {
        return List.of(
                NAME.by((here, id) -> new Reply.Open(
                        SchoolGoalForm.of(STORE.find(here.tx(), id).orElseThrow(), guide))),
                NAMED.by(this::named));
    }

    private Reply named(CallContext here, String id) {
        var round = STORE.find(here.tx(), id).orElseThrow();
        var goal = SchoolGoalForm.read(here.submission().answers());
        return SchoolGoalForm.whatIsWrong(goal, round.practices())
                .<Reply>map(why -> new Reply.Mend(Map.of(SchoolGoalForm.PRACTICES, why)))
                .orElseGet(() -> save(here.tx(), round, goal));
    }

    private Reply save(Transaction tx, Round round, List<String> goal) {
        rounds.serveSchool(tx, round, goal);
        return new Reply.ToYou(Card.saying(round.closed().isPresent()
                ? "Saved. The result in the channel shows it now."
                : "Saved. The team sees it when the round closes."));
    }

    /** For the round that is open, or the last one. */
    List<NextStep> steps(Transaction tx, TeamId team, Standing standing) {
        return STORE.openIn(tx, team).or(() -> STORE.lastClosed(tx, team))
                .filter(_ -> NAME.access().who().admits(standing))
                .map(round -> new NextStep(NextStep.Rank.ANY_TIME, "Say which practices serve your school's goal.",
                        NAME.button("Our school's goal", round.id())))
                .stream().toList();
    }
}
