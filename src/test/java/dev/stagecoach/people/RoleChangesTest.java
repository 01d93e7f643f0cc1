package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However people join, leave and take other roles: at that moment each of them sees what the matrix of part 7 gives
 * their present role, of every kind, shared or not, and the page of who can see it names the same people.
 */
class RoleChangesTest {
    private static final int STEPS = 25;
    private static final Instant BEGIN = Instant.parse("2026-09-14T15:00:00Z");
    private final TownDirectory town = new TownDirectory();
    private final People people = People.create();
    private final PersonId author = town.person("Ana");
    private final List<PersonId> others = List.of(town.person("Ben"), town.person("Wren"), town.person("Lee"),
            town.person("Sam"));
    private final Team team = new Team(new TeamId(Ids.next()), new ChannelId("T1", "C1"), "Grade 7", "Juniper Ridge",
            TownDirectory.BOISE, new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
            new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoSeesWhatFollowsTheRoleOfThatMoment(long seed) {
        var random = new Random(seed);
        var roles = new HashMap<PersonId, Role>();
        var now = BEGIN;
        try (var database = TestDatabases.sqlite()) {
            database.change(tx -> {
                for (var who : others) {
                    people.members().keep(tx, town.person(who).orElseThrow(), BEGIN);
                }
                people.members().keep(tx, town.person(author).orElseThrow(), BEGIN);
                people.teams().add(tx, team, author, BEGIN);
                people.members().join(tx, team.id(), author, Role.MEMBER, BEGIN);
            });
            for (var step = 0; step < STEPS; step++) {
                now = now.plusSeconds(60);
                changes(database, others.get(random.nextInt(others.size())), random, roles, now);
                holds(database, roles);
            }
        }
    }

    private void changes(Database database, PersonId who, Random random, Map<PersonId, Role> roles, Instant now) {
        if (roles.containsKey(who) && random.nextInt(3) == 0) {
            roles.remove(who);
            database.change(tx -> people.members().leave(tx, team.id(), who, now));
            return;
        }
        var role = Role.values()[random.nextInt(Role.values().length)];
        roles.put(who, role);
        database.change(tx -> people.members().join(tx, team.id(), who, role, now));
    }

    private void holds(Database database, Map<PersonId, Role> roles) {
        database.read(tx -> {
            for (var kind : DataKind.values()) {
                for (var shared : List.of(true, false)) {
                    var closed = new Confidential<>(kind, team.id(), author, shared, "said");
                    var allowed = others.stream()
                            .filter(who -> may(kind, shared, Optional.ofNullable(roles.get(who)))).toList();
                    assertThat(others).as("%s, shared %s, roles %s", kind, shared, roles)
                            .filteredOn(who -> people.gate().open(tx, who, closed).isPresent()).isEqualTo(allowed);
                    assertThat(people.gate().readers(tx, people.members().of(tx, team.id()), closed, _ -> closed))
                            .extracting(Member::person)
                            .containsExactlyInAnyOrderElementsOf(allowed);
                }
            }
            return true;
        });
    }

    private static boolean may(DataKind kind, boolean shared, Optional<Role> role) {
        return role.map(one -> switch (Visibility.of(kind, View.of(one))) {
            case YES -> true;
            case IF_SHARED -> shared;
            case NO, GROUP, COUNT, BAND -> false;
        }).orElse(false);
    }
}
