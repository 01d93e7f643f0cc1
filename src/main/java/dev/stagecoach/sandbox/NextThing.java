package dev.stagecoach.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the bot is going to do by itself.
 *
 * @param what in words a person understands
 * @param to the person or channel it is for, by Slack's id; empty where nobody knows beforehand
 * @param shows whether people usually see something of it; what they do not is never named beforehand
 */
public record NextThing(Instant at, String what, Optional<String> to, boolean shows) {
    /** The bot's jobs by name, in plain words. */
    private static final Map<String, String> SEEN = Map.of(
            "check-ins", "the week's check-ins",
            "weekly summaries", "the week's summary",
            "self-assessment rounds", "the self-assessment closes",
            "votes on a practice", "the vote on a practice closes",
            "turns of feedback threads", "a turn in a feedback thread ends",
            "leaders' weekly question", "leaders are asked about their week",
            "send messages", "a message");
    private static final Map<String, String> SELDOM = Map.of(
            "check-in repeats", "reminders of check-ins go out",
            "quiet teams", "a look at teams that have been quiet",
            "what is due", "a look at what is due",
            "others in team channels", "the team learns who can read along");

    /** @param job the name of the job that will do it */
    public static NextThing of(Instant at, String job, Optional<String> to) {
        var what = SEEN.getOrDefault(job, SELDOM.getOrDefault(job, job));
        return new NextThing(at, what, to, !SELDOM.containsKey(job));
    }
}
