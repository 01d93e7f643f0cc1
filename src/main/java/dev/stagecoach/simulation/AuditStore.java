package dev.stagecoach.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What the auditor reads, past everything that the bot says about itself. */
final class AuditStore {
    private static final String ROWS = """
            select id, unique_key, team, kind, address, subject, state, due_at, try_at, claimed_until, sent_at, channel,
                ts, reason, parent, lead, follows, manner, latest_at from delivery""";
    private static final int AT_A_TIME = 500;

    /** A line of the outbox's summary. */
    record Count(String kind, String state, String reason, int number) {}

    List<Row> all(Transaction tx) {
        return tx.handle().createQuery(ROWS + " order by id").map((row, _) -> row(row)).list();
    }

    /** Rows made after a row with this id would have been. */
    List<Row> after(Transaction tx, String id) {
        return tx.handle().createQuery(ROWS + " where id > :id").bind("id", id).map((row, _) -> row(row)).list();
    }

    List<Row> open(Transaction tx) {
        return tx.handle().createQuery(ROWS + " where state = 'due' union all " + ROWS + " where state = 'sending'")
                .map((row, _) -> row(row)).list();
    }

    List<Row> of(Transaction tx, List<String> ids) {
        var rows = new ArrayList<Row>();
        for (var from = 0; from < ids.size(); from += AT_A_TIME) {
            tx.handle().createQuery(ROWS + " where id in (<ids>)")
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_A_TIME)))
                    .map((row, _) -> row(row)).forEach(rows::add);
        }
        return rows;
    }

    /** The rows that say they are in the message with this mark. */
    List<Row> within(Transaction tx, String mark) {
        return tx.handle().createQuery(ROWS + " where id = :mark union all " + ROWS + " where lead = :mark")
                .bind("mark", mark).map((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var sending = "sending".equals(row.getString("state"));
        var place = Optional.ofNullable(row.getString("channel")).map(channel -> channel.substring(channel
                .indexOf('/') + 1));
        var ts = Optional.ofNullable(row.getString("ts"));
        return new Row(row.getString("id"), row.getString("unique_key"), row.getString("team"), row.getString("kind"),
                row.getString("address"), row.getString("subject"), row.getString("state"), moment(row, "due_at"),
                moment(row, sending ? "claimed_until" : "try_at"),
                Optional.ofNullable(row.getString("sent_at")).map(_ -> at(row, "sent_at")),
                place.flatMap(channel -> ts.map(stands -> channel + " " + stands)),
                Optional.ofNullable(row.getString("reason")),
                new Row.Ties(Optional.ofNullable(row.getString("parent")), Optional.ofNullable(row.getString("lead")),
                        Optional.ofNullable(row.getString("follows")),
                        Optional.ofNullable(row.getString("manner")).map(SendPolicy::valueOf),
                        Optional.ofNullable(row.getString("latest_at")).map(_ -> at(row, "latest_at"))));
    }

    private static Instant at(ResultSet row, String column) {
        try {
            return moment(row, column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    /** The bot's id for the team of a channel. */
    Optional<String> team(Transaction tx, String channel) {
        return tx.handle().createQuery("select id from team where channel = :channel").bind("channel", channel)
                .mapTo(String.class).findOne();
    }

    private record Answer(String question, String value) {}

    /** What is stored of somebody's answers to a check-in, by question. */
    Map<String, String> answers(Transaction tx, String occasion, PersonId person) {
        return tx.handle().createQuery("""
                select question, value from checkin_answer where occasion = :occasion and person = :person
                """).bind("occasion", occasion).bind("person", person).mapTo(Answer.class)
                .collectToMap(Answer::question, Answer::value);
    }

    /** Whether a form of theirs was taken that is still to be handled. */
    boolean keepsAForm(Transaction tx, PersonId person) {
        return tx.handle().createQuery("select 1 from handled where person = :person and done = 0 limit 1")
                .bind("person", person).mapTo(Integer.class).findOne().isPresent();
    }

    /** How many messages were planned that ask somebody about a check-in. */
    int asks(Transaction tx, String occasion, String user) {
        return tx.handle().createQuery("""
                select count(*) from delivery where kind = 'checkin.ask' and subject like :subject
                """).bind("subject", occasion + " %/" + user + " %").mapTo(Integer.class).one();
    }

    /** The dates for which the team's own schedule has asked. */
    List<String> slots(Transaction tx, String team) {
        return tx.handle().createQuery("""
                select o.slot from checkin_occasion o join checkin_schedule s on s.id = o.schedule
                where o.team = :team and s.automatic = 1
                """).bind("team", team).mapTo(String.class).list();
    }

    List<Count> counts(Transaction tx) {
        return tx.handle().createQuery("""
                select kind, state, coalesce(reason, '') as reason, count(*) as number from delivery
                group by kind, state, coalesce(reason, '') order by kind, state
                """).mapTo(Count.class).list();
    }
}
