package dev.stagecoach.people;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** When and how often teams and people may hear from the bot on its own. */
public final class DayStore {
    private final SchoolCalendarStore calendars = new SchoolCalendarStore();
    private final PreferenceStore preferences = new PreferenceStore();
    private final MemberStore members = new MemberStore();

    /** The team's hours, in its zone, with its school's days off. */
    public Day ofTeam(Transaction tx, Team team) {
        return days(tx, List.of(team), List.of()).ofTeam(team);
    }

    /** The person's hours as a part of this team, in the person's own zone: the team's, and the person's own wishes. */
    public Day ofPerson(Transaction tx, Team team, PersonId person) {
        return days(tx, List.of(team), List.of(person)).ofPerson(team, person);
    }

    /** All that the days of these teams and people are made of. */
    public Days days(Transaction tx, Collection<Team> teams, Collection<PersonId> people) {
        var ids = teams.stream().map(Team::id).toList();
        var school = new HashMap<TeamId, List<DaysOff>>();
        calendars.of(tx, ids).forEach((team, days) -> school.put(team,
                days.stream().map(SchoolDays::days).toList()));
        var hours = hours(tx, ids);
        return people.isEmpty()
                ? new Days(hours, school, Map.of(), Map.of())
                : new Days(hours, school, members.people(tx, people), preferences.of(tx, people));
    }

    /** How often this team's members may be asked. */
    public NudgeBudget budget(Transaction tx, TeamId team) {
        return hours(tx, team).budget();
    }

    /** How many nudges a week the person may get from all teams together: what the most careful of them allows. */
    public int nudgesPerWeek(Transaction tx, PersonId person) {
        return nudgesPerWeek(tx, List.of(person)).getOrDefault(person, NudgeBudget.USUAL.nudgesPerWeek());
    }

    /** {@link #nudgesPerWeek} of many; whoever is in no team is left out. */
    public Map<PersonId, Integer> nudgesPerWeek(Transaction tx, Collection<PersonId> people) {
        return tx.handle().createQuery("""
                select m.person, min(coalesce(h.nudges_per_week, :usual)) as number from membership m
                left join team_hours h on h.team = m.team
                where m.person in (<people>) and m.left_at is null group by m.person
                """).bind("usual", NudgeBudget.USUAL.nudgesPerWeek()).bindList(NULL_KEYWORD, "people", people)
                .mapTo(OfPerson.class)
                .collectToMap(OfPerson::person, OfPerson::number);
    }

    private record OfPerson(PersonId person, int number) {}

    public TeamHours hours(Transaction tx, TeamId team) {
        return hours(tx, List.of(team)).getOrDefault(team, TeamHours.USUAL);
    }

    private record OfTeam(TeamId team, TeamHours hours) {}

    private static Map<TeamId, TeamHours> hours(Transaction tx, Collection<TeamId> teams) {
        return tx.handle().createQuery("""
                select team, quiet_from as hours_quiet_from, quiet_to as hours_quiet_to,
                    quiet_weekends as hours_quiet_weekends, nudges_per_week as hours_budget_nudges_per_week,
                    repeat_once as hours_budget_repeat

                from team_hours where team in (<teams>)
                """).bindList(NULL_KEYWORD, "teams", teams).mapTo(OfTeam.class)
                .collectToMap(OfTeam::team, OfTeam::hours);
    }

    public void keep(Transaction tx, TeamId team, TeamHours hours, Instant now) {
        tx.handle().createUpdate("""
                insert into team_hours (team, quiet_from, quiet_to, quiet_weekends, nudges_per_week, repeat_once,
                    changed_at)
                values (:team, :from, :to, :weekends, :nudges, :repeat, :now)
                on conflict (team) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                    quiet_weekends = excluded.quiet_weekends, nudges_per_week = excluded.nudges_per_week,
                    repeat_once = excluded.repeat_once, changed_at = excluded.changed_at
                """).bind("team", team).bind("from", hours.quiet().from())
                .bind("to", hours.quiet().to()).bind("weekends", hours.quiet().weekends())
                .bind("nudges", hours.budget().nudgesPerWeek()).bind("repeat", hours.budget().repeat())
                .bind("now", now).execute();
    }
}
