package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class TeamStoreTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    private static final PersonId COACH = new PersonId("T1", "U1");

    private final TeamStore teams = new TeamStore();
    private final MemberStore members = new MemberStore();

    @OnBothDatabases
    void aChannelHasOneTeam(Database database) {
        var first = team("Grade 7");
        assertThat(database.<Boolean>write(tx -> teams.add(tx, first, COACH, NOW))).isTrue();
        assertThat(database.<Boolean>write(tx -> teams.add(tx, team("Grade 8"), COACH, NOW))).isFalse();
        var found = database.read(tx -> teams.inChannel(tx, first.channel()));
        assertThat(found).contains(first);
    }

    @OnBothDatabases
    void aRoleEndsWithTheMembershipAndWithTheAccount(Database database) {
        var team = team("Grade 7");
        var coach = new Person(COACH, "Coach Wren", ZoneId.of("America/Boise"), Person.Kind.FULL, true);
        database.change(tx -> {
            teams.add(tx, team, COACH, NOW);
            members.keep(tx, coach, NOW);
            members.join(tx, team.id(), COACH, Role.MEMBER, NOW);
            members.join(tx, team.id(), COACH, Role.COACH, NOW);
        });
        assertThat(database.read(tx -> members.standing(tx, team.id(), COACH)).isCoach()).isTrue();
        var everybody = database.read(tx -> members.of(tx, team.id()));
        assertThat(everybody).hasSize(1);
        database.change(
                tx -> members.keep(tx, new Person(COACH, "Coach Wren", coach.zone(), Person.Kind.FULL, false), NOW));
        assertThat(database.read(tx -> members.standing(tx, team.id(), COACH)).belongs()).isFalse();
        database.change(tx -> {
            members.keep(tx, coach, NOW);
            members.leave(tx, team.id(), COACH, NOW);
        });
        assertThat(database.read(tx -> members.standing(tx, team.id(), COACH)).belongs()).isFalse();
        var teamsLeft = database.read(tx -> teams.of(tx, COACH));
        assertThat(teamsLeft).isEmpty();
    }

    private static Team team(String name) {
        return new Team(new TeamId(Ids.next()), new ChannelId("T1", "C1"), name, "Juniper Ridge",
                ZoneId.of("America/Boise"), new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    }
}
