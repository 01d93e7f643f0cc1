package dev.stagecoach.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.stagecoach.people.Retention;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import static java.util.Map.entry;

/** Reads {@link Settings}: the environment first, then the file, then the defaults. */
public final class SettingsFile {
    /** Each key of the file and the environment variable that wins over it. */
    static final Map<String, String> KEYS = new TreeMap<>(Map.ofEntries(entry("slack.bot_token", "SLACK_BOT_TOKEN"),
            entry("slack.app_token", "SLACK_APP_TOKEN"), entry("slack.signing_secret", "SLACK_SIGNING_SECRET"),
            entry("slack.api_url", "SLACK_API_URL"), entry("database.url", "DATABASE_URL"), entry("web.port", "PORT"),
            entry("web.host", "STAGECOACH_HOST"), entry("guide.folder", "STAGECOACH_GUIDE"),
            entry("calendars.folder", "STAGECOACH_CALENDARS"),
            entry("retention.ratings_days", "STAGECOACH_KEEP_RATINGS_DAYS"),
            entry("retention.writing_months", "STAGECOACH_KEEP_WRITING_MONTHS"),
            entry("retention.figures_years", "STAGECOACH_KEEP_FIGURES_YEARS"),
            entry("retention.access_log_years", "STAGECOACH_KEEP_ACCESS_LOG_YEARS"),
            entry("retention.uninstalled_days", "STAGECOACH_KEEP_UNINSTALLED_DAYS"),
            entry("retention.legal_hold", "STAGECOACH_LEGAL_HOLD")));

    private final Path file;
    private final Map<String, String> environment;
    private final Map<String, String> values = new TreeMap<>();

    private SettingsFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Reads the settings; a file that does not exist counts as empty.
     *
     * @param defaultPort the port where nobody named one
     * @throws SettingsUnusable naming file or variable, key and reason
     */
    public static Settings read(Path file, Map<String, String> environment, int defaultPort) {
        var settings = new SettingsFile(file, environment);
        settings.readFile();
        return settings.settings(defaultPort);
    }

    private Settings settings(int defaultPort) {
        var slack = new SlackSettings(token("slack.bot_token", "xoxb-"), token("slack.app_token", "xapp-"),
                value("slack.signing_secret").orElse(""), apiUrl());
        return new Settings(slack, databaseUrl(), new Settings.Web(host(), port(defaultPort)),
                new Settings.Folders(Path.of(value("guide.folder").orElse(Settings.DEFAULT_GUIDE_FOLDER)),
                        Path.of(value("calendars.folder").orElse(Settings.DEFAULT_CALENDAR_FOLDER))),
                retention());
    }

    private Retention retention() {
        var usual = Retention.USUAL.terms();
        return new Retention(new Retention.Terms(number("retention.ratings_days", usual.ratingDays(), 0),
                number("retention.writing_months", usual.writingMonths(), 1),
                number("retention.figures_years", usual.figureYears(), 1),
                number("retention.access_log_years", usual.accessLogYears(), 1)),
                number("retention.uninstalled_days", Retention.USUAL.graceDays(), 1), legalHold());
    }

    private int number(String key, int usual, int lowest) {
        var text = value(key).orElse(String.valueOf(usual));
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < lowest) {
            throw refused(key, "it is a whole number from " + lowest + " to 9999, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** A word that nobody can read as either would delete what is to be kept, so it is refused. */
    private boolean legalHold() {
        return switch (value("retention.legal_hold").orElse("false").toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            case String other -> throw refused("retention.legal_hold", "it is true or false, not '" + other + "'");
        };
    }

    private void readFile() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var yaml = new Load(LoadSettings.builder().build());
            collect("", yaml.loadFromString(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (MarkedYamlEngineException e) {
            // The library's own message quotes the lines around, and a secret may stand in them.
            throw new SettingsUnusable(file.toString(), "it is not valid YAML: " + problem(e)
                    + e.getProblemMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse(""));
        } catch (YamlEngineException e) {
            throw new SettingsUnusable(file.toString(), "it is not valid YAML: " + e.getMessage());
        } catch (StackOverflowError _) {
            throw new SettingsUnusable(file.toString(), "it is not valid YAML: it is nested too deeply");
        } catch (IOException e) {
            throw new SettingsUnusable(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    /** Without the name or value that some problems end with. */
    private static String problem(MarkedYamlEngineException e) {
        return String.valueOf(e.getProblem()).replaceAll("(?<=\\b(?:alias|anchor|tag|handle|key)) .*", "");
    }

    private void collect(String path, @Nullable Object content) {
        if (content instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> collect(path.isEmpty() ? String.valueOf(key) : path + "." + key, inner));
        } else if (content == null) {
            return;
        } else if (!KEYS.containsKey(path)) {
            throw new SettingsUnusable(file.toString(), path.isEmpty() ? "the file" : path,
                    "I do not know this key; the keys are " + String.join(", ", KEYS.keySet()));
        } else {
            values.put(path, String.valueOf(content));
        }
    }

    private Optional<String> value(String key) {
        var variable = Optional.ofNullable(environment.get(KEYS.get(key))).filter(text -> !text.isBlank());
        return variable.or(() -> Optional.ofNullable(values.get(key))).map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private String token(String key, String prefix) {
        var token = value(key).orElse("");
        if (!token.isEmpty() && !token.startsWith(prefix)) {
            throw refused(key, "it begins with " + prefix + "; this is another kind of token");
        }
        return token;
    }

    private String apiUrl() {
        var url = value("slack.api_url").orElse(SlackSettings.DEFAULT_API_URL);
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw refused("slack.api_url", "it begins with https:// or http://, not '" + url + "'");
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private String databaseUrl() {
        var url = value("database.url").orElse(Settings.DEFAULT_DATABASE);
        try {
            return DatabaseUrl.jdbc(url);
        } catch (IllegalArgumentException e) {
            throw refused("database.url", String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> host() {
        return value("web.host").map(host -> {
            if (!host.matches("[A-Za-z0-9.:_%-]+")) {
                throw refused("web.host", "it is an address of this machine, such as 0.0.0.0, not '" + host + "'");
            }
            return host;
        });
    }

    private int port(int defaultPort) {
        var text = value("web.port").orElse(String.valueOf(defaultPort));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > Settings.HIGHEST_PORT) {
            throw refused("web.port", "it is a number from 0 to " + Settings.HIGHEST_PORT + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private SettingsUnusable refused(String key, String reason) {
        var variable = String.valueOf(KEYS.get(key));
        return environment.containsKey(variable)
                ? new SettingsUnusable("environment variable " + variable, reason)
                : new SettingsUnusable(file.toString(), key, reason);
    }
}
