package dev.stagecoach.coaching.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Served prompts and what was written on them. */
public final class ReflectionStore {
    private static final String COLUMNS = "id, team, person as author, prompt, answer, written_at as written,"
            + " shared_at as shared";

    /** Every prompt served to the person in the team, newest first. */
    List<Serving> servings(Transaction tx, TeamId team, PersonId person) {
        return tx.handle().createQuery("""
                select id, team, person, prompt, phase, words, served_at as at, state from reflection_served
                where team = :team and person = :person order by served_at desc, id desc
                """).bind("team", team).bind("person", person).mapTo(Serving.class).list();
    }

    Optional<Serving> serving(Transaction tx, String id) {
        return tx.handle().createQuery("""
                select id, team, person, prompt, phase, words, served_at as at, state from reflection_served where id = :id
                """).bind("id", id).mapTo(Serving.class).findOne();
    }

    void serve(Transaction tx, Serving serving) {
        tx.handle().createUpdate("""
                insert into reflection_served (id, team, person, prompt, phase, words, served_at, state)
                values (:id, :team, :person, :prompt, :phase, :words, :at, :state)
                """).bind("id", serving.id()).bind("team", serving.team())
                .bind("person", serving.person()).bind("prompt", serving.prompt())
                .bind("phase", serving.phase()).bind("words", serving.words())
                .bind("at", serving.at()).bind("state", serving.state()).execute();
    }

    /** Ends the waiting of a served prompt; false where it had ended. */
    boolean settle(Transaction tx, String serving, Serving.State state) {
        return tx.handle().createUpdate("""
                update reflection_served set state = :state where id = :id and state = 'OPEN'
                """).bind("state", state).bind("id", serving).execute() == 1;
    }

    /** Keeps a reflection; false where the served prompt has one already. */
    boolean keep(Transaction tx, String serving, Reflection reflection) {
        return tx.handle().createUpdate("""
                insert into reflection (id, served, team, person, prompt, answer, written_at)
                values (:id, :served, :team, :person, :prompt, :answer, :at) on conflict (served) do nothing
                """).bind("id", reflection.id()).bind("served", serving).bind("team", reflection.team())
                .bind("person", reflection.author()).bind("prompt", reflection.prompt())
                .bind("answer", reflection.answer()).bind("at", reflection.written()).execute() == 1;
    }

    /** A reflection, closed until the gate has looked at who asks. */
    public Optional<Confidential<Reflection>> find(Transaction tx, String id) {
        return tx.handle().createQuery("select " + COLUMNS + " from reflection where id = :id").bind("id", id)
                .mapTo(Reflection.class).map(ReflectionStore::closed).findOne();
    }

    /** What the person wrote in the team, newest first. */
    public List<Confidential<Reflection>> of(Transaction tx, TeamId team, PersonId author) {
        return tx.handle().createQuery("select " + COLUMNS + """
                 from reflection where team = :team and person = :person order by written_at desc, id desc
                """).bind("team", team).bind("person", author).mapTo(Reflection.class).map(ReflectionStore::closed)
                .list();
    }

    /** When somebody of the team last wrote one, shared or not. */
    Optional<Instant> lastWritten(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select max(written_at) from reflection where team = :team")
                .bind("team", team).mapTo(Instant.class).findOne();
    }

    /** How many reflections were shared with the team in a period. */
    public int sharedIn(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select count(*) from reflection where team = :team and shared_at >= :from and shared_at < :until
                """).bind("team", team).bind("from", period.from())
                .bind("until", period.until()).mapTo(Integer.class).one();
    }

    /** The author shares it; nothing happens to one that is shared. */
    void share(Transaction tx, String id, PersonId author, Instant now) {
        tx.handle().createUpdate("""
                update reflection set shared_at = :now where id = :id and person = :person and shared_at is null
                """).bind("now", now).bind("id", id).bind("person", author).execute();
    }

    /** The author deletes it, for good. */
    void delete(Transaction tx, String id, PersonId author) {
        tx.handle().createUpdate("delete from reflection where id = :id and person = :person").bind("id", id)
                .bind("person", author).execute();
    }

    private static Confidential<Reflection> closed(Reflection reflection) {
        return new Confidential<>(DataKind.REFLECTION, reflection.team(), reflection.author(),
                reflection.shared().isPresent(), reflection);
    }
}
