package dev.stagecoach.settings;

/**
 * How to reach Slack. A token that is not set is empty.
 *
 * @param apiUrl ends with a slash
 */
public record SlackSettings(String botToken, String appToken, String signingSecret, String apiUrl) {
    public static final String DEFAULT_API_URL = "https://slack.com/api/";

    public boolean socketMode() {
        return !appToken.isEmpty();
    }

    /** Never shows a secret, so that no log can. */
    @Override
    public String toString() {
        return "SlackSettings[" + apiUrl + (socketMode() ? ", Socket Mode]" : ", HTTP mode]");
    }
}
