package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.MemberStore;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Transaction;

/** Rounds, and who was asked in them. */
final class RoundStore {
    private static final String COLUMNS = "r.id, r.team, r.practices, r.opened_at, r.closes_at, r.mode,"
            + " r.closed_at as closed_at, r.took_part as closed_took_part, r.asked as closed_asked";

    /** Stands before the key of a practice that serves the school's goal. */
    private static final String SCHOOL = "+";

    private final MemberStore members = new MemberStore();

    private record Row(String id, TeamId team, String practices, Instant openedAt, Instant closesAt,
            VisibilityMode mode, Optional<Round.Closing> closed) {
        Round round() {
            var keys = List.of(practices.split(" "));
            return new Round(id, team, keys.stream().map(RoundStore::key).toList(),
                    keys.stream().filter(key -> key.startsWith(SCHOOL)).map(RoundStore::key).toList(), openedAt,
                    closesAt, closed, mode);
        }
    }

    /** Opens the round unless its team has one open. True where this call opened it. */
    boolean open(Transaction tx, Round round, String guideVersion, PersonId by) {
        return tx.handle().createUpdate("""
                insert into assessment_round (id, team, practices, guide_version, state, opened_at, opened_by, closes_at,
                    mode)
                values (:id, :team, :practices, :guide, 'open', :openedAt, :by, :closesAt, :mode)
                on conflict (team) where state = 'open' do nothing
                """).bind("id", round.id()).bind("team", round.team())
                .bind("practices", practices(round, round.schoolGoal())).bind("guide", guideVersion)
                .bind("openedAt", round.openedAt()).bind("by", by)
                .bind("closesAt", round.closesAt()).bind("mode", round.mode().key()).execute() == 1;
    }

    Optional<Round> find(Transaction tx, String id) {
        return tx.handle().createQuery("select " + COLUMNS + " from assessment_round r where r.id = :id")
                .bind("id", id).mapTo(Row.class).map(Row::round).findOne();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from assessment_round where id = :id").bind("id", id)
                .mapTo(TeamId.class).findOne();
    }

    Optional<Round> openIn(Transaction tx, TeamId team) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from assessment_round r where r.team = :team and r.state = 'open'")
                .bind("team", team).mapTo(Row.class).map(Row::round).findOne();
    }

    /** The round that closed last. */
    Optional<Round> lastClosed(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select " + COLUMNS + """
                 from assessment_round r where r.team = :team and r.state = 'closed'
                order by r.closed_at desc, r.id desc limit 1
                """).bind("team", team).mapTo(Row.class).map(Row::round).findOne();
    }

    /** All that have closed, the last one first. */
    List<Round> closed(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select " + COLUMNS + """
                 from assessment_round r where r.team = :team and r.state = 'closed'
                order by r.closed_at desc, r.id desc
                """).bind("team", team).mapTo(Row.class).map(Row::round).list();
    }

    boolean any(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select 1 from assessment_round where team = :team limit 1")
                .bind("team", team).mapTo(Integer.class).findOne().isPresent();
    }

    /** Rounds that were open at any moment of the period, oldest first. */
    List<Round> in(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("select " + COLUMNS + """
                 from assessment_round r
                where r.team = :team and r.opened_at < :until and (r.closed_at is null or r.closed_at >= :from)
                order by r.opened_at, r.id
                """).bind("team", team).bind("from", period.from())
                .bind("until", period.until()).mapTo(Row.class).map(Row::round).list();
    }

    /** Open rounds of all teams, those that close first at the front. */
    List<Round> open(Transaction tx) {
        return tx.handle().createQuery("select " + COLUMNS + """
                 from assessment_round r where r.state = 'open' order by r.closes_at, r.id
                """).mapTo(Row.class).map(Row::round).list();
    }

    /**
     * Keeps the round open until this transaction ends; false where it is closed. The empty update takes the row's
     * lock, so that on PostgreSQL no answer is saved beside a closing that has counted already.
     */
    boolean hold(Transaction tx, String id) {
        return tx.handle().createUpdate("update assessment_round set state = state where id = :id and state = 'open'")
                .bind("id", id).execute() == 1;
    }

    /** Closes an open round. True for exactly one caller. */
    boolean close(Transaction tx, String id, Instant now) {
        return tx.handle().createUpdate("""
                update assessment_round set state = 'closed', closed_at = :now, took_part = 0, asked = 0
                where id = :id and state = 'open'
                """).bind("now", now).bind("id", id).execute() == 1;
    }

    /** {@link #close}, only where its time is up. */
    boolean closeWhenDue(Transaction tx, String id, Instant now) {
        return tx.handle().createUpdate("""
                update assessment_round set state = 'closed', closed_at = :now, took_part = 0, asked = 0
                where id = :id and state = 'open' and closes_at <= :now
                """).bind("now", now).bind("id", id).execute() == 1;
    }

    /** Writes down how many of how many took part. */
    void freeze(Transaction tx, String id, int tookPart, int asked) {
        tx.handle().createUpdate("update assessment_round set took_part = :tookPart, asked = :asked where id = :id")
                .bind("tookPart", tookPart).bind("asked", asked).bind("id", id).execute();
    }

    /** Gives an open round another end; false where it is closed. */
    boolean move(Transaction tx, String id, Instant closesAt) {
        return tx.handle()
                .createUpdate("update assessment_round set closes_at = :at where id = :id and state = 'open'")
                .bind("at", closesAt).bind("id", id).execute() == 1;
    }

    /** Writes down which practices serve the school's goal; a practice that the round does not ask about is left out. */
    void serveSchool(Transaction tx, Round round, List<String> goal) {
        tx.handle().createUpdate("update assessment_round set practices = :practices where id = :id")
                .bind("practices", practices(round, goal)).bind("id", round.id()).execute();
    }

    private static String practices(Round round, List<String> goal) {
        return round.practices().stream().map(key -> goal.contains(key) ? SCHOOL + key : key)
                .collect(Collectors.joining(" "));
    }

    /** Members of the round's team who have not been asked yet. */
    List<PersonId> notAsked(Transaction tx, String round) {
        var asked = Set.copyOf(asked(tx, round));
        return find(tx, round).filter(found -> found.closed().isEmpty()).stream()
                .flatMap(found -> members.of(tx, found.team(), Role.MEMBER).stream()).map(Member::person)
                .filter(person -> !asked.contains(person)).sorted(Comparator.comparing(PersonId::toString)).toList();
    }

    /** Notes that the person has been asked; false where that is known. */
    boolean asked(Transaction tx, String round, PersonId person) {
        return tx.handle().createUpdate("""
                insert into assessment_invite (round, person) values (:round, :person)
                on conflict (round, person) do nothing
                """).bind("round", round).bind("person", person).execute() == 1;
    }

    List<PersonId> asked(Transaction tx, String round) {
        return tx.handle().createQuery("select person from assessment_invite where round = :round order by person")
                .bind("round", round).mapTo(PersonId.class).list();
    }

    /** Notes that the person came to the end of the form; the first time counts. */
    void finish(Transaction tx, String round, PersonId person, Instant now) {
        tx.handle().createUpdate("""
                insert into assessment_invite (round, person, finished_at) values (:round, :person, :now)
                on conflict (round, person) do update
                set finished_at = coalesce(assessment_invite.finished_at, excluded.finished_at)
                """).bind("round", round).bind("person", person).bind("now", now).execute();
    }

    private static String key(String stored) {
        return stored.startsWith(SCHOOL) ? stored.substring(SCHOOL.length()) : stored;
    }
}
