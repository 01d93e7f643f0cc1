package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.goal.PracticeProposal.Outcome;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.MemberStore;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * Proposals of a practice, which are the team's, and what members said to them. Answers leave only as numbers: who said
 * no is told to nobody. Only those count who belong to the team now, and what they said since then.
 */
final class PracticeProposalStore {
    private static final String SELECT = """
            select id, team, practice, reason, person as by, of_coach, at, closes_at as closes,
                state as outcome_state, coalesce(ended_at, at) as outcome_at, yes as outcome_yes,
                members as outcome_members
            from practice_proposal
            """;
    private final MemberStore members = new MemberStore();

    /** Writes an open proposal down unless its team has one. True where this call wrote it. */
    boolean propose(Transaction tx, PracticeProposal proposal) {
        return tx.handle().createUpdate("""
                insert into practice_proposal (id, team, practice, reason, person, of_coach, at, closes_at, state, yes,
                    members)
                values (:id, :team, :practice, :reason, :person, :ofCoach, :at, :closes, 'open', 0, 0)
                on conflict (team) where state = 'open' do nothing
                """).bind("id", proposal.id()).bind("team", proposal.team()).bind("practice", proposal.practice())
                .bind("reason", proposal.reason()).bind("person", proposal.by())
                .bind("ofCoach", proposal.ofCoach() ? 1 : 0).bind("at", proposal.at())
                .bind("closes", proposal.closes()).execute() == 1;
    }

    /**
     * Keeps the proposal as it is until this transaction ends. The empty update takes the row's lock, so that on
     * PostgreSQL two answers wait for each other.
     */
    void hold(Transaction tx, String id) {
        tx.handle().createUpdate("update practice_proposal set state = state where id = :id").bind("id", id).execute();
    }

    /** Ends an open proposal. True for exactly one caller. */
    boolean end(Transaction tx, String id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Open _ -> false;
            case Outcome.Chosen(var at, var yes, var all) -> end(tx, id, new OutcomeRow("chosen", at, yes, all));
            case Outcome.NotChosen(var at, var yes, var all) ->
                end(tx, id, new OutcomeRow("not_chosen", at, yes, all));
            case Outcome.TakenBack(var at) -> end(tx, id, new OutcomeRow("taken_back", at, 0, 0));
            case Outcome.Overtaken(var at) -> end(tx, id, new OutcomeRow("overtaken", at, 0, 0));
        };
    }

    private static boolean end(Transaction tx, String id, OutcomeRow outcome) {
        return tx.handle().createUpdate("""
                update practice_proposal set state = :state, ended_at = :at, yes = :yes, members = :members
                where id = :id and state = 'open'
                """).bind("state", outcome.state()).bind("at", outcome.at()).bind("yes", outcome.yes())
                .bind("members", outcome.members()).bind("id", id).execute() == 1;
    }

    /** An outcome as it is stored. */
    private record OutcomeRow(String state, Instant at, int yes, int members) {
        Outcome outcome() {
            return switch (state) {
                case "open" -> new Outcome.Open();
                case "chosen" -> new Outcome.Chosen(at, yes, members);
                case "not_chosen" -> new Outcome.NotChosen(at, yes, members);
                case "taken_back" -> new Outcome.TakenBack(at);
                case "overtaken" -> new Outcome.Overtaken(at);
                default -> throw new IllegalStateException("no state of a proposal: " + state);
            };
        }
    }

    private record Row(String id, TeamId team, String practice, String reason, PersonId by, boolean ofCoach,
            Instant at, Instant closes, OutcomeRow outcome) {
        PracticeProposal proposal() {
            return new PracticeProposal(id, team, practice, reason, by, ofCoach, at, closes, outcome.outcome());
        }
    }

    Optional<PracticeProposal> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Row.class).map(Row::proposal)
                .findOne();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from practice_proposal where id = :id").bind("id", id)
                .mapTo(TeamId.class).findOne();
    }

    /** What the team is asked now. */
    Optional<PracticeProposal> open(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " where team = :team and state = 'open'").bind("team", team)
                .mapTo(Row.class).map(Row::proposal).findOne();
    }

    /** What is open in any team, the one that closes next first. */
    List<PracticeProposal> open(Transaction tx) {
        return tx.handle().createQuery(SELECT + " where state = 'open' order by closes_at, id").mapTo(Row.class)
                .map(Row::proposal).list();
    }

    /** Writes what the member says over what was said before. */
    void vote(Transaction tx, String proposal, PersonId person, boolean yes, Instant now) {
        tx.handle().createUpdate("""
                insert into practice_vote (proposal, person, yes, at) values (:proposal, :person, :yes, :now)
                on conflict (proposal, person) do update set yes = excluded.yes, at = excluded.at
                """).bind("proposal", proposal).bind("person", person).bind("yes", yes ? 1 : 0).bind("now", now)
                .execute();
    }

    private record Vote(PersonId person, boolean yes, Instant at) {}

    private List<Vote> votes(Transaction tx, PracticeProposal proposal, List<Member> counting) {
        var since = counting.stream().collect(Collectors.toMap(Member::person, Member::since));
        return tx.handle().createQuery("select person, yes, at from practice_vote where proposal = :proposal")
                .bind("proposal", proposal.id()).mapTo(Vote.class)
                .filter(vote -> since.containsKey(vote.person()) && !vote.at().isBefore(since.get(vote.person())))
                .list();
    }

    /** How the team's members have answered, as numbers. */
    PracticeVote count(Transaction tx, PracticeProposal proposal) {
        var all = members.of(tx, proposal.team(), Role.MEMBER);
        var said = votes(tx, proposal, all);
        var yes = (int) said.stream().filter(Vote::yes).count();
        return new PracticeVote(proposal.ofCoach(), all.size(), yes, said.size() - yes);
    }

    /** Whether this member has answered. */
    boolean answered(Transaction tx, PracticeProposal proposal, PersonId person) {
        return votes(tx, proposal, members.of(tx, proposal.team(), Role.MEMBER)).stream()
                .anyMatch(vote -> vote.person().equals(person));
    }
}
