package dev.stagecoach.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTest {

    @Test
    void theNewestIsTheNewest() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            var newest = files.map(file -> file.getFileName().toString()).sorted().toList().getLast();
            assertThat(Migrations.NEWEST).isEqualTo(newest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLite", "PostgreSQL"})
    void aDatabaseIsUpToDateAfterItsMigrationsAndNotBefore(String kind) throws SQLException {
        var source = kind.equals("SQLite") ? sqlite() : postgresql();
        assertThat(Migrations.upToDate(source)).isFalse();
        Migrations.run(source);
        assertThat(Migrations.upToDate(source)).isTrue();
        for (var change : List.of("update flyway_schema_history set success = false where version = '1'",
                "delete from flyway_schema_history where script = '" + Migrations.NEWEST + "'")) {
            try (var connection = source.getConnection(); var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(change)).isEqualTo(1);
            }
            assertThat(Migrations.upToDate(source)).isFalse();
        }
    }

    private static DataSource sqlite() {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + TestDatabases.newFile());
        return source;
    }

    private static DataSource postgresql() {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabases.postgresqlUrlWithoutTables());
        return source;
    }
}
