package dev.stagecoach.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.stagecoach.storage.Transaction;
import org.jdbi.v3.core.statement.SqlStatement;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** Teams and their settings. */
public final class TeamStore {
    private static final String COLUMNS = "t.id, t.channel, t.name, t.school, t.zone, t.meeting_day, t.meeting_time,"
            + " t.checkin_weeks, t.summary_day, t.summary_time, t.summary_on";

    private final SchoolStore schools = new SchoolStore();

    /** Adds the team unless its channel has one already, and settles its school. True where this call made it. */
    public boolean add(Transaction tx, Team team, PersonId by, Instant now) {
        var insert = tx.handle().createUpdate("""
                insert into team (id, channel, name, school, zone, meeting_day, meeting_time, checkin_weeks,
                    summary_day, summary_time, summary_on, created_at, created_by)
                values (:id, :channel, :name, :school, :zone, :meetingDay, :meetingTime, :checkinWeeks,
                    :summaryDay, :summaryTime, :summaryOn, :now, :by)
                on conflict (channel) do nothing
                """);
        var added = bind(insert, team).bind("now", now).bind("by", by).execute() == 1;
        if (added) {
            schools.settle(tx, team, now);
        }
        return added;
    }

    /** Writes the settings of a team that exists. */
    public void change(Transaction tx, Team team, Instant now) {
        bind(tx.handle().createUpdate("""
                update team set channel = :channel, name = :name, school = :school, zone = :zone,
                    meeting_day = :meetingDay, meeting_time = :meetingTime, checkin_weeks = :checkinWeeks,
                    summary_day = :summaryDay, summary_time = :summaryTime, summary_on = :summaryOn
                where id = :id
                """), team).execute();
        schools.settle(tx, team, now);
    }

    /** Slack has given the team's channel another id. */
    public void moved(Transaction tx, ChannelId from, ChannelId to) {
        tx.handle().createUpdate("update team set channel = :to where channel = :from").bind("from", from)
                .bind("to", to).execute();
    }

    public Optional<Team> find(Transaction tx, TeamId id) {
        return Optional.ofNullable(find(tx, List.of(id)).get(id));
    }

    /** Those of the teams that there are. */
    public Map<TeamId, Team> find(Transaction tx, Collection<TeamId> ids) {
        return tx.handle().createQuery("select " + COLUMNS + " from team t where t.id in (<ids>)")
                .bindList(NULL_KEYWORD, "ids", ids).mapTo(Team.class).collectToMap(Team::id, Function.identity());
    }

    /** When the team was set up. */
    public Instant begun(Transaction tx, TeamId id) {
        return tx.handle().createQuery("select created_at from team where id = :id").bind("id", id)
                .mapTo(Instant.class).findOne()
                .orElseThrow(() -> new IllegalArgumentException("there is no team " + id));
    }

    /** Who set the team up. */
    public Optional<PersonId> founder(Transaction tx, TeamId id) {
        return tx.handle().createQuery("select created_by from team where id = :id").bind("id", id)
                .mapTo(PersonId.class).findOne();
    }

    public Optional<Team> inChannel(Transaction tx, ChannelId channel) {
        return tx.handle().createQuery("select " + COLUMNS + " from team t where t.channel = :channel")
                .bind("channel", channel).mapTo(Team.class).findOne();
    }

    /** The teams that the person belongs to now, in any role, oldest first. */
    public List<Team> of(Transaction tx, PersonId person) {
        return tx.handle().createQuery("select " + COLUMNS + """
                 from team t join membership m on m.team = t.id
                where m.person = :person and m.left_at is null order by t.id
                """).bind("person", person).mapTo(Team.class).list();
    }

    public List<Team> all(Transaction tx) {
        return tx.handle().createQuery("select " + COLUMNS + " from team t order by t.id").mapTo(Team.class)
                .list();
    }

    /** Replaces the people of the channel whom the coach keeps out of the team. */
    public void leaveOut(Transaction tx, TeamId team, Set<PersonId> people) {
        tx.handle().createUpdate("delete from left_out where team = :team").bind("team", team).execute();
        for (var person : people) {
            tx.handle().createUpdate("insert into left_out (team, person) values (:team, :person)")
                    .bind("team", team).bind("person", person).execute();
        }
    }

    public Set<PersonId> leftOut(Transaction tx, TeamId team) {
        return Set.copyOf(tx.handle().createQuery("select person from left_out where team = :team")
                .bind("team", team).mapTo(PersonId.class).list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Team team) {
        return statement.bind("id", team.id()).bind("channel", team.channel())
                .bind("name", team.name()).bind("school", team.school()).bind("zone", team.zone())
                .bind("meetingDay", team.meeting().day()).bind("meetingTime", team.meeting().time())
                .bind("checkinWeeks", team.checkinWeeks()).bind("summaryDay", team.summary().day())
                .bind("summaryTime", team.summary().time()).bind("summaryOn", team.summaryOn());
    }
}
