package dev.stagecoach.people;

import java.util.EnumMap;
import java.util.Map;

import static dev.stagecoach.people.Visibility.Rule.*;

/** Who may see what: the matrix of data kind and viewer, as data (rules for statistics and privacy, part 7). */
public final class Visibility {
    /** Answers below which a team and its coach see no distribution. */
    public static final int TEAM_MINIMUM = 5;

    /** What a cell of the matrix says about one item or one figure. */
    public enum Rule {
        /** Always. */
        YES,
        /** Never. */
        NO,
        /** Items only when the author has shared them. */
        IF_SHARED,
        /** No single item; counts over at least {@link #TEAM_MINIMUM} answers. */
        GROUP,
        /** No single item; how many of how many, whatever the number. */
        COUNT,
        /** No single item and no number; a rough share in words. */
        BAND
    }

    private static final Map<DataKind, Map<View, Rule>> MATRIX = new EnumMap<>(DataKind.class);
    /** The rows that a team's agreement changes, by the mode that it agreed on; every other row is as above. */
    private static final Map<VisibilityMode, Map<DataKind, Map<View, Rule>>> AGREED = new EnumMap<>(
            VisibilityMode.class);

    static {
        row(DataKind.OWN_RATING, YES, NO, IF_SHARED, NO);
        row(DataKind.READING, YES, GROUP, GROUP, NO);
        row(DataKind.TEAM_DISTRIBUTION, YES, GROUP, GROUP, NO);
        row(DataKind.REFLECTION, YES, IF_SHARED, IF_SHARED, NO);
        row(DataKind.CHECKIN_ANSWER, YES, COUNT, COUNT, NO);
        row(DataKind.CONCERN_PULSE, YES, NO, GROUP, NO);
        row(DataKind.HELP_REQUEST, YES, NO, YES, NO);
        row(DataKind.MEMBER_STEP, YES, IF_SHARED, IF_SHARED, NO);
        row(DataKind.PROMISE, YES, YES, YES, IF_SHARED);
        row(DataKind.TEAM_GOAL, YES, YES, YES, YES);
        row(DataKind.EVIDENCE, YES, YES, YES, IF_SHARED);
        row(DataKind.OWN_EVIDENCE, YES, NO, NO, NO);
        row(DataKind.VISIT, YES, IF_SHARED, IF_SHARED, COUNT);
        row(DataKind.COVER_REQUEST, YES, NO, NO, YES);
        row(DataKind.COACH_NOTE, YES, NO, NO, NO);
        row(DataKind.CYCLE_REPORT, YES, YES, YES, IF_SHARED);
        row(DataKind.LEADER_LOG, YES, IF_SHARED, IF_SHARED, NO);
        row(DataKind.RESPONSE_RATE, YES, COUNT, COUNT, BAND);
        row(DataKind.CONSENT, YES, COUNT, COUNT, BAND);
        AGREED.put(VisibilityMode.OPEN, Map.of(DataKind.OWN_RATING, rules(YES, YES, IF_SHARED, NO),
                DataKind.TEAM_DISTRIBUTION, rules(YES, COUNT, COUNT, NO)));
        AGREED.put(VisibilityMode.JOINT, Map.of(DataKind.TEAM_DISTRIBUTION, rules(YES, COUNT, COUNT, NO)));
    }

    private Visibility() {}

    private static void row(DataKind kind, Rule author, Rule team, Rule coach, Rule admin) {
        MATRIX.put(kind, rules(author, team, coach, admin));
    }

    private static Map<View, Rule> rules(Rule author, Rule team, Rule coach, Rule admin) {
        return Map.of(View.AUTHOR, author, View.TEAM, team, View.COACH, coach, View.LEADER, admin, View.OUTSIDER, NO);
    }

    /** What holds for something that was said in this mode. */
    static Rule of(DataKind kind, View view, VisibilityMode mode) {
        var agreed = AGREED.getOrDefault(mode, Map.of()).get(kind);
        return agreed == null ? of(kind, view) : agreed.getOrDefault(view, NO);
    }

    public static Rule of(DataKind kind, View view) {
        var rules = MATRIX.get(kind);
        if (rules == null) {
            throw new IllegalStateException("the visibility matrix has no row for " + kind);
        }
        return rules.getOrDefault(view, NO);
    }

    /** Whether a single item may be read. */
    static boolean mayRead(DataKind kind, View view, Sharing sharing) {
        return switch (of(kind, view, sharing.mode())) {
            case YES -> true;
            case IF_SHARED -> sharing.shared();
            case NO, GROUP, COUNT, BAND -> false;
        };
    }

    /** Whether counts over so many answers may be shown. */
    public static boolean mayCount(DataKind kind, View view, int answers) {
        return mayCount(kind, view, answers, VisibilityMode.CONFIDENTIAL);
    }

    /** {@link #mayCount} for answers that were given in this mode. */
    public static boolean mayCount(DataKind kind, View view, int answers, VisibilityMode mode) {
        return switch (of(kind, view, mode)) {
            case YES, COUNT -> true;
            case GROUP -> answers >= TEAM_MINIMUM;
            case NO, IF_SHARED, BAND -> false;
        };
    }
}
