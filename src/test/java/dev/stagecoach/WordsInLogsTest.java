package dev.stagecoach;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Dialect;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever fails while somebody's words are saved: none of them stands in a log, a trace or what others read. */
class WordsInLogsTest {
    private static final Pattern REFUSED = Pattern.compile("table (\\w+) refuses");
    /** All that has a hand in saving; a web server beside, in another test, would only drown them. */
    private static final List<Logger> SAVING = Stream
            .of("dev.stagecoach", "org.jdbi", "org.sqlite", "org.postgresql", "com.zaxxer", "tools.jackson")
            .map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static final Instant NOW = SweptTown.NOW.plus(Duration.ofDays(2));

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage() + (event.getThrowableProxy() == null
                    ? ""
                    : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    @BeforeEach
    void listen() {
        SAVING.forEach(logger -> logger.setLevel(Level.DEBUG));
        appender.setContext(ROOT.getLoggerContext());
        appender.start();
        ROOT.addAppender(appender);
    }

    @AfterEach
    void end() {
        ROOT.detachAppender(appender);
        // Where a logger has no level of its own, its parent's holds.
        SAVING.stream().skip(1).forEach(logger -> logger.setLevel(null));
        SAVING.getFirst().setLevel(Level.INFO);
    }

    /** Again and again, each time without the tables that have refused somebody already. */
    @OnBothDatabases
    void noTableThatRefusesAWriteMakesTheLogSayWhatItWas(Database database) {
        var town = new SweptTown(database);
        town.live();
        var refusing = new TreeSet<>(tables(database));
        database.change(tx -> refusing.forEach(table -> refuse(tx, table)));
        var met = new TreeSet<String>();
        do {
            logged.clear();
            town.seen.forEach((_, forms) -> town.insiders
                    .forEach(person -> sent(town, person, forms.iterator().next())));
            var lines = new ArrayList<>(logged);
            assertThat(lines).noneMatch(line -> line.contains("SECRET-"));
            met.clear();
            lines.forEach(line -> REFUSED.matcher(line).results().forEach(found -> met.add(found.group(1))));
            database.change(tx -> met.forEach(table -> accept(tx, table)));
            refusing.removeAll(met);
        } while (!met.isEmpty());
        assertThat(tables(database).size() - refusing.size()).as("tables that refused somebody").isGreaterThan(25);
    }

    /** Through the door, where what is thrown becomes words. */
    private static Reply sent(SweptTown town, PersonId person, Form form) {
        var answers = town.filler(person, form.id(), NOW).fill(form, Map.of());
        return town.dispatcher.submitted(new Call.Submission(person, form.id(), form.context(), answers, NOW));
    }

    private static List<String> tables(Database database) {
        return database.read(tx -> tx.handle().createQuery(isSqlite(database)
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like"
                        + " 'flyway%'"
                : "select table_name from information_schema.tables where table_schema = current_schema() and"
                        + " table_name not like 'flyway%'")
                .mapTo(String.class).list());
    }

    private static boolean isSqlite(Database database) {
        return database.dialect() == Dialect.SQLITE;
    }

    private static void refuse(Transaction tx, String table) {
        if (tx.dialect() == Dialect.SQLITE) {
            for (var event : List.of("insert", "update")) {
                tx.handle()
                        .execute("create trigger refuse_" + event + "_" + table + " before " + event + " on \"" + table
                                + "\" begin select raise(abort, 'table " + table + " refuses'); end");
            }
        } else {
            tx.handle().execute("create or replace function refuse() returns trigger language plpgsql as 'begin raise"
                    + " exception ''table % refuses'', TG_TABLE_NAME using detail = NEW::text; end'");
            tx.handle().execute("create trigger refuse before insert or update on \"" + table
                    + "\" for each row execute function refuse()");
        }
    }

    private static void accept(Transaction tx, String table) {
        if (tx.dialect() == Dialect.SQLITE) {
            tx.handle().execute("drop trigger refuse_insert_" + table);
            tx.handle().execute("drop trigger refuse_update_" + table);
        } else {
            tx.handle().execute("drop trigger refuse on \"" + table + "\"");
        }
    }
}
