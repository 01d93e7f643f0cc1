package dev.stagecoach.storage;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is wrong with the database is told apart from what is wrong with a call. */
class OutageTest {

    @Test
    void aLockedDatabaseIsNamedSoon_andOnceInTheLog() throws SQLException {
        try (var database = TestDatabases.sqlite(); var log = new Log()) {
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + file(database));
                    var statement = other.createStatement()) {
                statement.execute("begin immediate");
                var began = System.nanoTime();
                assertThatThrownBy(() -> write(database)).isInstanceOf(DatabaseUnavailable.class)
                        .hasMessageContaining("locked").hasNoCause();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
                assertThat(database.trouble()).get().asString().contains("cannot be written", "locked");
                statement.execute("rollback");
            }
            write(database);
            assertThat(database.trouble()).isEmpty();
            assertThat(log.lines()).filteredOn(line -> line.contains("locked the database file")).hasSize(1);
            assertThat(log.lines()).contains("the database takes changes again");
        }
    }

    @Test
    void aFullDiskIsNamed() {
        try (var database = TestDatabases.sqlite()) {
            database.change(tx -> {
                var pages = tx.handle().createQuery("pragma page_count").mapTo(Integer.class).one();
                tx.handle().createQuery("pragma max_page_count = " + pages).mapTo(Integer.class).one();
            });
            assertThatThrownBy(() -> database.change(tx -> tx.handle()
                    .execute("insert into handled (call, person, at, done) values (?, '', 0, 0)", "x".repeat(900_000))))
                    .isInstanceOf(DatabaseUnavailable.class).hasMessageContaining("full");
        }
    }

    @Test
    void aServerThatGoesAwayIsNamed_andIsThereAgain() {
        try (var database = TestDatabases.postgresql()) {
            assertThatThrownBy(() -> database.change(
                    tx -> tx.handle().execute("select pg_terminate_backend(pg_backend_pid())")))
                    .isInstanceOf(DatabaseUnavailable.class).hasMessageContaining("does not answer");
            assertThat(database.trouble()).isEmpty();
        }
    }

    @OnBothDatabases
    void aFaultOfTheCallStaysWhatItIs(Database database) {
        assertThatThrownBy(() -> database.change(tx -> tx.handle().execute("insert into nowhere values (1)")))
                .isNotInstanceOf(DatabaseUnavailable.class).hasMessageContaining("nowhere");
        assertThat(database.trouble()).isEmpty();
    }

    @Test
    void whatTheDatabaseItselfSaysIsNotRepeated() {
        try (var database = TestDatabases.sqlite()) {
            database.change(tx -> tx.handle().execute("drop table pulse"));
            assertThat(database.trouble()).contains("the database cannot be written; the log tells why");
        }
    }

    private static void write(Database database) {
        database.change(tx -> tx.handle().execute("delete from pulse"));
    }

    static String file(Database database) {
        return database.read(tx -> tx.handle().createQuery("select file from pragma_database_list where name = 'main'")
                .mapTo(String.class).one());
    }

    /** What the log says meanwhile. */
    private static final class Log implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger(Outage.class);
        private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

        private Log() {
            kept.start();
            logger.addAppender(kept);
        }

        private List<String> lines() {
            return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }

        @Override
        public void close() {
            logger.detachAppender(kept);
        }
    }
}
