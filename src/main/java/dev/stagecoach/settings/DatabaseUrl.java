package dev.stagecoach.settings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database's address, as its driver takes it or as hosting services give it, as a JDBC URL. */
final class DatabaseUrl {
    private static final Pattern POSTGRESQL = Pattern
            .compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:/?#]*)(?::(?<password>[^/?#]*))?@)?"
                    + "(?<hosts>[^/?#@]*)(?:/(?<database>[^?#@]*))?(?:\\?(?<query>[^#]*))?");
    private static final String SQLITE = "jdbc:sqlite:";
    /** What psql and hosting services call otherwise than the driver does. */
    private static final Map<String, String> NAMES = Map.of("connect_timeout", "connectTimeout", "application_name",
            "ApplicationName", "schema", "currentSchema");
    /** Where PgBouncer and services like it listen, which give each transaction to another session of the server. */
    private static final Pattern POOLER = Pattern.compile(".*:(6432|6543)(,.*)?");
    private static final String NO_PREPARED = "prepareThreshold=0";

    private DatabaseUrl() {}

    /** @throws IllegalArgumentException saying what is wrong with it, without a word of it */
    static String jdbc(String given) {
        if (given.startsWith(SQLITE)) {
            return given;
        }
        var read = POSTGRESQL.matcher(given);
        if (read.matches()) {
            return jdbc(read);
        }
        throw new IllegalArgumentException(given.matches("(jdbc:)?postgres(ql)?:.*")
                ? "it has the form postgresql://USER:PASSWORD@HOST:PORT/DATABASE; in user and password, signs such as"
                        + " / ? # @ are written as %2F %3F %23 %40"
                : "it begins with jdbc:sqlite:, jdbc:postgresql: or postgresql:");
    }

    private static String jdbc(Matcher read) {
        if (part(read, "hosts").isEmpty()) {
            throw new IllegalArgumentException("it names no host; a host stands between // and the database's name");
        }
        var parameters = new ArrayList<String>();
        parameter(parameters, "user", part(read, "user"));
        parameter(parameters, "password", part(read, "password"));
        var pooled = POOLER.matcher(part(read, "hosts")).matches();
        for (var one : part(read, "query").split("&")) {
            var named = one.split("=", 2);
            if (named[0].equals("pgbouncer")) {
                pooled |= named.length == 2 && named[1].equals("true");
            } else if (!one.isEmpty()) {
                parameter(parameters, NAMES.getOrDefault(named[0], named[0]), named.length == 2 ? named[1] : "true");
            }
        }
        if (pooled && parameters.stream().noneMatch(one -> one.startsWith("prepareThreshold="))) {
            parameters.add(NO_PREPARED);
        }
        return "jdbc:postgresql://" + part(read, "hosts") + "/" + part(read, "database")
                + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    private static String part(Matcher read, String name) {
        var part = read.group(name);
        return part == null ? "" : part;
    }

    /** The driver reads a plus sign as a blank; a URL does not. */
    private static void parameter(List<String> parameters, String name, String encoded) {
        if (!encoded.isEmpty()) {
            var plain = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            parameters.add(name + "=" + URLEncoder.encode(plain, StandardCharsets.UTF_8));
        }
    }
}
