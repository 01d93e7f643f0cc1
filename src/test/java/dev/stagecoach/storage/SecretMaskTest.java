package dev.stagecoach.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.ExecutionException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** No token and no password in what the program says or logs, whichever way it is written. */
class SecretMaskTest {
    private static final String FORMS = """
            postgres://user:secret@host/db                       | postgres://user:***@host/db
            postgresql://user:se:cr@secret@host:5432/db?a=b      | postgresql://user:***@host:5432/db?a=b
            postgres://user:sec/secret@host/db                   | postgres://user:***@host/db
            https://user:secret@proxy.example.org:8080/api/      | https://user:***@proxy.example.org:8080/api/
            jdbc:postgresql://h/d?user=u&password=secret&ssl=on  | jdbc:postgresql://h/d?user=u&password=***&ssl=on
            jdbc:postgresql://h/d?PASSWORD=secret                | jdbc:postgresql://h/d?PASSWORD=***
            not 'xoxb-12-secret' but                             | not 'xoxb-***' but
            xapp-1-A0-secret, xoxp-secret                        | xapp-***, xoxp-***
            signed with 0badcafe0badcafe0badcafe0badcafe, not    | signed with ***, not
            digest 0badcafe0badcafe0badcafe0badcafe0badcafe      | digest 0badcafe0badcafe0badcafe0badcafe0badcafe
            it begins with xoxb-; see http://localhost:3000/a    | it begins with xoxb-; see http://localhost:3000/a
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FORMS)
    void isMasked(String said, String masked) {
        assertThat(SecretMask.of(said)).isEqualTo(masked);
    }

    /** The log takes the same out, of its messages and of what was thrown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FORMS)
    void isMaskedInTheLogToo(String said, String masked) throws Exception {
        var fault = new IllegalStateException("thrown " + said);
        assertThat(logged(said, fault)).contains(" - " + masked, "thrown " + masked, "\tat ").doesNotContain("secret");
    }

    /** A parser's fault repeats what it could not read, also as the cause of another. */
    @Test
    void whatSomebodyWroteIsNotQuotedByAFault() throws Exception {
        var typed = "Between us two";
        var parsing = assertThrows(DateTimeParseException.class, () -> LocalDate.parse(typed));
        var around = new ExecutionException(parsing);
        around.addSuppressed(assertThrows(NumberFormatException.class, () -> Integer.parseInt(typed)));
        assertThat(logged("a call failed", new IllegalStateException("field on", around)))
                .contains("IllegalStateException: field on",
                        "Caused by: java.util.concurrent.ExecutionException: (what",
                        "Caused by: java.time.format.DateTimeParseException: (what",
                        "Suppressed: java.lang.NumberFormatException: (what", "\tat java.base/java.time")
                .doesNotContain(typed);
        assertThat(logged("a call failed", new IOException("Connection reset"))).contains("Connection reset");
    }

    @Test
    void aDatabaseThatCannotBeOpenedTellsNoPassword() {
        assertThat(new DatabaseUnusable("jdbc:postgresql://h/d?user=u&password=secret", "postgres://u:se@secret@h/d",
                null).getMessage()).contains("//h/d").doesNotContain("secret");
    }

    /** As the program's own configuration lays it out. */
    private static String logged(String said, Throwable fault) throws Exception {
        var context = new LoggerContext();
        var reader = new JoranConfigurator();
        reader.setContext(context);
        reader.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        var console = (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("console");
        var event = new LoggingEvent("", context.getLogger("some"), Level.WARN, said, fault, new Object[0]);
        return new String(((PatternLayoutEncoder) console.getEncoder()).encode(event), StandardCharsets.UTF_8);
    }
}
