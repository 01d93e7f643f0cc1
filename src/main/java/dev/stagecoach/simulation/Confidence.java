package dev.stagecoach.simulation;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people write says whose it is and who else may read it, so that it is known again wherever it turns up. Nothing
 * of it, no person's name and no secret of the program belongs into a log, a notification or a file's name.
 */
final class Confidence {
    private static final Pattern SIGNED = Pattern.compile("Between (U0\\w+) and (\\w+) ");
    private static final Pattern NAME = Pattern.compile("Teacher \\d+ of team \\d+|Coach \\d+");
    /** The workspace's own, and a database's. */
    private static final Pattern SECRET = Pattern
            .compile("(?i)\\b(xox[a-z]|xapp)-sandbox|password=\\w|\\bsandbox-secret\\b");

    private Confidence() {}

    /** How what this person writes for nobody else begins. */
    static String of(Teacher author) {
        return "Between " + author.id() + " and me ";
    }

    /** How what this person writes for one other begins. */
    static String of(Teacher author, Teacher reader) {
        return "Between " + author.id() + " and " + reader.id() + " ";
    }

    /** How what this person writes for everybody on the team begins. */
    static String ofTeam(Teacher author) {
        return "Between " + author.id() + " and team ";
    }

    /** The author of something that stands in what this person reads and is not for them. */
    static Optional<String> leaked(String read, String reader) {
        return confided(read).filter(found -> !List.of(found.group(1), found.group(2)).contains(reader))
                .map(found -> found.group(1)).findFirst();
    }

    /** Something that was not written for the whole team; a notification shows on a locked screen, to whoever passes. */
    static Optional<String> confidedIn(String notification) {
        return confided(notification).map(MatchResult::group).findFirst();
    }

    private static Stream<MatchResult> confided(String read) {
        return SIGNED.matcher(read).results().filter(found -> !found.group(2).equals("team"));
    }

    /** Anything that somebody wrote, for whomever. */
    static Optional<String> written(String read) {
        return found(SIGNED, read);
    }

    /** What must not stand where it can be read without the bot: in a log, in a file's name. */
    static Optional<String> spilled(String line) {
        return written(line).or(() -> found(NAME, line)).or(() -> found(SECRET, line));
    }

    private static Optional<String> found(Pattern what, String where) {
        var match = what.matcher(where);
        return match.find() ? Optional.of(match.group()) : Optional.empty();
    }
}
