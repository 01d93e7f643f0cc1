package dev.stagecoach.coaching.team;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.coaching.School;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.HeldBackStore;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.people.UnreachableReason;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class ReachabilityTest {
    private static final ChannelId CHANNEL = SETTINGS.channel();
    private static final Instant NIGHT = Instant.parse("2026-09-15T05:00:00Z");
    private final TownDirectory town = new TownDirectory();
    private final ReachabilityStore store = new ReachabilityStore();

    @OnBothDatabases
    void anArchivedChannelIsToldOnceToTheCoach_inTheMorning(Database database) {
        var school = new School(database);
        var places = places(school);
        places.gone(CHANNEL, UnreachableReason.ARCHIVED, NIGHT);
        places.gone(CHANNEL, UnreachableReason.REMOVED, NIGHT.plusSeconds(60));
        assertThat(planned(school)).containsExactly("place.gone " + COACH + " 2026-09-15T13:30:00Z");
        assertThat(school.composed(room(school, places))).singleElement().asString()
                .contains("The channel of Grade 7 is archived", "I hold the check-ins");
        var resting = database.read(tx -> store.resting(tx, SETTINGS));
        assertThat(resting).map(ReachabilityStore.Lost::how).contains(UnreachableReason.ARCHIVED);
    }

    @OnBothDatabases
    void whatIsBackBeforeItWasToldIsNotToldAtAll(Database database) {
        var school = new School(database);
        var places = places(school);
        places.gone(CHANNEL, UnreachableReason.ARCHIVED, NIGHT);
        places.back(CHANNEL, NIGHT.plusSeconds(60));
        places.back(CHANNEL, NIGHT.plusSeconds(61));
        assertThat(school.composed(room(school, places))).hasSize(2).allMatch(Composition.Skip.class::isInstance);
        var resting = database.read(tx -> store.resting(tx, SETTINGS));
        assertThat(resting).isEmpty();
    }

    @OnBothDatabases
    void whoWasToldThatItIsGoneIsToldThatItIsBack(Database database) {
        var school = new School(database);
        var places = places(school);
        places.gone(CHANNEL, UnreachableReason.REMOVED, NOW);
        database.change(tx -> tx.handle().execute("update delivery set state = 'sent', channel = 'T1/D1', ts = '1'"));
        places.back(CHANNEL, NOW.plusSeconds(60));
        assertThat(school.composed(room(school, places))).singleElement().asString()
                .contains("The channel of Grade 7 is back");
    }

    @OnBothDatabases
    void channelsThatAreNoTeamsAreNobodysBusiness(Database database) {
        var school = new School(database);
        places(school).gone(new ChannelId("T1", "OTHER"), UnreachableReason.ARCHIVED, NOW);
        assertThat(planned(school)).isEmpty();
        var lost = database.read(tx -> store.find(tx, "channel:T1/OTHER"));
        assertThat(lost).isEmpty();
    }

    @OnBothDatabases
    void aDeactivatedTeacherIsToldToTheCoach_theLastCoachToTheTeam(Database database) {
        var school = new School(database);
        var room = room(school, places(school));
        deactivate(school, ADA, false);
        deactivate(school, COACH, false);
        tick(room, NOW);
        tick(room, NOW);
        assertThat(planned(school)).singleElement().asString().startsWith("team.coachless " + CHANNEL);
        database.change(tx -> tx.handle().execute("delete from delivery"));
        deactivate(school, COACH, true);
        tick(room, NOW);
        deactivate(school, ADA, true);
        tick(room, NOW);
        deactivate(school, ADA, false);
        tick(room, NOW);
        tick(room, NOW);
        assertThat(planned(school)).filteredOn(row -> row.startsWith("place.gone")).singleElement().asString()
                .contains(COACH.toString());
        assertThat(school.composed(room)).last().asString().contains("The account of ADA is deactivated");
    }

    @OnBothDatabases
    void whatWasHeldBackGoesOutWhenTheChannelIsThere_unlessItIsOld(Database database) {
        var school = new School(database);
        var places = places(school);
        for (var days : List.of(3, 20)) {
            database.change(tx -> {
                school.outbox.plan(tx, TEAM, "m" + days, "goal.card", CHANNEL, "x", NOW.minus(Duration.ofDays(days)));
                tx.handle().execute("update delivery set state = 'skipped' where state = 'due'");
            });
        }
        database.change(tx -> tx.handle().createQuery("select id from delivery").mapTo(String.class).list()
                .forEach(id -> new HeldBackStore().hold(tx, id, CHANNEL)));
        places.gone(CHANNEL, UnreachableReason.ARCHIVED, NOW);
        places.back(CHANNEL, NOW);
        assertThat(states(school)).containsEntry("m3", "due").containsEntry("m20", "skipped");
    }

    @OnBothDatabases
    void aLostChannelIsLookedForEveryHour(Database database) {
        var school = new School(database);
        var places = places(school);
        var room = room(school, places);
        places.gone(CHANNEL, UnreachableReason.REMOVED, NOW);
        town.channel("C1");
        tick(room, NOW.plus(Duration.ofMinutes(59)));
        assertThat(states(school)).hasSize(1);
        town.down(true);
        tick(room, NOW.plus(Duration.ofMinutes(61)));
        assertThat(states(school)).hasSize(1);
        town.down(false);
        tick(room, NOW.plus(Duration.ofMinutes(122)));
        assertThat(states(school)).hasSize(2);
        var resting = database.read(tx -> store.resting(tx, SETTINGS));
        assertThat(resting).isEmpty();
    }

    @OnBothDatabases
    void whileShutOutNothingIsSent_untilSlackAnswersAgain(Database database) {
        var school = new School(database);
        var places = places(school);
        assertThat(places.away()).isFalse();
        assertThat(places.trouble()).isEmpty();
        places.shutOut("T1", UnreachableReason.SHUT_OUT, NOW);
        places.shutOut("T1", UnreachableReason.SHUT_OUT, NOW);
        assertThat(places.away()).isTrue();
        assertThat(places.trouble().orElseThrow()).contains("Mon, Sep 14", "nothing is sent");
        town.down(true);
        tick(room(school, places), NOW.plus(Duration.ofMinutes(10)));
        assertThat(places.away()).isTrue();
        town.down(false);
        tick(room(school, places), NOW.plus(Duration.ofMinutes(20)));
        assertThat(places.away()).isFalse();
    }

    @OnBothDatabases
    void aMonthAfterAnUninstallingAllDataAreDeleted_notSooner(Database database) {
        var school = new School(database);
        var places = places(school);
        var room = room(school, places);
        database.change(tx -> school.outbox.plan(tx, TEAM, "m", "goal.card", ADA, "x", NOW));
        places.shutOut("T1", UnreachableReason.SHUT_OUT, NOW.minus(Duration.ofDays(30)));
        places.shutOut("T1", UnreachableReason.UNINSTALLED, NOW);
        town.down(true);
        assertThat(places.trouble().orElseThrow()).contains("Wed, Oct 14", "deleted");
        tick(room, NOW.plus(Duration.ofDays(Retention.USUAL.graceDays())).minusSeconds(1));
        assertThat(rows(database)).isGreaterThan(8);
        tick(room, NOW.plus(Duration.ofDays(Retention.USUAL.graceDays())).plus(Duration.ofMinutes(11)));
        assertThat(rows(database)).isZero();
        assertThat(places.away()).isFalse();
    }

    @OnBothDatabases
    void aLegalHoldKeepsTheDataOfAnUninstalledBot_andHealthSaysSo(Database database) {
        var school = new School(database);
        var places = new Reachability(database, school.people, school.outbox,
                new Retention(Retention.USUAL.terms(), 2, true));
        places.shutOut("T1", UnreachableReason.UNINSTALLED, NOW);
        town.down(true);
        assertThat(places.trouble().orElseThrow()).contains("uninstalled", "legal hold").doesNotContain("will be");
        tick(room(school, places), NOW.plus(Duration.ofDays(900)));
        assertThat(rows(database)).isGreaterThan(8);
    }

    @OnBothDatabases
    void theGraceTimeIsASetting_andWhoInstallsAgainWithinItKeepsAll(Database database) {
        var school = new School(database);
        var places = new Reachability(database, school.people, school.outbox,
                new Retention(Retention.USUAL.terms(), 2, false));
        places.shutOut("T1", UnreachableReason.UNINSTALLED, NOW);
        assertThat(places.trouble().orElseThrow()).contains("Wed, Sep 16");
        tick(room(school, places), NOW.plus(Duration.ofDays(1)));
        tick(room(school, places), NOW.plus(Duration.ofDays(30)));
        assertThat(rows(database)).as("it answered on the first day").isGreaterThan(8);
        places.shutOut("T1", UnreachableReason.UNINSTALLED, NOW.plus(Duration.ofDays(40)));
        town.down(true);
        tick(room(school, places), NOW.plus(Duration.ofDays(43)));
        assertThat(rows(database)).isZero();
    }

    private Reachability places(School school) {
        return new Reachability(school.database, school.people, school.outbox, Retention.USUAL);
    }

    private ReachabilityRoom room(School school, Reachability places) {
        return new ReachabilityRoom(school.database, school.people, school.outbox, places,
                new Roster(school.database, school.people, town));
    }

    private static void tick(ReachabilityRoom room, Instant now) {
        room.jobs().forEach(due -> due.run(now));
    }

    private static void deactivate(School school, PersonId person, boolean active) {
        school.database.change(tx -> school.people.members().keep(tx, new Person(person,
                person.user().substring(1), SETTINGS.zone(), Person.Kind.FULL, active), NOW));
    }

    private static List<String> planned(School school) {
        return school.database.read(tx -> tx.handle()
                .createQuery("select kind, address, due_at from delivery where state = 'due' order by id")
                .map((row, _) -> row.getString("kind") + " " + Address.parse(row.getString("address")) + " "
                        + Instant.ofEpochMilli(row.getLong("due_at")))
                .list());
    }

    private static Map<String, String> states(School school) {
        return school.database.read(tx -> tx.handle().createQuery("select unique_key, state from delivery")
                .map((row, _) -> Map.entry(row.getString("unique_key"), row.getString("state"))).list().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static int rows(Database database) {
        return database.read(tx -> List.of("team", "person", "membership", "delivery", "gone").stream()
                .mapToInt(table -> tx.handle().createQuery("select count(*) from " + table).mapTo(Integer.class).one())
                .sum());
    }
}
