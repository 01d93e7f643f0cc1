package dev.stagecoach.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * Who asks, where, and inside which transaction; looked up once for every call of an {@link Action}.
 *
 * @param open the transaction; empty for actions that work outside of one
 * @param where empty only for actions for anyone that belong to no team
 * @param standing what the caller may do in the team at this moment
 * @param practice the key of the practice that the call is about: the one it names, or else the one that the team works
 *        on; present where the action's access needs one
 * @param call as it came in
 */
public record CallContext(Optional<Transaction> open, Optional<Team> where, Standing standing,
        Optional<String> practice, Call call) {

    /** The transaction that all of the call happens in; not for actions that work outside of one. */
    public Transaction tx() {
        return open.orElseThrow(() -> new IllegalStateException("the action works outside of a transaction"));
    }

    /** The team; not for actions that belong to none. */
    public Team team() {
        return where.orElseThrow(() -> new IllegalStateException("the action was declared without a team"));
    }

    public TeamId teamId() {
        return team().id();
    }

    public PersonId person() {
        return call.person();
    }

    public Instant now() {
        return call.now();
    }

    /** The day that it is in the team's time zone. */
    public LocalDate today() {
        return now().atZone(team().zone()).toLocalDate();
    }

    /** Whether the caller is a member or a coach; leaders look on. */
    public boolean mayWrite() {
        return standing.takesPart();
    }

    /** The practice; only for actions whose access needs one. */
    public String chosenPractice() {
        return practice.orElseThrow(() -> new IllegalStateException("the action was declared without a practice"));
    }

    /** What stands behind a command's word; empty for every other call. */
    public String typed() {
        return call instanceof Call.Typed typed ? typed.rest().strip() : "";
    }

    /** The form as it was sent in; only for actions that are forms. */
    public Call.Submission submission() {
        return call(Call.Submission.class);
    }

    /** The call, where the action says of which sort it is. */
    public <C extends Call> C call(Class<C> sort) {
        if (sort.isInstance(call)) {
            return sort.cast(call);
        }
        throw new IllegalStateException("no " + sort.getSimpleName() + ", but " + call);
    }

    /** The same without its transaction, which has ended. */
    public CallContext outside() {
        return new CallContext(Optional.empty(), where, standing, practice, call);
    }
}
