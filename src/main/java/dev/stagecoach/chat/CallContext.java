package dev.stagecoach.chat;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * Who asks, where, and inside which transaction; looked up once for every call of an {@link Action}.
 *
 * @param standing what the caller may do in the team at this moment
 * @param practice the key of the practice that the team works on; present where the action's access needs one
 * @param call as it came in
 */
public record CallContext(Transaction tx, Team team, Standing standing, Optional<String> practice, Call call) {

    public TeamId teamId() {
        return team.id();
    }

    public PersonId person() {
        return call.person();
    }

    public Instant now() {
        return call.now();
    }

    /** The chosen practice; only for actions whose access needs one. */
    public String chosenPractice() {
        return practice.orElseThrow(() -> new IllegalStateException("the action was declared without a practice"));
    }

    /** What stands behind a command's word; empty for every other call. */
    public String typed() {
        return call instanceof Call.Typed typed ? typed.rest() : "";
    }

    /** The form as it was sent in; only for actions that are forms. */
    public Call.Submission submission() {
        if (call instanceof Call.Submission submission) {
            return submission;
        }
        throw new IllegalStateException("no form was sent in, but " + call);
    }
}
