package dev.stagecoach.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.storage.Transaction;

/** When and how often teams and people may hear from the bot on its own. */
public final class DayStore {
    private final SchoolCalendarStore calendars = new SchoolCalendarStore();
    private final PreferenceStore preferences = new PreferenceStore();
    private final MemberStore members = new MemberStore();

    /** The team's hours, in its zone, with its school's days off. */
    public Day ofTeam(Transaction tx, Team team) {
        return new Day(team.zone(), hours(tx, team.id()).quiet(), school(tx, team));
    }

    /** The person's hours as a part of this team, in the person's own zone: the team's, and the person's own wishes. */
    public Day ofPerson(Transaction tx, Team team, PersonId person) {
        var zone = members.person(tx, person).map(Person::zone).orElse(team.zone());
        var wishes = preferences.of(tx, person);
        var quiet = hours(tx, team.id()).quiet();
        var off = new ArrayList<>(school(tx, team));
        wishes.vacation().ifPresent(off::add);
        return new Day(zone, wishes.quiet().map(quiet::and).orElse(quiet), off);
    }

    private List<DaysOff> school(Transaction tx, Team team) {
        return calendars.of(tx, team.school()).stream().map(SchoolDays::days).toList();
    }

    /** How often this team's members may be asked. */
    public Pace pace(Transaction tx, TeamId team) {
        return hours(tx, team).pace();
    }

    /** How many nudges a week the person may get from all teams together: what the most careful of them allows. */
    public int nudgesPerWeek(Transaction tx, PersonId person) {
        return tx.handle().createQuery("""
                select min(coalesce(h.nudges_per_week, :usual)) from membership m
                left join team_hours h on h.team = m.team
                where m.person = :person and m.left_at is null
                """).bind("usual", Pace.USUAL.nudgesPerWeek()).bind("person", person.toString())
                .mapTo(Integer.class).findOne().orElse(Pace.USUAL.nudgesPerWeek());
    }

    public TeamHours hours(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select quiet_from, quiet_to, quiet_weekends, nudges_per_week, repeat_once
                from team_hours where team = :team
                """).bind("team", team.value()).map((row, _) -> hours(row)).findOne().orElse(TeamHours.USUAL);
    }

    public void keep(Transaction tx, TeamId team, TeamHours hours, Instant now) {
        tx.handle().createUpdate("""
                insert into team_hours (team, quiet_from, quiet_to, quiet_weekends, nudges_per_week, repeat_once,
                    changed_at)
                values (:team, :from, :to, :weekends, :nudges, :repeat, :now)
                on conflict (team) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                    quiet_weekends = excluded.quiet_weekends, nudges_per_week = excluded.nudges_per_week,
                    repeat_once = excluded.repeat_once, changed_at = excluded.changed_at
                """).bind("team", team.value()).bind("from", hours.quiet().from().toString())
                .bind("to", hours.quiet().to().toString()).bind("weekends", hours.quiet().weekends() ? 1 : 0)
                .bind("nudges", hours.pace().nudgesPerWeek()).bind("repeat", hours.pace().repeat() ? 1 : 0)
                .bind("now", now.toEpochMilli()).execute();
    }

    private static TeamHours hours(ResultSet row) throws SQLException {
        return new TeamHours(new QuietHours(LocalTime.parse(row.getString("quiet_from")),
                LocalTime.parse(row.getString("quiet_to")), row.getInt("quiet_weekends") == 1),
                new Pace(row.getInt("nudges_per_week"), row.getInt("repeat_once") == 1));
    }
}
