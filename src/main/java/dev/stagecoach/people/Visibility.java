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

    static {
        row(DataKind.OWN_RATING, YES, NO, IF_SHARED, NO);
        row(DataKind.READING, YES, GROUP, GROUP, NO);
        row(DataKind.TEAM_DISTRIBUTION, YES, GROUP, GROUP, NO);
        row(DataKind.REFLECTION, YES, IF_SHARED, IF_SHARED, NO);
        row(DataKind.CHECKIN_ANSWER, YES, COUNT, COUNT, NO);
        row(DataKind.CONCERN_PULSE, YES, NO, GROUP, NO);
        row(DataKind.MEMBER_STEP, YES, IF_SHARED, IF_SHARED, NO);
        row(DataKind.TEAM_GOAL, YES, YES, YES, YES);
        row(DataKind.EVIDENCE, YES, YES, YES, IF_SHARED);
        row(DataKind.VISIT, YES, IF_SHARED, IF_SHARED, COUNT);
        row(DataKind.COACH_NOTE, YES, NO, NO, NO);
        row(DataKind.CYCLE_REPORT, YES, YES, YES, IF_SHARED);
        row(DataKind.ADMIN_LOG, YES, IF_SHARED, IF_SHARED, NO);
        row(DataKind.RESPONSE_RATE, YES, COUNT, COUNT, BAND);
        row(DataKind.AUDIT_LOG, YES, NO, NO, NO);
    }

    private Visibility() {}

    private static void row(DataKind kind, Rule author, Rule team, Rule coach, Rule admin) {
        MATRIX.put(kind, Map.of(View.AUTHOR, author, View.TEAM, team, View.COACH, coach, View.ADMIN, admin,
                View.OUTSIDER, NO));
    }

    public static Rule of(DataKind kind, View view) {
        var rules = MATRIX.get(kind);
        if (rules == null) {
            throw new IllegalStateException("the visibility matrix has no row for " + kind);
        }
        return rules.getOrDefault(view, NO);
    }

    /** Whether a single item may be read. */
    static boolean mayRead(DataKind kind, View view, boolean shared) {
        return switch (of(kind, view)) {
            case YES -> true;
            case IF_SHARED -> shared;
            case NO, GROUP, COUNT, BAND -> false;
        };
    }

    /** Whether counts over so many answers may be shown. */
    public static boolean mayCount(DataKind kind, View view, int answers) {
        return switch (of(kind, view)) {
            case YES, COUNT -> true;
            case GROUP -> answers >= TEAM_MINIMUM;
            case NO, IF_SHARED, BAND -> false;
        };
    }
}
