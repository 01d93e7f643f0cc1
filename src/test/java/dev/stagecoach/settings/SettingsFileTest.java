package dev.stagecoach.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.stagecoach.people.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsFileTest {
    private static final int PORT = 3000;

    @TempDir
    Path folder;

    @Test
    void theShippedExampleGivesTheDefaults() {
        var settings = SettingsFile.read(Path.of("config/stagecoach.yml"), Map.of(), PORT);
        assertThat(settings).isEqualTo(SettingsFile.read(folder.resolve("none.yml"), Map.of(), PORT));
        assertThat(settings.databaseUrl()).isEqualTo("jdbc:sqlite:data/stagecoach.db");
        assertThat(settings.slack().apiUrl()).isEqualTo("https://slack.com/api/");
    }

    @Test
    void theShippedExampleNamesEveryKeyWithItsVariable() throws IOException {
        var example = Files.readString(Path.of("config/stagecoach.yml"));
        SettingsFile.KEYS.forEach((key, variable) -> {
            assertThat(example).contains(key.substring(key.indexOf('.') + 1) + ":");
            assertThat(example).contains("(" + variable + ")");
        });
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        var file = write("web:\n  port: 8080\nslack:\n  api_url: http://127.0.0.1:1/api\n");
        assertThat(SettingsFile.read(file, Map.of(), PORT).port()).isEqualTo(8080);
        assertThat(SettingsFile.read(file, Map.of("PORT", "9090"), PORT).port()).isEqualTo(9090);
        assertThat(SettingsFile.read(file, Map.of(), PORT).slack().apiUrl()).isEqualTo("http://127.0.0.1:1/api/");
    }

    @Test
    void termsAndTheLegalHoldAreSettings() throws IOException {
        assertThat(SettingsFile.read(folder.resolve("none.yml"), Map.of(), PORT).retention())
                .isEqualTo(new Retention(new Retention.Terms(30, 12, 3, 1), 30, false));
        var file = write("retention:\n  ratings_days: 0\n  writing_months: 6\n  legal_hold: true\n");
        assertThat(SettingsFile.read(file, Map.of("STAGECOACH_KEEP_UNINSTALLED_DAYS", "7"), PORT).retention())
                .isEqualTo(new Retention(new Retention.Terms(0, 6, 3, 1), 7, true));
    }

    @Test
    void inSocketModeNobodyButThisMachineReachesThePort_unlessItIsTold() {
        var file = folder.resolve("none.yml");
        assertThat(SettingsFile.read(file, Map.of("SLACK_APP_TOKEN", "xapp-1"), PORT).host()).isEqualTo("127.0.0.1");
        assertThat(SettingsFile.read(file, Map.of("SLACK_SIGNING_SECRET", "s"), PORT).host()).isEqualTo("0.0.0.0");
        assertThat(SettingsFile
                .read(file, Map.of("SLACK_APP_TOKEN", "xapp-1", "STAGECOACH_HOST", "10.0.0.5"), PORT).host())
                .isEqualTo("10.0.0.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://coach:secret@db.example.org/stage       | jdbc:postgresql://db.example.org/stage?user=coach&password=secret
            postgresql://coach:secret@db:5433/stage            | jdbc:postgresql://db:5433/stage?user=coach&password=secret
            jdbc:postgresql://coach:secret@db/stage            | jdbc:postgresql://db/stage?user=coach&password=secret
            postgres://coach:a%2Fb%40c%3A+%20@db/stage         | jdbc:postgresql://db/stage?user=coach&password=a%2Fb%40c%3A%2B+
            postgres://coach:se:cr@et@db/stage                 | jdbc:postgresql://db/stage?user=coach&password=se%3Acr%40et
            postgres://coach@one:5432,two:5433/stage           | jdbc:postgresql://one:5432,two:5433/stage?user=coach
            postgres://[::1]:5432/stage?sslmode=require        | jdbc:postgresql://[::1]:5432/stage?sslmode=require
            postgres://u:p@db/s?connect_timeout=5&ssl          | jdbc:postgresql://db/s?user=u&password=p&connectTimeout=5&ssl=true
            postgres://u:p@db/s?pgbouncer=true                 | jdbc:postgresql://db/s?user=u&password=p&prepareThreshold=0
            postgres://u:p@db:6432/s?prepareThreshold=5        | jdbc:postgresql://db:6432/s?user=u&password=p&prepareThreshold=5
            jdbc:postgresql://db:6432/s?user=u&password=a%2Bb  | jdbc:postgresql://db:6432/s?user=u&password=a%2Bb&prepareThreshold=0
            jdbc:sqlite:data/a.db                              | jdbc:sqlite:data/a.db
            """)
    void aDatabasesAddressIsTakenAsHostingServicesGiveIt(String given, String jdbc) {
        assertThat(SettingsFile.read(folder.resolve("none.yml"), Map.of("DATABASE_URL", given), PORT).databaseUrl())
                .isEqualTo(jdbc);
    }

    @Test
    void whatCannotBeUsedIsRefusedWithFileKeyAndReason() throws IOException {
        refuses("web:\n  prt: 1\n", "web.prt", "I do not know this key");
        refuses("web:\n  host: 'a b'\n", "web.host", "0.0.0.0");
        refuses("web:\n  port: many\n", "web.port", "'many'");
        refuses("web:\n  port: 70000\n", "web.port", "65535");
        refuses("slack:\n  bot_token: xapp-1\n", "slack.bot_token", "begins with xoxb-");
        refuses("database:\n  url: mysql://x\n", "database.url", "jdbc:sqlite:");
        refuses("database:\n  url: postgresql:///stage\n", "database.url", "no host");
        refuses("retention:\n  ratings_days: soon\n", "retention.ratings_days", "'soon'");
        refuses("retention:\n  figures_years: 0\n", "retention.figures_years", "from 1");
        refuses("retention:\n  legal_hold: perhaps\n", "retention.legal_hold", "true or false");
        refuses("slack: [\n", "not valid YAML");
        refuses("[".repeat(20_000), "nested too deeply");
        refuses("a: ".repeat(1) + "[".repeat(20_000) + "]".repeat(20_000) + "\n", "nested too deeply");
        refuses("just words\n", "the file");
    }

    @Test
    void aBadVariableIsNamedInsteadOfTheFile() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yml"), Map.of("PORT", "x"), PORT))
                .isInstanceOf(SettingsUnusable.class).hasMessageContaining("environment variable PORT");
    }

    @Test
    void noSecretIsEverPrinted() {
        var settings = SettingsFile.read(folder.resolve("none.yml"),
                Map.of("SLACK_BOT_TOKEN", "xoxb-secret", "SLACK_SIGNING_SECRET", "hush"), PORT);
        assertThat(settings.toString()).doesNotContain("secret").doesNotContain("hush");
        var away = SettingsFile.read(folder.resolve("none.yml"), Map.of("DATABASE_URL", "postgres://u:secret@h/d"),
                PORT);
        assertThat(away.databaseUrl()).contains("secret");
        assertThat(away.toString()).doesNotContain("secret").contains("//h/d");
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yml"),
                Map.of("DATABASE_URL", "postgres://u:sec/ret@h/d"), PORT)).hasMessageContaining("%2F")
                .hasMessageNotContaining("sec/ret");
    }

    @Test
    void aFileThatIsNoYamlQuotesNoSecret() throws IOException {
        var file = write("slack:\n  signing_secret: hush\n  bot_token: [xoxb-hush\n");
        assertThatThrownBy(() -> SettingsFile.read(file, Map.of(), PORT)).isInstanceOf(SettingsUnusable.class)
                .hasMessageContaining("line").hasMessageNotContaining("hush");
    }

    private void refuses(String text, String... words) throws IOException {
        var file = write(text);
        assertThatThrownBy(() -> SettingsFile.read(file, Map.of(), PORT)).isInstanceOf(SettingsUnusable.class)
                .hasMessageContaining(file.toString()).hasMessageContainingAll(words);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("stagecoach.yml"), text);
    }
}
