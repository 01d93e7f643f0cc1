package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RosterTest {
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");

    private final TownDirectory town = new TownDirectory();
    private final People people = People.create();
    private final PersonId ana = town.person("Ana");
    private final PersonId ben = town.person("Ben");
    private final PersonId guest = town.person("Gil", Person.Kind.GUEST);
    private final PersonId visitor = town.person("Vic", Person.Kind.GUEST);
    private final PersonId bot = town.person("Bot", Person.Kind.BOT);
    private final PersonId coach = town.person("Wren");
    private final PersonId leader = town.person("Lee");
    private final ChannelId channel = town.channel("grade-7", ana, ben, guest, visitor, bot, coach);
    private final Team team = new Team(new TeamId(Ids.next()), channel, "Grade 7", "Juniper Ridge",
            TownDirectory.BOISE, new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
            new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);

    @OnBothDatabases
    void thePeopleOfTheChannelAreTheTeamWithoutAppsAndThoseLeftOut(Database database) {
        start(database);
        assertThat(names(database)).containsExactly("Ana MEMBER", "Ben MEMBER", "Gil MEMBER", "Lee LEADER",
                "Wren COACH");
    }

    @OnBothDatabases
    void asTheChannelChangesTheTeamDoesButCoachesAndLeadersStay(Database database) {
        var roster = start(database);
        var dee = town.person("Dee");
        town.join(channel, dee);
        town.leave(channel, ben);
        town.leave(channel, coach);
        roster.sync(team, NOW.plusSeconds(60));
        assertThat(names(database)).containsExactly("Ana MEMBER", "Dee MEMBER", "Gil MEMBER", "Lee LEADER",
                "Wren COACH");
    }

    @OnBothDatabases
    void whoIsNamedAgainHasHadTheRoleAllAlong(Database database) {
        var roster = start(database);
        database.change(tx -> roster.name(tx, team.id(), Set.of(coach), Set.of(leader), NOW.plusSeconds(60)));
        var since = database.read(tx -> people.members().at(tx, team.id(), NOW.plusSeconds(1)));
        assertThat(since).contains(coach, leader);
    }

    @OnBothDatabases
    void whoeverComesOrGoesOrLosesTheAccountIsTold(Database database) {
        var roster = start(database);
        var told = new ArrayList<String>();
        roster.tells((_, _, change, _) -> told.add(change.person().user() + " " + change.before().map(Role::name)
                .orElse("-") + " " + change.after().map(Role::name).orElse("-")));
        roster.left(channel, ana, NOW);
        roster.left(channel, coach, NOW);
        roster.joined(channel, ana, NOW);
        town.deactivate(coach);
        roster.personChanged(coach, NOW);
        assertThat(told).containsExactly(ana.user() + " MEMBER -", ana.user() + " - MEMBER", coach.user() + " COACH -");
    }

    @OnBothDatabases
    void joiningAndLeavingTheChannelCountsAtOnce(Database database) {
        var roster = start(database);
        var dee = town.person("Dee");
        roster.joined(channel, dee, NOW);
        roster.left(channel, ana, NOW);
        roster.left(channel, coach, NOW);
        roster.joined(channel, coach, NOW);
        roster.joined(channel, visitor, NOW);
        roster.joined(channel, bot, NOW);
        roster.joined(new ChannelId("T1", "elsewhere"), town.person("Eve"), NOW);
        assertThat(names(database)).containsExactly("Ben MEMBER", "Dee MEMBER", "Gil MEMBER", "Lee LEADER",
                "Wren COACH");
    }

    @OnBothDatabases
    void aDeactivatedPersonIsOutAtOnceAndComesBackWithTheAccount(Database database) {
        var roster = start(database);
        town.deactivate(ana);
        town.deactivate(coach);
        roster.personChanged(ana, NOW);
        roster.personChanged(coach, NOW);
        roster.personChanged(town.person("Eve"), NOW);
        assertThat(names(database)).containsExactly("Ben MEMBER", "Gil MEMBER", "Lee LEADER");
        town.activate(coach);
        roster.personChanged(coach, NOW);
        assertThat(names(database)).containsExactly("Ben MEMBER", "Gil MEMBER", "Lee LEADER", "Wren COACH");
        var eve = database.read(tx -> people.members().person(tx, new PersonId("T1", "EVE")));
        assertThat(eve).as("strangers are not collected").isEmpty();
    }

    @OnBothDatabases
    void whoLeavesTheChannelWhileDeactivatedDoesNotComeBackWithTheAccount(Database database) {
        var roster = start(database);
        town.deactivate(ana);
        roster.personChanged(ana, NOW);
        town.leave(channel, ana);
        roster.left(channel, ana, NOW);
        town.activate(ana);
        roster.personChanged(ana, NOW);
        assertThat(names(database)).doesNotContain("Ana MEMBER");
    }

    @OnBothDatabases
    void aChannelThatTheBotCannotSeeDissolvesNoTeam(Database database) {
        var roster = start(database);
        var before = names(database);
        town.hide(channel);
        roster.sync(team, NOW.plusSeconds(60));
        assertThat(names(database)).isEqualTo(before);
        assertThat(roster.next()).contains(NOW.plusSeconds(60).plus(Duration.ofDays(1)));
    }

    @OnBothDatabases
    void knownPeopleAreAskedForOnceADay(Database database) {
        var roster = start(database);
        town.takeAsked();
        roster.sync(team, NOW.plus(Duration.ofHours(23)));
        assertThat(town.takeAsked()).isEmpty();
        roster.sync(team, NOW.plus(Duration.ofHours(25)));
        assertThat(town.takeAsked()).contains(ana, coach, leader);
    }

    @OnBothDatabases
    void anEventDuringAnOutageIsMadeUpFor(Database database) {
        var roster = start(database);
        var dee = town.person("Dee");
        town.join(channel, dee);
        town.deactivate(coach);
        town.down(true);
        roster.joined(channel, dee, NOW.plusSeconds(5));
        roster.personChanged(coach, NOW.plusSeconds(5));
        assertThatThrownBy(() -> roster.sync(team, NOW.plusSeconds(6))).isInstanceOf(Directory.Unavailable.class);
        assertThat(roster.due(NOW.plusSeconds(5))).containsExactly(team);
        town.down(false);
        roster.due(NOW.plusSeconds(5)).forEach(due -> roster.sync(due, NOW.plusSeconds(5)));
        assertThat(names(database)).contains("Dee MEMBER").doesNotContain("Wren COACH");
        assertThat(roster.due(NOW.plusSeconds(5))).isEmpty();
    }

    @OnBothDatabases
    void aLargeChannelIsTakenInSeveralGoes(Database database) {
        var roster = start(database);
        IntStream.range(0, 100).forEach(i -> town.join(channel, town.person("P" + i)));
        roster.sync(team, NOW.plusSeconds(60));
        assertThat(names(database)).hasSize(65);
        assertThat(roster.next()).contains(NOW.plusSeconds(120));
        roster.sync(team, NOW.plusSeconds(120));
        assertThat(names(database)).hasSize(105);
    }

    @OnBothDatabases
    void whoIsNotNamedAnyMoreIsAMemberLikeAllOthers(Database database) {
        var roster = start(database);
        database.change(tx -> roster.name(tx, team.id(), Set.of(ana), Set.of(), NOW));
        roster.sync(team, NOW.plusSeconds(60));
        assertThat(names(database)).containsExactly("Ana COACH", "Ben MEMBER", "Gil MEMBER", "Wren MEMBER");
    }

    @OnBothDatabases
    void aLeaderInTheChannelIsNoticed_howeverTheyCameThere(Database database) {
        var roster = start(database);
        assertThat(readers(database)).as("named, and not in the channel").isEmpty();
        roster.joined(channel, leader, NOW.plusSeconds(10));
        roster.joined(channel, leader, NOW.plusSeconds(20));
        assertThat(readers(database)).containsExactly("Lee since 10");
        roster.left(channel, leader, NOW.plusSeconds(30));
        assertThat(readers(database)).isEmpty();
        town.join(channel, leader);
        roster.sync(team, NOW.plusSeconds(40));
        roster.sync(team, NOW.plusSeconds(50));
        assertThat(readers(database)).as("the event was lost").containsExactly("Lee since 40");
        database.change(tx -> roster.name(tx, team.id(), Set.of(coach), Set.of(), NOW));
        assertThat(readers(database)).as("a leader no more").isEmpty();
        database.change(tx -> roster.name(tx, team.id(), Set.of(coach), Set.of(ana), NOW));
        roster.sync(team, NOW.plusSeconds(60));
        assertThat(readers(database)).as("named while there").containsExactly("Ana since 60");
    }

    @OnBothDatabases
    void theTeamIsToldOnceOfEachComing(Database database) {
        var roster = start(database);
        var readers = people.readers();
        roster.joined(channel, leader, NOW);
        var first = database.read(readers::unannounced).getFirst();
        boolean told = database.write(tx -> readers.announce(tx, first, NOW));
        boolean again = database.write(tx -> readers.announce(tx, first, NOW));
        assertThat(told).isTrue();
        assertThat(again).isFalse();
        assertThat(database.read(readers::unannounced)).isEmpty();
        roster.left(channel, leader, NOW.plusSeconds(5));
        roster.joined(channel, leader, NOW.plusSeconds(9));
        assertThat(database.read(readers::unannounced)).hasSize(1);
    }

    private List<String> readers(Database database) {
        return database.read(tx -> people.readers().of(tx, team.id())).stream()
                .map(reader -> reader.name() + " since " + Duration.between(NOW, reader.since()).toSeconds()).toList();
    }

    private Roster start(Database database) {
        var roster = new Roster(database, people, town);
        database.change(tx -> {
            people.teams().add(tx, team, coach, NOW);
            people.teams().leaveOut(tx, team.id(), Set.of(visitor));
            people.members().keep(tx, town.person(coach).orElseThrow(), NOW);
            people.members().keep(tx, town.person(leader).orElseThrow(), NOW);
            roster.name(tx, team.id(), Set.of(coach), Set.of(leader), NOW);
        });
        roster.sync(team, NOW);
        return roster;
    }

    private List<String> names(Database database) {
        return database.read(tx -> people.members().of(tx, team.id())).stream()
                .map(member -> member.name() + " " + member.role()).toList();
    }
}
