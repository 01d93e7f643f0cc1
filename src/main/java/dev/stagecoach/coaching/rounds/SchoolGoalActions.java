package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Coaches and leaders say which practices serve the school's goal: one of the four ways to look for a beginning. */
final class SchoolGoalActions {
    static final String NAME = "assessment.school";

    private static final Reply.Refused FOR_COACHES_AND_LEADERS = Reply.Refused
            .because("The school's goal is for the team's coaches and leaders to name. Ask one of them to press this.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Rounds rounds;
    private final RoundStore store = new RoundStore();

    SchoolGoalActions(Database database, People people, Guide guide, Rounds rounds) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.rounds = rounds;
    }

    Reply open(Call.Click call) {
        return database.read(tx -> theirs(tx, call.value(), call.person())
                .<Reply>map(round -> new Reply.Open(SchoolGoalForm.of(round, guide))).orElse(FOR_COACHES_AND_LEADERS));
    }

    Reply named(Call.Submission call) {
        var goal = SchoolGoalForm.read(call.answers());
        return database.write(tx -> theirs(tx, call.context(), call.person())
                .map(round -> SchoolGoalForm.whatIsWrong(goal, round.practices())
                        .<Reply>map(why -> new Reply.Mend(Map.of(SchoolGoalForm.PRACTICES, why)))
                        .orElseGet(() -> save(tx, round, goal)))
                .orElse(FOR_COACHES_AND_LEADERS));
    }

    private Reply save(Transaction tx, Round round, List<String> goal) {
        rounds.serveSchool(tx, round, goal);
        return new Reply.ToYou(Card.saying(round.closed().isPresent()
                ? "Saved. The result in the channel shows it now."
                : "Saved. The team sees it when the round closes."));
    }

    private Optional<Round> theirs(Transaction tx, String id, PersonId person) {
        return store.find(tx, id)
                .filter(round -> may(people.members().standing(tx, round.team(), person)));
    }

    /** For the round that is open, or the last one. */
    List<NextStep> steps(Transaction tx, TeamId team, Standing standing) {
        return store.openIn(tx, team).or(() -> store.lastClosed(tx, team)).filter(_ -> may(standing))
                .map(round -> new NextStep(NextStep.Rank.ANY_TIME, "Say which practices serve your school's goal.",
                        Button.of("Our school's goal", NAME, round.id())))
                .stream().toList();
    }

    private static boolean may(Standing standing) {
        return standing.isCoach() || standing.isLeader();
    }
}
