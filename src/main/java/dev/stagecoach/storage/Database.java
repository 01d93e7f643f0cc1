package dev.stagecoach.storage;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database, SQLite or PostgreSQL by its JDBC URL, migrated when opened.
 *
 * <p>SQLite takes one writer at a time; a {@link WriteQueue} stands before it, because neither its busy handler nor
 * the connection pool is fair. A commit is on disk when {@link #write} returns ({@code synchronous=FULL}).
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 4;
    private static final int POSTGRESQL_CONNECTIONS = 8;
    /** Twice within the time in which a person must be answered: for what he sent, and for what it leaves behind. */
    private static final String BUSY_MILLIS = "1000";
    private static final long CONNECT_MILLIS = 5_000;
    /** A server that has gone without a word is given up after this time; what is longer is no work of a bot. */
    private static final String SILENCE_SECONDS = "60";
    private static final ScopedValue<Consumer<Transaction>> SEAL = ScopedValue.newInstance();

    /** What a statement says is the same in every database. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final Dialect dialect;
    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final Jdbi writer;
    private final Jdbi reader;
    private final CommitListener commits;
    private final WriteQueue writes;
    private final Outage outage = new Outage();
    private final Optional<SqliteFile> file;

    private Database(Dialect dialect, HikariDataSource writerPool, HikariDataSource readerPool,
            CommitListener commits, Optional<SqliteFile> file) {
        this.file = file;
        this.dialect = dialect;
        this.writerPool = writerPool;
        this.readerPool = readerPool;
        this.writer = jdbi(writerPool);
        this.reader = jdbi(readerPool);
        this.commits = commits;
        this.writes = new WriteQueue(writer, dialect, commits);
    }

    /** What fails says its statement and never what was to be written: those are people's words. */
    private static Jdbi jdbi(HikariDataSource pool) {
        var jdbi = Jdbi.create(pool).installPlugin(new ColumnTypes());
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(fault -> fault.getShortMessage() + statement(fault));
        return jdbi;
    }

    private static String statement(StatementException fault) {
        var context = fault.getStatementContext();
        return context == null ? "" : " [statement: " + context.getRawSql() + "]";
    }

    /**
     * Opens the database and brings it up to date.
     *
     * @param url {@code jdbc:sqlite:PATH} or {@code jdbc:postgresql://...}
     * @throws DatabaseUnusable where it cannot be opened or migrated; the message names the URL and the reason
     */
    public static Database open(String url) {
        return open(url, CommitListener.unwatched());
    }

    /** {@link #open(String)} with somebody beside each commit. */
    public static Database open(String url, CommitListener commits) {
        try {
            if (url.startsWith("jdbc:sqlite:")) {
                return openSqlite(url, commits);
            }
            if (url.startsWith("jdbc:postgresql:")) {
                return openPostgresql(url, commits);
            }
        } catch (RuntimeException | IOException e) {
            throw new DatabaseUnusable(url, PoolerHint.of(rootReason(e)), e);
        }
        throw new DatabaseUnusable(url, "it must begin with jdbc:sqlite: or jdbc:postgresql:", null);
    }

    private static Database openSqlite(String url, CommitListener commits) throws IOException {
        var file = SqliteFile.open(url);
        try {
            return openSqlite(url, commits, file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Database openSqlite(String url, CommitListener commits, SqliteFile file) {
        var write = sqlite(url, "writer");
        write.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        write.setMaximumPoolSize(1);
        var writerPool = new HikariDataSource(write);
        Migrations.run(writerPool);
        var read = sqlite(url, "reader");
        read.addDataSourceProperty("open_mode", "1");
        read.setReadOnly(true);
        read.setMaximumPoolSize(READERS);
        read.setMinimumIdle(1);
        return new Database(Dialect.SQLITE, writerPool, new HikariDataSource(read), commits, Optional.of(file));
    }

    private static HikariConfig sqlite(String url, String name) {
        var properties = new Properties();
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("busy_timeout", BUSY_MILLIS);
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("temp_store", "MEMORY");
        // What somebody deletes is overwritten in the file.
        properties.setProperty("secure_delete", "true");
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setDataSourceProperties(properties);
        return config;
    }

    private static Database openPostgresql(String url, CommitListener commits) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("postgresql");
        config.setMaximumPoolSize(POSTGRESQL_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The server's details quote the rows that it refuses.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        var pool = new HikariDataSource(config);
        try {
            Migrations.run(pool);
            PoolerHint.rehearse(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return new Database(Dialect.POSTGRESQL, pool, pool, commits, Optional.empty());
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * Reads; on SQLite beside the writer, without waiting for it.
     *
     * @throws DatabaseUnavailable where the database gives nothing just now
     */
    public <T> T read(Function<Transaction, T> work) {
        try {
            return reader.inTransaction(handle -> work.apply(new Transaction(handle, dialect)));
        } catch (RuntimeException e) {
            throw outage.told(e);
        }
    }

    /**
     * Writes in one transaction; when it returns, the change outlives a crash. An exception undoes all of it.
     *
     * @throws DatabaseUnavailable where the database takes nothing just now
     */
    public <T> T write(Function<Transaction, T> work) {
        var begun = begun(work);
        try {
            var result = dialect == Dialect.POSTGRESQL ? writeAlone(begun) : writes.write(begun);
            outage.over();
            return result;
        } catch (RuntimeException e) {
            throw outage.told(e);
        }
    }

    private <T> T writeAlone(Function<Transaction, T> work) {
        var result = writer.<T, RuntimeException>inTransaction(handle -> {
            var done = work.apply(new Transaction(handle, dialect));
            commits.before();
            return done;
        });
        commits.after();
        return result;
    }

    /** {@link #write} without a result. */
    public void change(Consumer<Transaction> work) {
        this.<Boolean>write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /**
     * Writes SQLite's journal into its file and cuts it to nothing, so that it holds no copy of what was deleted; the file
     * itself is overwritten with each deletion. A PostgreSQL server cleans up by itself.
     *
     * @return false where somebody was reading; to be tried again later
     */
    public boolean emptyJournal() {
        return dialect == Dialect.POSTGRESQL || writer.withHandle(handle -> handle
                .createQuery("pragma wal_checkpoint(truncate)").map((row, _) -> row.getInt(1) == 0).one());
    }

    /**
     * What is wrong just now, in words that anybody may read; empty while it can be written, which is tried. What the
     * database itself says stands in the log.
     */
    public Optional<String> trouble() {
        try {
            change(PulseStore::beat);
            return Optional.empty();
        } catch (DatabaseUnavailable e) {
            return Optional.of("the database cannot be written: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the database cannot be written", e);
            return Optional.of("the database cannot be written; the log tells why");
        }
    }

    /**
     * Does work whose every write begins with the seal, in the same transaction: what the seal writes is there exactly
     * when the work's own change is. Work that only reads is not sealed; nor is what it hands to other threads.
     *
     * @param seal may throw to undo the write and end the work
     */
    public static <T> T sealed(Consumer<Transaction> seal, Supplier<T> work) {
        return ScopedValue.where(SEAL, seal).call(work::get);
    }

    /** The seal is the caller's: who waits in the queue may be written for in another thread. */
    private static <T> Function<Transaction, T> begun(Function<Transaction, T> work) {
        if (!SEAL.isBound()) {
            return work;
        }
        var seal = SEAL.get();
        return tx -> {
            seal.accept(tx);
            return work.apply(tx);
        };
    }

    @Override
    public void close() {
        readerPool.close();
        writerPool.close();
        file.ifPresent(SqliteFile::close);
    }

    private static String rootReason(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return SecretMask.of(String.valueOf(cause.getMessage()));
    }
}
