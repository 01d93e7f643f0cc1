package dev.stagecoach.coaching.team;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.coaching.School;
import dev.stagecoach.outbox.HeldBackStore;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.people.UnreachableReason;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.Transaction;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

/** Slack gives a channel another id, for example when it is shared with another workspace. */
class ChannelMovedTest {
    private static final ChannelId OLD = SETTINGS.channel();
    private static final ChannelId NEW = new ChannelId("T1", "C2");

    @OnBothDatabases
    void theTeamAndAllThatNamesItsChannelMoveAlong_andSayingItTwiceIsHarmless(Database database) {
        var school = new School(database);
        filled(school);
        assertThat(database.read(ChannelMovedTest::namingTheOld)).contains("team", "delivery", "evidence", "held_back");

        places(school).moved(OLD, NEW, NOW);
        places(school).moved(OLD, NEW, NOW);

        assertThat(database.read(ChannelMovedTest::namingTheOld)).isEmpty();
        var team = database.read(tx -> school.people.teams().inChannel(tx, NEW));
        assertThat(team).map(Team::id).contains(TEAM);
        assertThat(deliveries(database)).containsExactly("held due channel:T1/C2 null",
                "stands sent channel:T1/C2 T1/C2",
                "waits due channel:T1/C2 null");
    }

    @OnBothDatabases
    void whatWasOutOfReachInBetweenIsBack(Database database) {
        var school = new School(database);
        var places = places(school);
        places.gone(OLD, UnreachableReason.DELETED, NOW);
        database.change(tx -> tx.handle().execute("update delivery set state = 'sent', channel = 'T1/D1', ts = '1'"));

        places.moved(OLD, NEW, NOW.plusSeconds(5));

        var room = new ReachabilityRoom(database, school.people, school.outbox, places,
                new Roster(database, school.people, new TownDirectory()));
        assertThat(school.composed(room)).singleElement().asString().contains("The channel of Grade 7 is back");
        var resting = database.read(tx -> new ReachabilityStore().resting(tx,
                school.people.teams().find(tx, TEAM).orElseThrow()));
        assertThat(resting).isEmpty();
    }

    @OnBothDatabases
    void whatWasOnItsWayToTheOldIdGoesToTheNewOne(Database database) {
        var school = new School(database);
        database.change(tx -> school.outbox.plan(tx, TEAM, "m", "goal.card", OLD, "x", NOW));
        places(school).moved(OLD, NEW, NOW);
        database.change(tx -> {
            tx.handle().execute("update delivery set state = 'skipped'");
            new HeldBackStore().hold(tx, id(tx, "m"), OLD);
        });
        assertThat(deliveries(database)).containsExactly("m due channel:T1/C2 null");
        assertThat(database.read(ChannelMovedTest::namingTheOld)).isEmpty();
    }

    @OnBothDatabases
    void whereTheNewIdHasATeamAlreadyBothStayWhereTheyAre(Database database) {
        var school = new School(database);
        var second = new Team(new TeamId("team-2"), NEW, "Grade 7 again", "Juniper Ridge", SETTINGS.zone(),
                new Meeting(SETTINGS.meeting().day(), SETTINGS.meeting().time()), 1, SETTINGS.summary(), true);
        database.change(tx -> {
            school.people.teams().add(tx, second, COACH, NOW);
            school.outbox.plan(tx, TEAM, "m", "goal.card", OLD, "x", NOW);
        });
        places(school).moved(OLD, NEW, NOW);
        var there = database.read(tx -> school.people.teams().inChannel(tx, NEW));
        assertThat(there).contains(second);
        assertThat(deliveries(database)).contains("m due channel:T1/C1 null");
    }

    @OnBothDatabases
    void whereTheNewIdHasATeamAlreadyTheCoachesOfBothAreToldOnce_whoKeepsIt(Database database) {
        var school = new School(database);
        var second = new Team(new TeamId("team-2"), NEW, "Grade 7 again", "Juniper Ridge", SETTINGS.zone(),
                new Meeting(SETTINGS.meeting().day(), SETTINGS.meeting().time()), 1, SETTINGS.summary(), true);
        database.change(tx -> {
            school.people.teams().add(tx, second, ADA, NOW);
            school.people.members().join(tx, second.id(), ADA, Role.COACH, NOW);
        });
        var places = places(school);
        places.moved(OLD, NEW, NOW);
        places.moved(OLD, NEW, NOW);
        assertThat(deliveries(database)).hasSize(2).allMatch(row -> row.contains(" due person:"))
                .anyMatch(row -> row.contains(COACH.user())).anyMatch(row -> row.contains(ADA.user()));
        var room = new ReachabilityRoom(database, school.people, school.outbox, places,
                new Roster(database, school.people, new TownDirectory()));
        assertThat(school.composed(room)).hasSize(2).allSatisfy(said -> assertThat(said.toString())
                .contains("The channel of Grade 7 belongs to another team now", "That team keeps the channel"));
        var resting = database.read(tx -> new ReachabilityStore().resting(tx, SETTINGS));
        assertThat(resting).isPresent();
    }

    private static void filled(School school) {
        school.database.change(tx -> {
            for (var key : List.of("held", "stands", "waits")) {
                school.outbox.plan(tx, TEAM, key, "goal.card", OLD, "x", NOW);
            }
            tx.handle().execute("update delivery set state = 'skipped' where unique_key = 'held'");
            tx.handle().execute("update delivery set state = 'sent', channel = 'T1/C1', ts = '1' "
                    + "where unique_key = 'stands'");
            new HeldBackStore().hold(tx, id(tx, "held"), OLD);
            tx.handle().execute("""
                    insert into evidence (id, team, person, practice, type, statement, count_what, cannot_show,
                        highlight, shown, from_channel, from_ts, logged_at, impact, phase, link, goal, source)
                    values ('e', 'team-1', 'T1/UADA', 'p', 'STUDENTS', 's', '', '', 0, 'TEAM', 'T1/C1', '1', 1, '', '',
                        '', '', '')
                    """);
        });
    }

    private static Reachability places(School school) {
        return new Reachability(school.database, school.people, school.outbox, Retention.USUAL);
    }

    private static String id(Transaction tx, String key) {
        return tx.handle().createQuery("select id from delivery where unique_key = :key").bind("key", key)
                .mapTo(String.class).one();
    }

    private static List<String> deliveries(Database database) {
        return database.read(tx -> tx.handle()
                .createQuery("select unique_key, state, address, channel from delivery order by unique_key")
                .map((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getString(4))
                .list());
    }

    /** The tables in which the old id stands, in whatever column. */
    private static List<String> namingTheOld(Transaction tx) {
        var naming = new ArrayList<String>();
        try {
            var connection = tx.handle().getConnection();
            try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), "%",
                    new String[]{"TABLE"})) {
                while (tables.next()) {
                    var name = tables.getString("TABLE_NAME");
                    if (tx.handle().createQuery("select * from \"" + name + "\"").mapToMap().stream()
                            .anyMatch(row -> row.toString().contains(OLD.toString()))) {
                        naming.add(name);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return naming;
    }
}
