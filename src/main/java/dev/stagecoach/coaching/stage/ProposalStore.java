package dev.stagecoach.coaching.stage;

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
            select id, team, practice, from_stage as "from", to_stage as "to", person as by, reason, at,
                state as answer_state, answered_by as answer_by, word as answer_word, coalesce(answered_at, at) as answer_at
            from journey_proposal
            """;

    /** Writes an open proposal down unless its journey has one. True where this call wrote it. */
    boolean propose(Transaction tx, Proposal proposal) {
        return tx.handle().createUpdate("""
                insert into journey_proposal (id, team, practice, from_stage, to_stage, person, reason, at, state, word)
                values (:id, :team, :practice, :from, :to, :person, :reason, :at, 'open', '')
                on conflict (team, practice) where state = 'open' do nothing
                """).bind("id", proposal.id()).bind("team", proposal.team())
                .bind("practice", proposal.practice()).bind("from", proposal.from()).bind("to", proposal.to())
                .bind("person", proposal.by()).bind("reason", proposal.reason())
                .bind("at", proposal.at()).execute() == 1;
    }

    /** Answers an open proposal. True for exactly one caller. */
    boolean answer(Transaction tx, String id, Answer answer) {
        return switch (answer) {
            case Answer.Open _ -> false;
            case Answer.Countersigned(var by, var at) ->
                answer(tx, id, new AnswerRow("countersigned", Optional.of(by), "", at));
            case Answer.Seconded(var by, var at) -> answer(tx, id, new AnswerRow("seconded", Optional.of(by), "", at));
            case Answer.NotYet(var by, var word, var at) ->
                answer(tx, id, new AnswerRow("not_yet", Optional.of(by), word, at));
            case Answer.TakenBack(var at) -> answer(tx, id, new AnswerRow("taken_back", Optional.empty(), "", at));
            case Answer.Overtaken(var at) -> answer(tx, id, new AnswerRow("overtaken", Optional.empty(), "", at));
        };
    }

    /** An answer as it is stored. */
    private record AnswerRow(String state, Optional<PersonId> by, String word, Instant at) {
        Answer answer() {
            return switch (state) {
                case "open" -> new Answer.Open();
                case "countersigned" -> new Answer.Countersigned(by.orElseThrow(), at);
                case "seconded" -> new Answer.Seconded(by.orElseThrow(), at);
                case "not_yet" -> new Answer.NotYet(by.orElseThrow(), word, at);
                case "taken_back" -> new Answer.TakenBack(at);
                case "overtaken" -> new Answer.Overtaken(at);
                default -> throw new IllegalStateException("no state of a proposal: " + state);
            };
        }
    }

    private record Row(String id, TeamId team, String practice, String from, String to, PersonId by, String reason,
            Instant at, AnswerRow answer) {
        Proposal proposal() {
            return new Proposal(id, team, practice, from, to, by, reason, at, answer.answer());
        }
    }

    private static boolean answer(Transaction tx, String id, AnswerRow answer) {
        return tx.handle().createUpdate("""
                update journey_proposal set state = :state, answered_by = :by, answered_at = :at, word = :word
                where id = :id and state = 'open'
                """).bind("state", answer.state()).bind("by", answer.by())
                .bind("at", answer.at()).bind("word", answer.word()).bind("id", id).execute() == 1;
    }

    Optional<Proposal> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Row.class).map(Row::proposal)
                .findOne();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from journey_proposal where id = :id").bind("id", id)
                .mapTo(TeamId.class).findOne();
    }

    /** What waits for an answer, oldest first. */
    List<Proposal> open(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " where team = :team and state = 'open' order by at, id")
                .bind("team", team).mapTo(Row.class).map(Row::proposal).list();
    }

    /** What waits on this journey. */
    Optional<Proposal> open(Transaction tx, TeamId team, String practice) {
        return open(tx, team).stream().filter(one -> one.practice().equals(practice)).findFirst();
    }

    /** What was turned down, newest first. */
    List<Proposal> turnedDown(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and state = 'not_yet' order by answered_at desc, id desc
                """).bind("team", team).mapTo(Row.class).map(Row::proposal).list();
    }
}
