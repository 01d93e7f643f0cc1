package dev.stagecoach.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.stagecoach.storage.Transaction;

/** Where the bot is out of reach, and since when. A place without a row is all right. */
public final class ReachabilityStore {
    private static final String SELECT = "select place, how, since from gone ";

    /** A place that is gone; {@code place} as {@link Address#format} writes it, or as {@link #workspace} does. */
    public record Lost(String place, UnreachableReason how, Instant since) {}

    /** How a workspace is written among the places. */
    public static String workspace(String id) {
        return "workspace:" + id;
    }

    /** Notes that the place is gone, to be looked for at {@code lookAt}. True where that is news. */
    public boolean note(Transaction tx, String place, UnreachableReason how, Instant now, Instant lookAt) {
        return tx.handle().createUpdate("""
                insert into gone (place, how, since, look_at) values (:place, :how, :now, :lookAt)
                on conflict (place) do nothing
                """).bind("place", place).bind("how", stored(how)).bind("now", now)
                .bind("lookAt", lookAt).execute() == 1;
    }

    /** The place is gone in another way than was known; since when stays, unless it is worse from now on. */
    public void change(Transaction tx, String place, UnreachableReason how, Instant since) {
        tx.handle().createUpdate("update gone set how = :how, since = :since where place = :place and how <> :how")
                .bind("how", stored(how)).bind("since", since).bind("place", place).execute();
    }

    /** The place is back. True where it was gone. */
    public boolean forget(Transaction tx, String place) {
        return tx.handle().createUpdate("delete from gone where place = :place").bind("place", place).execute() == 1;
    }

    public Optional<Lost> find(Transaction tx, String place) {
        return tx.handle().createQuery(SELECT + "where place = :place").bind("place", place)
                .mapTo(Lost.class).findOne();
    }

    /** What keeps the team's schedules at rest: its channel or the whole workspace is gone. */
    public Optional<Lost> resting(Transaction tx, Team team) {
        return find(tx, workspace(team.channel().workspace())).or(() -> find(tx, Address.format(team.channel())));
    }

    /** Whether nothing can be sent at all; a process serves the workspace of its one token. */
    public Optional<Lost> shutOut(Transaction tx) {
        return tx.handle().createQuery(SELECT + "where how in ('shut_out', 'uninstalled') order by since limit 1")
                .mapTo(Lost.class).findOne();
    }

    /** The places that it is time to look for. */
    public List<Lost> toLookFor(Transaction tx, Instant now) {
        return tx.handle().createQuery(SELECT + "where look_at <= :now order by look_at, place")
                .bind("now", now).mapTo(Lost.class).list();
    }

    public void lookAgain(Transaction tx, String place, Instant at) {
        tx.handle().createUpdate("update gone set look_at = :at where place = :place").bind("at", at)
                .bind("place", place).execute();
    }

    /** People of a team whose account is deactivated, which nobody has noted yet. */
    public List<PersonId> wentAway(Transaction tx) {
        return tx.handle().createQuery("""
                select distinct p.id from person p join membership m on m.person = p.id and m.left_at is null
                left join gone g on g.place = 'person:' || p.id
                where p.active = 0 and g.place is null order by p.id
                """).mapTo(PersonId.class).list();
    }

    /** People who are noted as gone and whose account is active. */
    public List<PersonId> cameBack(Transaction tx) {
        return tx.handle().createQuery("""
                select p.id from gone g join person p on g.place = 'person:' || p.id
                where g.how = 'deactivated' and p.active = 1 order by p.id
                """).mapTo(PersonId.class).list();
    }

    /** The teams that the person belongs to, account active or not. */
    public List<TeamId> teamsOf(Transaction tx, PersonId person) {
        return tx.handle().createQuery("""
                select team from membership where person = :person and left_at is null order by team
                """).bind("person", person).mapTo(TeamId.class).list();
    }

    /** The team's coaches whose account is noted as deactivated. */
    public List<Lost> lostCoaches(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select g.place, g.how, g.since from gone g join membership m on g.place = 'person:' || m.person
                where m.team = :team and m.role = 'COACH' and m.left_at is null order by g.since, g.place
                """).bind("team", team).mapTo(Lost.class).list();
    }

    /** Somebody of the workspace, to ask for. */
    public Optional<PersonId> anybody(Transaction tx, String workspace) {
        return tx.handle().createQuery("select id from person where id like :workspace order by id limit 1")
                .bind("workspace", workspace + "/%").mapTo(PersonId.class).findOne();
    }

    private static String stored(UnreachableReason how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}
