package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.MemberStore;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What members said to openness. Only those count who belong to the team now, and only what they said since then. */
public final class VisibilityStore {
    /** From the question on; then those who have answered are enough, if they are more than half. */
    static final Duration TIME_TO_ANSWER = Duration.ofDays(7);
    private final MemberStore members = new MemberStore();

    private record Row(PersonId person, Consent consent) {}

    /** What each member said; who said nothing since then has no entry. */
    private Map<PersonId, Consent> ofMembers(Transaction tx, TeamId team, List<Member> members) {
        var since = members.stream().collect(Collectors.toMap(Member::person, Member::since));
        return tx.handle().createQuery("""
                select person, open as consent_open, answered_at as consent_at from visibility_consent where team = :team
                """).bind("team", team).mapTo(Row.class)
                .filter(row -> since.containsKey(row.person())
                        && !row.consent().at().isBefore(since.get(row.person())))
                .collectToMap(Row::person, Row::consent);
    }

    /** How the team's members have answered by now, as numbers. */
    public OpennessVote agreement(Transaction tx, TeamId team, Instant now) {
        var all = members.of(tx, team, Role.MEMBER);
        var said = ofMembers(tx, team, all).values();
        var yes = (int) said.stream().filter(Consent::open).count();
        var over = askedAt(tx, team).filter(at -> !now.isBefore(at.plus(TIME_TO_ANSWER))).isPresent();
        return new OpennessVote(all.size(), yes, said.size() - yes, over);
    }

    /** What this member said, the author's alone; empty where it was nothing. */
    Optional<Confidential<Consent>> of(Transaction tx, TeamId team, PersonId person) {
        return Optional.ofNullable(ofMembers(tx, team, members.of(tx, team, Role.MEMBER)).get(person))
                .map(consent -> new Confidential<>(DataKind.CONSENT, team, person, false, consent));
    }

    /** Who lets the team see single placements, for a round's own working; no card may be made of it. */
    public Set<PersonId> consenting(Transaction tx, TeamId team) {
        return ofMembers(tx, team, members.of(tx, team, Role.MEMBER)).entrySet().stream()
                .filter(one -> one.getValue().open()).map(Map.Entry::getKey).collect(Collectors.toSet());
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
        return askedAt(tx, team).isPresent();
    }

    private static Optional<Instant> askedAt(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select at from visibility_asked where team = :team")
                .bind("team", team).mapTo(Instant.class).findOne();
    }

    /** @param open whether the team may see the author's single placements */
    record Consent(boolean open, Instant at) {}
}
