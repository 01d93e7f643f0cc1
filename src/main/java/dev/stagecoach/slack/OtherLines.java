package dev.stagecoach.slack;

import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in Slack's hello for how many lines stand for this app. Slack gives each message to one of them, so a line that
 * somebody else opened with the app's token takes a share of what people send.
 */
final class OtherLines {
    private static final Logger LOG = LoggerFactory.getLogger(OtherLines.class);

    /** While a line is changed for a fresh one, both stand for a moment. */
    private static final int RENEWING = 2;

    private int mine = 1;
    private Optional<String> warning = Optional.empty();

    /** Any message; all but a hello are passed over. */
    synchronized void heard(String message) {
        if (!message.contains("\"num_connections\"")
                || !(JsonParser.parseString(message) instanceof JsonObject hello)
                || !hello.has("type") || !"hello".equals(hello.get("type").getAsString())) {
            return;
        }
        var open = hello.get("num_connections").getAsInt();
        warning = open <= mine ? Optional.empty() : Optional.of(words(open));
        warning.ifPresent(LOG::warn);
        mine = RENEWING;
    }

    /** In words, after the last hello; empty where no more lines stood than this process opens. */
    synchronized Optional<String> warning() {
        return warning;
    }

    private static String words(int open) {
        return "Slack counts " + open + " Socket Mode connections for this app, and this process opened one: unless"
                + " other processes of this installation run, somebody else uses the app's token and gets a share of"
                + " what people send. Revoke it under Basic Information, App-Level Tokens, and start me with a new one";
    }
}
