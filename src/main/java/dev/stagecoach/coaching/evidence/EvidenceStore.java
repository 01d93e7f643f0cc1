package dev.stagecoach.coaching.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.coaching.Count;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;
import org.jdbi.v3.core.statement.SqlStatement;

/** Evidence items, handed out closed; "shared" means that the team approved them for school leaders. */
public final class EvidenceStore {
    private static final String SELECT = """
            select id, team, person, practice, type, statement, count_n, count_of, count_what, cannot_show, highlight,
                impact, phase, link, goal, approved, from_channel, from_ts, logged_at from evidence
            """;

    public Optional<Confidential<Evidence>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).map((row, _) -> evidence(row))
                .findOne();
    }

    /** All of the team's items, newest first. */
    public List<Confidential<Evidence>> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " where team = :team order by logged_at desc, id desc")
                .bind("team", team.value()).map((row, _) -> evidence(row)).list();
    }

    /** What the team logged in a period, oldest first. */
    public List<Confidential<Evidence>> in(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and logged_at >= :from and logged_at < :until order by logged_at, id
                """).bind("team", team.value()).bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli()).map((row, _) -> evidence(row)).list();
    }

    /** When the team last logged something. */
    Optional<Instant> lastLogged(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select max(logged_at) from evidence where team = :team")
                .bind("team", team.value()).mapTo(Long.class).findOne().map(Instant::ofEpochMilli);
    }

    /** Keeps a new item; false where its id is known already. */
    boolean log(Transaction tx, Evidence evidence) {
        var insert = tx.handle().createUpdate("""
                insert into evidence (id, team, person, practice, type, statement, count_n, count_of, count_what,
                    cannot_show, highlight, impact, phase, link, goal, approved, from_channel, from_ts, logged_at)
                values (:id, :team, :person, :practice, :type, :statement, :n, :of, :what, :cannotShow, :highlight,
                    :impact, :phase, :link, :goal, 0, :channel, :ts, :now) on conflict (id) do nothing
                """).bind("id", evidence.id()).bind("team", evidence.team().value())
                .bind("person", evidence.author().toString())
                .bind("channel", evidence.from().map(ref -> ref.channel().toString()).orElse(""))
                .bind("ts", evidence.from().map(MessageRef::ts).orElse(""))
                .bind("now", evidence.logged().toEpochMilli());
        return bind(insert, evidence.finding()).execute() == 1;
    }

    /** Writes other words into an item; leaders see it no more, because the team approved the old ones. */
    void change(Transaction tx, String id, Evidence.Finding finding) {
        bind(tx.handle().createUpdate("""
                update evidence set practice = :practice, type = :type, statement = :statement, count_n = :n,
                    count_of = :of, count_what = :what, cannot_show = :cannotShow, highlight = :highlight,
                    impact = :impact, phase = :phase, link = :link, goal = :goal, approved = 0
                where id = :id
                """), finding).bind("id", id).execute();
    }

    void approve(Transaction tx, String id, boolean approved) {
        tx.handle().createUpdate("update evidence set approved = :approved where id = :id")
                .bind("approved", approved ? 1 : 0).bind("id", id).execute();
    }

    void delete(Transaction tx, String id) {
        tx.handle().createUpdate("delete from evidence where id = :id").bind("id", id).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Evidence.Finding finding) {
        return statement.bind("practice", finding.practice()).bind("type", finding.type())
                .bind("statement", finding.statement())
                .bind("n", finding.count().map(Count::n).orElse(null))
                .bind("of", finding.count().map(Count::of).orElse(null))
                .bind("what", finding.count().map(count -> count.what().name()).orElse(""))
                .bind("cannotShow", finding.cannotShow()).bind("highlight", finding.highlight() ? 1 : 0)
                .bind("impact", finding.reach().impact()).bind("phase", finding.reach().phase())
                .bind("link", finding.reach().link()).bind("goal", finding.reach().goal());
    }

    private static Confidential<Evidence> evidence(ResultSet row) throws SQLException {
        var channel = row.getString("from_channel");
        var from = channel.isEmpty()
                ? Optional.<MessageRef>empty()
                : Optional.of(new MessageRef(ChannelId.parse(channel), row.getString("from_ts")));
        var reach = new Evidence.Reach(row.getString("impact"), row.getString("phase"), row.getString("link"),
                row.getString("goal"));
        var finding = new Evidence.Finding(row.getString("practice"), row.getString("type"),
                row.getString("statement"), count(row), row.getString("cannot_show"), row.getInt("highlight") == 1,
                reach);
        var evidence = new Evidence(row.getString("id"), new TeamId(row.getString("team")),
                PersonId.parse(row.getString("person")), finding, from, row.getInt("approved") == 1,
                Instant.ofEpochMilli(row.getLong("logged_at")));
        return new Confidential<>(DataKind.EVIDENCE, evidence.team(), evidence.author(), evidence.approved(),
                evidence);
    }

    private static Optional<Count> count(ResultSet row) throws SQLException {
        var what = row.getString("count_what");
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(new Count(row.getInt("count_n"), row.getInt("count_of"),
                        Count.What.valueOf(what)));
    }
}
