package dev.stagecoach.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.storage.Transaction;
import org.jdbi.v3.core.statement.SqlStatement;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** Teams and their settings. */
public final class TeamStore {
    private static final String COLUMNS = "t.id, t.channel, t.name, t.school, t.zone, t.meeting_day, t.meeting_time,"
            + " t.checkin_weeks, t.summary_day, t.summary_time, t.summary_on";

    /** Adds the team unless its channel has one already. True where this call made it. */
    public boolean add(Transaction tx, Team team, PersonId by, Instant now) {
        var insert = tx.handle().createUpdate("""
                insert into team (id, channel, name, school, zone, meeting_day, meeting_time, checkin_weeks,
                    summary_day, summary_time, summary_on, created_at, created_by)
                values (:id, :channel, :name, :school, :zone, :meetingDay, :meetingTime, :checkinWeeks,
                    :summaryDay, :summaryTime, :summaryOn, :now, :by)
                on conflict (channel) do nothing
                """);
        return bind(insert, team).bind("now", now.toEpochMilli()).bind("by", by.toString()).execute() == 1;
    }

    /** Writes the settings of a team that exists. */
    public void change(Transaction tx, Team team) {
        bind(tx.handle().createUpdate("""
                update team set channel = :channel, name = :name, school = :school, zone = :zone,
                    meeting_day = :meetingDay, meeting_time = :meetingTime, checkin_weeks = :checkinWeeks,
                    summary_day = :summaryDay, summary_time = :summaryTime, summary_on = :summaryOn
                where id = :id
                """), team).execute();
    }

    public Optional<Team> find(Transaction tx, TeamId id) {
        return Optional.ofNullable(find(tx, List.of(id)).get(id));
    }

    /** Those of the teams that there are. */
    public Map<TeamId, Team> find(Transaction tx, Collection<TeamId> ids) {
        return tx.handle().createQuery("select " + COLUMNS + " from team t where t.id in (<ids>)")
                .bindList(NULL_KEYWORD, "ids", ids.stream().map(TeamId::value).toList())
                .map((row, _) -> team(row)).stream().collect(Collectors.toMap(Team::id, Function.identity()));
    }

    /** When the team was set up. */
    public Instant begun(Transaction tx, TeamId id) {
        return tx.handle().createQuery("select created_at from team where id = :id").bind("id", id.value())
                .mapTo(Long.class).findOne().map(Instant::ofEpochMilli)
                .orElseThrow(() -> new IllegalArgumentException("there is no team " + id));
    }

    public Optional<Team> inChannel(Transaction tx, ChannelId channel) {
        return tx.handle().createQuery("select " + COLUMNS + " from team t where t.channel = :channel")
                .bind("channel", channel.toString()).map((row, _) -> team(row)).findOne();
    }

    /** The teams that the person belongs to now, in any role, oldest first. */
    public List<Team> of(Transaction tx, PersonId person) {
        return tx.handle().createQuery("select " + COLUMNS + """
                 from team t join membership m on m.team = t.id
                where m.person = :person and m.left_at is null order by t.id
                """).bind("person", person.toString()).map((row, _) -> team(row)).list();
    }

    public List<Team> all(Transaction tx) {
        return tx.handle().createQuery("select " + COLUMNS + " from team t order by t.id").map((row, _) -> team(row))
                .list();
    }

    /** Replaces the people of the channel whom the coach keeps out of the team. */
    public void leaveOut(Transaction tx, TeamId team, Set<PersonId> people) {
        tx.handle().createUpdate("delete from left_out where team = :team").bind("team", team.value()).execute();
        for (var person : people) {
            tx.handle().createUpdate("insert into left_out (team, person) values (:team, :person)")
                    .bind("team", team.value()).bind("person", person.toString()).execute();
        }
    }

    public Set<PersonId> leftOut(Transaction tx, TeamId team) {
        return Set.copyOf(tx.handle().createQuery("select person from left_out where team = :team")
                .bind("team", team.value()).map((row, _) -> PersonId.parse(row.getString("person"))).list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Team team) {
        return statement.bind("id", team.id().value()).bind("channel", team.channel().toString())
                .bind("name", team.name()).bind("school", team.school()).bind("zone", team.zone().getId())
                .bind("meetingDay", team.meeting().day().name()).bind("meetingTime", team.meeting().time().toString())
                .bind("checkinWeeks", team.checkinWeeks()).bind("summaryDay", team.summary().day().name())
                .bind("summaryTime", team.summary().time().toString()).bind("summaryOn", team.summaryOn() ? 1 : 0);
    }

    private static Team team(ResultSet row) throws SQLException {
        return new Team(new TeamId(row.getString("id")), ChannelId.parse(row.getString("channel")),
                row.getString("name"), row.getString("school"), ZoneId.of(row.getString("zone")),
                meeting(row, "meeting"), row.getInt("checkin_weeks"), meeting(row, "summary"),
                row.getInt("summary_on") == 1);
    }

    private static Meeting meeting(ResultSet row, String prefix) throws SQLException {
        return new Meeting(DayOfWeek.valueOf(row.getString(prefix + "_day")),
                LocalTime.parse(row.getString(prefix + "_time")));
    }
}
