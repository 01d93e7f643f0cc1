package dev.stagecoach.storage;

import java.util.regex.Pattern;

/** Takes tokens and passwords out of words that somebody will read. */
public final class SecretMask {
    /** Slack's signing secrets are 32 hexadecimal digits. Keep in step with src/main/resources/logback.xml; a test holds it. */
    static final String SECRETS = "(?i)((?:xox[a-z]|xapp)-(?=\\w)|password=|\\b(?=[0-9a-f]{32}\\b)|://[^:/@\\s]*:(?=\\S*@))"
            + "(?:(?<=-)[\\w-]+|\\b[0-9a-f]{32}\\b|(?<==)[^&\\s]*|(?<=:)\\S*(?=@))";
    private static final Pattern PATTERN = Pattern.compile(SECRETS);

    private SecretMask() {}

    /** What begins a secret stays, so that one sees which it is. */
    public static String of(String words) {
        return PATTERN.matcher(words).replaceAll("$1***");
    }
}
