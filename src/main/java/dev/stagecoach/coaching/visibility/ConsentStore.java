package dev.stagecoach.coaching.visibility;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What members said to openness. Only those count who belong to the team now, and only what they said since then. */
public final class ConsentStore {
    private static final String OF_MEMBERS = """
             from membership m join person p on p.id = m.person
            left join visibility_consent c
                on c.team = m.team and c.person = m.person and c.answered_at >= m.joined_at
            where m.team = :team and m.role = 'MEMBER' and m.left_at is null and p.active = 1
            """;

    /** How the team's members have answered, as numbers. */
    public OpennessVote agreement(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select count(*) as members, count(case when c.open = 1 then 1 end) as yes,
                    count(case when c.open = 0 then 1 end) as no
                """ + OF_MEMBERS).bind("team", team).mapTo(OpennessVote.class).one();
    }

    /** What this member said, the author's alone; empty where it was nothing. */
    Optional<Confidential<Consent>> of(Transaction tx, TeamId team, PersonId person) {
        return tx.handle().createQuery("select c.open, c.answered_at as at " + OF_MEMBERS
                + " and m.person = :person and c.open is not null").bind("team", team)
                .bind("person", person).mapTo(Consent.class)
                .map(consent -> new Confidential<>(DataKind.CONSENT, team, person, false, consent)).findOne();
    }

    /** Who lets the team see single placements, for a round's own working; no card may be made of it. */
    public Set<PersonId> consenting(Transaction tx, TeamId team) {
        return new HashSet<>(tx.handle().createQuery("select m.person " + OF_MEMBERS + " and c.open = 1")
                .bind("team", team).mapTo(PersonId.class).list());
    }

    /** Writes what the member says over what was said before; saying the same again changes nothing. */
    void answer(Transaction tx, TeamId team, PersonId person, Consent consent) {
        tx.handle().createUpdate("""
                insert into visibility_consent (team, person, open, answered_at) values (:team, :person, :open, :at)
                on conflict (team, person) do update set open = excluded.open, answered_at = excluded.answered_at
                """).bind("team", team).bind("person", person).bind("open", consent.open())
                .bind("at", consent.at()).execute();
    }

    /** Notes that the team is asked in its channel. False where it was asked before. */
    boolean ask(Transaction tx, TeamId team, PersonId by, Instant now) {
        return tx.handle().createUpdate("""
                insert into visibility_asked (team, person, at) values (:team, :person, :at)
                on conflict (team) do nothing
                """).bind("team", team).bind("person", by).bind("at", now).execute() == 1;
    }

    boolean asked(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select 1 from visibility_asked where team = :team")
                .bind("team", team).mapTo(Integer.class).findOne().isPresent();
    }

    /** @param open whether the team may see the author's single placements */
    record Consent(boolean open, Instant at) {}
}
