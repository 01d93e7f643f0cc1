package dev.stagecoach.coaching.workbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.stagecoach.chat.Carried;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;

/**
 * Which filled-in tool a form writes, and what its writer has seen of it. A new one has its id from the start, so that
 * a form sent in twice makes one.
 *
 * @param practice empty where it belongs to none
 * @param seen the version that the form was opened on; 0 for a new one
 */
public record Target(TeamId team, String practice, String id, int seen) {
    /** As {@link Ids#next} makes them. */
    private static final Pattern NEW_ID = Pattern.compile("[0-9a-f-]{36}");

    /** As a form carries it. */
    public static final Carried<Target> CARRIED = new Carried<>(Target::format, Target::parse,
            (_, target) -> Optional.of(target.team()),
            target -> Optional.of(target.practice()).filter(key -> !key.isEmpty()));

    public static Target fresh(TeamId team, String practice) {
        return new Target(team, practice, Ids.next(), 0);
    }

    public static Target of(Filled filled) {
        return new Target(filled.team(), filled.practice(), filled.id(), filled.version().number());
    }

    /** As a form's context. */
    public String format() {
        return team + " " + practice + " " + id + " " + seen;
    }

    /**
     * From a form's context; empty where it is none of ours. An id that follows from a team is taken for that team
     * alone, so that nobody can occupy another team's before it is written.
     */
    public static Optional<Target> parse(String context) {
        var parts = context.split(" ", -1);
        return parts.length == 4 && !parts[0].isBlank() && parts[3].matches("\\d{1,9}")
                && (NEW_ID.matcher(parts[2]).matches() || List.of(parts[2].split("/")).contains(parts[0]))
                        ? Optional.of(new Target(new TeamId(parts[0]), parts[1], parts[2], Integer.parseInt(parts[3])))
                        : Optional.empty();
    }
}
