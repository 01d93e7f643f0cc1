package dev.stagecoach.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.storage.Transaction;

/**
 * Leaders who are in their team's channel, and people of other organizations who share it, so that somebody outside the
 * team reads what is posted there, and what the members say to it. Only the answers of those count who belong to the team now, and only what they said since they joined.
 */
public final class ChannelReaderStore {
    private static final String SELECT = """
            select r.team, r.person, p.name, p.kind, r.since from channel_reader r
            join person p on p.id = r.person and p.active = 1
            left join membership m on m.team = r.team and m.person = r.person and m.left_at is null
            where (m.role = 'LEADER' or p.kind = 'STRANGER')
            """;
    private static final String OF_MEMBERS = """
             from reader_consent c join membership m on m.team = c.team and m.person = c.person and m.left_at is null
                and m.role = 'MEMBER' and m.joined_at <= c.answered_at
            join person p on p.id = c.person and p.active = 1
            where c.team = :team and c.leader = :leader
            """;

    /** @param since when the reader came, or was named a leader while there */
    public record Reader(TeamId team, PersonId person, String name, Person.Kind kind, Instant since) {
        /** Whether it is a leader of the team; else somebody of another organization. */
        public boolean leads() {
            return kind != Person.Kind.STRANGER;
        }
    }

    /** What a member said to one leader's reading; {@code agrees} where it is fine. */
    public record ReaderConsent(boolean agrees, Instant at) {}

    /** Who reads in the team's channel now without being on the team, by name. */
    public List<Reader> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " and r.team = :team order by p.name, p.id").bind("team", team)
                .mapTo(Reader.class).list();
    }

    /** Those of whom no team has been told yet, the longest waiting first. */
    public List<Reader> unannounced(Transaction tx) {
        return tx.handle().createQuery(SELECT + " and r.announced_at is null order by r.since, r.team, r.person")
                .mapTo(Reader.class).list();
    }

    /** Those whose team was told by {@code told} at the latest, and whose members still have time to answer. */
    public List<Reader> uncounted(Transaction tx, Instant told) {
        return tx.handle().createQuery(SELECT + " and r.announced_at <= :told and r.counted_at is null"
                + " order by r.announced_at, r.team, r.person").bind("told", told).mapTo(Reader.class).list();
    }

    /** When the first team was told of those whose members still have time to answer. */
    public Optional<Instant> firstUncounted(Transaction tx) {
        return tx.handle().createQuery(
                "select announced_at from channel_reader where announced_at is not null and counted_at is null"
                        + " order by announced_at limit 1")
                .mapTo(Instant.class).findOne();
    }

    /** The members' time to answer is over. */
    public void count(Transaction tx, Reader reader, Instant now) {
        tx.handle().createUpdate("update channel_reader set counted_at = :now where team = :team and person = :person")
                .bind("now", now).bind("team", reader.team()).bind("person", reader.person()).execute();
    }

    /** The team is told of this coming. False where it was told before, or the leader has gone. */
    public boolean announce(Transaction tx, Reader reader, Instant now) {
        return tx.handle().createUpdate("""
                update channel_reader set announced_at = :now
                where team = :team and person = :person and since = :since and announced_at is null
                """).bind("now", now).bind("team", reader.team()).bind("person", reader.person())
                .bind("since", reader.since()).execute() == 1;
    }

    /** Writes who was seen in the team's channel of those who are to be told of. */
    void keep(Transaction tx, TeamId team, Set<PersonId> readersThere, Instant now) {
        var before = tx.handle().createQuery("select person from channel_reader where team = :team").bind("team", team)
                .mapTo(PersonId.class).collect(Collectors.toSet());
        before.stream().filter(person -> !readersThere.contains(person)).forEach(person -> remove(tx, team, person));
        var come = new HashSet<>(readersThere);
        come.removeAll(before);
        come.forEach(person -> add(tx, team, person, now));
    }

    void add(Transaction tx, TeamId team, PersonId person, Instant now) {
        tx.handle().createUpdate("""
                insert into channel_reader (team, person, since) values (:team, :person, :now)
                on conflict (team, person) do nothing
                """).bind("team", team).bind("person", person).bind("now", now).execute();
    }

    void remove(Transaction tx, TeamId team, PersonId person) {
        tx.handle().createUpdate("delete from channel_reader where team = :team and person = :person")
                .bind("team", team).bind("person", person).execute();
    }

    /** How the team's members have answered to this leader's reading, as numbers. */
    public ReaderVote vote(Transaction tx, TeamId team, PersonId leader) {
        return tx.handle().createQuery("select (select count(*) from membership m join person p on p.id = m.person"
                + " and p.active = 1 where m.team = :team and m.left_at is null and m.role = 'MEMBER') as members,"
                + " (select count(*)" + OF_MEMBERS + " and c.agrees = 1) as fine,"
                + " (select count(*)" + OF_MEMBERS + " and c.agrees = 0) as minding,"
                + " (select count(*) from channel_reader r where r.team = :team and r.person = :leader"
                + " and r.counted_at is not null) as over")
                .bind("team", team).bind("leader", leader).mapTo(ReaderVote.class).one();
    }

    /** Whether a leader reads in the team's channel to whom the team has not agreed. */
    public boolean unagreed(Transaction tx, TeamId team) {
        return of(tx, team).stream().anyMatch(reader -> !vote(tx, team, reader.person()).agreed());
    }

    /** What this member said, the author's alone; empty where it was nothing. */
    public Optional<Confidential<ReaderConsent>> said(Transaction tx, TeamId team, PersonId leader, PersonId person) {
        return tx.handle().createQuery("select c.agrees, c.answered_at as at" + OF_MEMBERS + " and c.person = :person")
                .bind("team", team).bind("leader", leader).bind("person", person).mapTo(ReaderConsent.class)
                .map(said -> new Confidential<>(DataKind.CONSENT, team, person, false, said)).findOne();
    }

    /** Writes what the member says over what was said before. */
    public void answer(Transaction tx, Part member, PersonId leader, ReaderConsent said) {
        tx.handle().createUpdate("""
                insert into reader_consent (team, leader, person, agrees, answered_at)
                values (:team, :leader, :person, :agrees, :at)
                on conflict (team, leader, person) do update set agrees = excluded.agrees,
                    answered_at = excluded.answered_at
                """).bind("team", member.team()).bind("leader", leader).bind("person", member.person())
                .bind("agrees", said.agrees()).bind("at", said.at()).execute();
    }
}
