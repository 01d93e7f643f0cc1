package dev.stagecoach.coaching.stage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.stage.Proposal.Answer;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Proposals with their answers. They are the team's, as its stage is: whoever belongs to it may see them. */
final class ProposalStore {
    private static final String SELECT = """
            select id, team, practice, from_stage, to_stage, person, reason, at, state, answered_by, answered_at, word
            from journey_proposal
            """;

    /** Writes an open proposal down unless its journey has one. True where this call wrote it. */
    boolean propose(Transaction tx, Proposal proposal) {
        return tx.handle().createUpdate("""
                insert into journey_proposal (id, team, practice, from_stage, to_stage, person, reason, at, state, word)
                values (:id, :team, :practice, :from, :to, :person, :reason, :at, 'open', '')
                on conflict (team, practice) where state = 'open' do nothing
                """).bind("id", proposal.id()).bind("team", proposal.team().value())
                .bind("practice", proposal.practice()).bind("from", proposal.from()).bind("to", proposal.to())
                .bind("person", proposal.by().toString()).bind("reason", proposal.reason())
                .bind("at", proposal.at().toEpochMilli()).execute() == 1;
    }

    /** Answers an open proposal. True for exactly one caller. */
    boolean answer(Transaction tx, String id, Answer answer) {
        return switch (answer) {
            case Answer.Open _ -> false;
            case Answer.Countersigned(var by, var at) ->
                answer(tx, id, new Row("countersigned", Optional.of(by), "", at));
            case Answer.NotYet(var by, var word, var at) ->
                answer(tx, id, new Row("not_yet", Optional.of(by), word, at));
            case Answer.TakenBack(var at) -> answer(tx, id, new Row("taken_back", Optional.empty(), "", at));
            case Answer.Overtaken(var at) -> answer(tx, id, new Row("overtaken", Optional.empty(), "", at));
        };
    }

    /** An answer as it is stored. */
    private record Row(String state, Optional<PersonId> by, String word, Instant at) {}

    private static boolean answer(Transaction tx, String id, Row answer) {
        return tx.handle().createUpdate("""
                update journey_proposal set state = :state, answered_by = :by, answered_at = :at, word = :word
                where id = :id and state = 'open'
                """).bind("state", answer.state()).bind("by", answer.by().map(PersonId::toString).orElse(null))
                .bind("at", answer.at().toEpochMilli()).bind("word", answer.word()).bind("id", id).execute() == 1;
    }

    Optional<Proposal> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).map((row, _) -> proposal(row))
                .findOne();
    }

    /** What waits for an answer, oldest first. */
    List<Proposal> open(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " where team = :team and state = 'open' order by at, id")
                .bind("team", team.value()).map((row, _) -> proposal(row)).list();
    }

    /** What waits on this journey. */
    Optional<Proposal> open(Transaction tx, TeamId team, String practice) {
        return open(tx, team).stream().filter(one -> one.practice().equals(practice)).findFirst();
    }

    /** What was turned down, newest first. */
    List<Proposal> turnedDown(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and state = 'not_yet' order by answered_at desc, id desc
                """).bind("team", team.value()).map((row, _) -> proposal(row)).list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(row.getString("id"), new TeamId(row.getString("team")), row.getString("practice"),
                row.getString("from_stage"), row.getString("to_stage"), PersonId.parse(row.getString("person")),
                row.getString("reason"), Instant.ofEpochMilli(row.getLong("at")), answer(row));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        var at = Instant.ofEpochMilli(row.getLong("answered_at"));
        return switch (row.getString("state")) {
            case "open" -> new Answer.Open();
            case "countersigned" -> new Answer.Countersigned(PersonId.parse(row.getString("answered_by")), at);
            case "not_yet" ->
                new Answer.NotYet(PersonId.parse(row.getString("answered_by")), row.getString("word"), at);
            case "taken_back" -> new Answer.TakenBack(at);
            case "overtaken" -> new Answer.Overtaken(at);
            default -> throw new IllegalStateException("no state of a proposal: " + row.getString("state"));
        };
    }
}
