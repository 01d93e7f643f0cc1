package dev.stagecoach.coaching.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.coaching.Count;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.evidence.Evidence.Shown;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;
import org.jdbi.v3.core.statement.SqlStatement;

/** Evidence items, handed out closed; "shared" means that their author shows them to school leaders too. */
public final class EvidenceStore {
    private static final String SELECT = """
            select id, team, person as author, practice as finding_practice, type as finding_type,
                statement as finding_statement, count_n as finding_count_n, count_of as finding_count_of,
                nullif(count_what, '') as finding_count_what, cannot_show as finding_cannot_show,
                highlight as finding_highlight, impact as finding_reach_impact, phase as finding_reach_phase,
                link as finding_reach_link, goal as finding_reach_goal, source as finding_reach_source, nullif(from_channel, '') as from_channel,
                nullif(from_ts, '') as from_ts, shown, logged_at as logged, approved_at as approved from evidence
            """;

    public Optional<Confidential<Evidence>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Evidence.class)
                .map(EvidenceStore::closed)
                .findOne();
    }

    /** All of the team's items, newest first. */
    public List<Confidential<Evidence>> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " where team = :team order by logged_at desc, id desc")
                .bind("team", team).mapTo(Evidence.class).map(EvidenceStore::closed).list();
    }

    /** What the team logged in a period, oldest first. */
    public List<Confidential<Evidence>> in(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and logged_at >= :from and logged_at < :until order by logged_at, id
                """).bind("team", team).bind("from", period.from())
                .bind("until", period.until()).mapTo(Evidence.class).map(EvidenceStore::closed).list();
    }

    /** When somebody of the team last logged something that the team sees. */
    Optional<Instant> lastLogged(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select max(logged_at) from evidence where team = :team and shown <> 'MINE'")
                .bind("team", team).mapTo(Instant.class).findOne();
    }

    /** Keeps a new item; false where its id is known already. */
    boolean log(Transaction tx, Evidence evidence) {
        var insert = tx.handle().createUpdate("""
                insert into evidence (id, team, person, practice, type, statement, count_n, count_of, count_what,
                    cannot_show, highlight, impact, phase, link, goal, source, shown, from_channel, from_ts, logged_at,
                    approved_at)
                values (:id, :team, :person, :practice, :type, :statement, :n, :of, :what, :cannotShow, :highlight,
                    :impact, :phase, :link, :goal, :source, :shown, :channel, :ts, :now, :approved) on conflict (id) do nothing
                """).bind("id", evidence.id()).bind("team", evidence.team()).bind("person", evidence.author())
                .bind("channel", evidence.from().map(ref -> ref.channel().toString()).orElse(""))
                .bind("ts", evidence.from().map(MessageRef::ts).orElse("")).bind("now", evidence.logged())
                .bind("shown", evidence.shown()).bind("approved", evidence.approved().orElse(null));
        return bind(insert, evidence.finding()).execute() == 1;
    }

    /** Writes other words into an item; who was to see the ones before has to be asked about these anew. */
    void change(Transaction tx, Evidence evidence) {
        bind(tx.handle().createUpdate("""
                update evidence set practice = :practice, type = :type, statement = :statement, count_n = :n,
                    count_of = :of, count_what = :what, cannot_show = :cannotShow, highlight = :highlight,
                    impact = :impact, phase = :phase, link = :link, goal = :goal, source = :source, shown = :shown,
                    approved_at = :approved
                where id = :id
                """), evidence.finding()).bind("id", evidence.id()).bind("shown", evidence.shown())
                .bind("approved", evidence.approved().orElse(null)).execute();
    }

    void show(Transaction tx, String id, Shown shown) {
        tx.handle().createUpdate("update evidence set shown = :shown where id = :id").bind("shown", shown)
                .bind("id", id).execute();
    }

    /** Slack has given the channel another id; messages keep theirs. */
    public void moved(Transaction tx, ChannelId from, ChannelId to) {
        tx.handle().createUpdate("update evidence set from_channel = :to where from_channel = :from")
                .bind("from", from).bind("to", to).execute();
    }

    void delete(Transaction tx, String id) {
        tx.handle().createUpdate("delete from evidence where id = :id").bind("id", id).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Evidence.Finding finding) {
        return statement.bind("practice", finding.practice()).bind("type", finding.type())
                .bind("statement", finding.statement()).bind("n", finding.count().map(Count::n).orElse(null))
                .bind("of", finding.count().map(Count::of).orElse(null))
                .bind("what", finding.count().map(count -> count.what().name()).orElse(""))
                .bind("cannotShow", finding.cannotShow()).bind("highlight", finding.highlight())
                .bind("impact", finding.reach().impact()).bind("phase", finding.reach().phase())
                .bind("link", finding.reach().link()).bind("goal", finding.reach().goal())
                .bind("source", finding.reach().source());
    }

    private static Confidential<Evidence> closed(Evidence evidence) {
        return new Confidential<>(evidence.shown() == Shown.MINE ? DataKind.OWN_EVIDENCE : DataKind.EVIDENCE,
                evidence.team(), evidence.author(), evidence.shown() == Shown.LEADERS, evidence);
    }
}
