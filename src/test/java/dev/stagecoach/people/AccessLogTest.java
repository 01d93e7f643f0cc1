package dev.stagecoach.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.stagecoach.people.AccessEntry.Act;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who looked is kept once a day, by the gate itself; what one reads of one's own is nobody's business. */
class AccessLogTest {
    private static final Instant NOON = Instant.parse("2026-09-14T12:00:00Z");
    private static final TeamId TEAM = new TeamId("team-1");
    private static final PersonId ANA = new PersonId("T1", "ANA");
    private static final PersonId WREN = new PersonId("T1", "WREN");
    private final AccessLog log = new AccessLog();

    @OnBothDatabases
    void lookingIsKeptOnceADay_byAsManyProcessesAsThereAre(Database database) {
        for (var one : List.of(log, new AccessLog())) {
            one.note(AccessEntry.looked(TEAM, WREN, DataKind.EVIDENCE, ANA));
            one.note(AccessEntry.looked(TEAM, WREN, DataKind.EVIDENCE, ANA));
            one.write(database, NOON);
            one.note(AccessEntry.looked(TEAM, WREN, DataKind.EVIDENCE, ANA));
            one.write(database, NOON.plus(Duration.ofHours(3)));
        }
        assertThat(looks(database)).singleElement().satisfies(look -> assertThat(look.viewer()).isEqualTo(WREN));
        log.note(AccessEntry.looked(TEAM, WREN, DataKind.REFLECTION, ANA));
        log.write(database, NOON.plus(Duration.ofHours(4)));
        log.note(AccessEntry.looked(TEAM, WREN, DataKind.EVIDENCE, ANA));
        log.write(database, NOON.plus(Duration.ofDays(1)));
        assertThat(looks(database)).extracting(AccessLog.Look::what)
                .containsExactly(DataKind.EVIDENCE, DataKind.REFLECTION, DataKind.EVIDENCE);
    }

    @OnBothDatabases
    void eachChangeForOthersIsKept_andARefusalOnceADay(Database database) {
        for (var i = 0; i < 2; i++) {
            log.note(AccessEntry.changed(TEAM, WREN, "calendar.save"));
            log.note(AccessEntry.refused(TEAM, ANA, "brief.open"));
            log.write(database, NOON.plusSeconds(i));
        }
        assertThat(acts(database)).containsExactlyInAnyOrder(Act.CHANGED.name(), Act.CHANGED.name(),
                Act.REFUSED.name());
    }

    @OnBothDatabases
    void whatCouldNotBeWrittenIsWrittenLater(Database database) {
        database.change(tx -> tx.handle().execute("alter table access_log rename to elsewhere"));
        log.note(AccessEntry.looked(TEAM, WREN, DataKind.EVIDENCE, ANA));
        assertThatThrownBy(() -> log.write(database, NOON)).isInstanceOf(RuntimeException.class);
        database.change(tx -> tx.handle().execute("alter table elsewhere rename to access_log"));
        log.write(database, NOON);
        assertThat(looks(database)).hasSize(1);
    }

    private static List<AccessLog.Look> looks(Database database) {
        return database.read(tx -> new AccessLog().looksAt(tx, ANA, 10));
    }

    private static List<String> acts(Database database) {
        return database.read(tx -> tx.handle().createQuery("select act from access_log").mapTo(String.class).list());
    }
}
