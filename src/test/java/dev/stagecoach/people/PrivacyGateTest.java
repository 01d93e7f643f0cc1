package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** The gate on a real database: who asks is looked up each time, so a changed role counts at once. */
class PrivacyGateTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");

    private final TownDirectory town = new TownDirectory();
    private final People people = People.create();
    private final PersonId author = town.person("Ana");
    private final PersonId colleague = town.person("Ben");
    private final PersonId coach = town.person("Wren");
    private final PersonId leader = town.person("Lee");
    private final PersonId stranger = town.person("Sam");
    private final Team team = new Team(new TeamId(Ids.next()), new ChannelId("T1", "C1"), "Grade 7", "Juniper Ridge",
            TownDirectory.BOISE, new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
            new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);

    @OnBothDatabases
    void aSharedReflectionIsForTeamAndCoachAndNeverForLeadersOrStrangers(Database database) {
        start(database);
        assertThat(readers(database, reflection(true))).containsExactly(author, colleague, coach);
        assertThat(readers(database, reflection(false))).containsExactly(author);
    }

    @OnBothDatabases
    void aTeamsGoalIsForEverybodyInTheTeam(Database database) {
        start(database);
        assertThat(readers(database, new Confidential<>(DataKind.TEAM_GOAL, team.id(), author, false, "goal")))
                .containsExactly(author, colleague, coach, leader);
    }

    @OnBothDatabases
    void aCoachWhoBecomesALeaderLosesAccessAtOnce(Database database) {
        start(database);
        var shared = new Confidential<>(DataKind.OWN_RATING, team.id(), author, true, "rating");
        assertThat(readers(database, shared)).containsExactly(author, coach);
        database.change(tx -> people.members().join(tx, team.id(), coach, Role.LEADER, NOW));
        assertThat(readers(database, shared)).containsExactly(author);
        database.change(tx -> people.members().join(tx, team.id(), coach, Role.COACH, NOW));
        assertThat(readers(database, shared)).containsExactly(author, coach);
    }

    @OnBothDatabases
    void whoLeavesOrIsDeactivatedLosesAccessAtOnce(Database database) {
        start(database);
        database.change(tx -> people.members().leave(tx, team.id(), colleague, NOW));
        town.deactivate(coach);
        database.change(tx -> people.members().keep(tx, town.person(coach).orElseThrow(), NOW));
        assertThat(readers(database, reflection(true))).containsExactly(author);
    }

    @OnBothDatabases
    void aCoachOfAnotherTeamIsAnOutsider(Database database) {
        start(database);
        var other = new Team(new TeamId(Ids.next()), new ChannelId("T1", "C2"), "Grade 8", "Juniper Ridge",
                team.zone(), team.meeting(), 1, team.summary(), true);
        database.change(tx -> {
            people.teams().add(tx, other, stranger, NOW);
            people.members().join(tx, other.id(), stranger, Role.COACH, NOW);
        });
        assertThat(readers(database, reflection(true))).doesNotContain(stranger);
    }

    @OnBothDatabases
    void ofAListOnlyWhatMayBeSeenComesOut(Database database) {
        start(database);
        var list = List.of(reflection(true), reflection(false), reflection(true));
        var seen = database.read(tx -> people.gate().openAll(tx, coach, list));
        assertThat(seen).hasSize(2);
    }

    private Confidential<String> reflection(boolean shared) {
        return new Confidential<>(DataKind.REFLECTION, team.id(), author, shared, "what I noticed");
    }

    private List<PersonId> readers(Database database, Confidential<String> closed) {
        return List.of(author, colleague, coach, leader, stranger).stream()
                .filter(viewer -> database.read(tx -> people.gate().open(tx, viewer, closed)).isPresent()).toList();
    }

    private void start(Database database) {
        database.change(tx -> {
            people.teams().add(tx, team, coach, NOW);
            List.of(author, colleague, coach, leader, stranger)
                    .forEach(id -> people.members().keep(tx, town.person(id).orElseThrow(), NOW));
            people.members().join(tx, team.id(), author, Role.MEMBER, NOW);
            people.members().join(tx, team.id(), colleague, Role.MEMBER, NOW);
            people.members().join(tx, team.id(), coach, Role.COACH, NOW);
            people.members().join(tx, team.id(), leader, Role.LEADER, NOW);
        });
    }
}
