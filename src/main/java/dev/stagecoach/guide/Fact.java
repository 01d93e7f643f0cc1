package dev.stagecoach.guide;

import java.util.Locale;

/**
 * What the bot can count about a journey, for gates to ask for. A fact that is either so or not counts 1 or 0. In guide
 * files a fact is written in small letters.
 */
public enum Fact {
    /** Percent of the members who saw every introduction card and the learning cycle. */
    INTRODUCTION_SEEN_PERCENT,
    /** Percent of the members who answered the journey's first round; a placement agreed together counts for all. */
    RATED_PERCENT,
    /** Closed rounds with enough answers for the team to see its result. */
    RESULTS_SHOWN,
    /** Different kinds of sources in the practice's baseline. */
    BASELINE_SOURCES,
    /** A practice is chosen, with a reason. */
    PRACTICE_CHOSEN,
    /** The goal has its sentence, baseline, target and both days. */
    GOAL_COMPLETE,
    /** The team has agreed on who sees its results. */
    VISIBILITY_AGREED,
    /** Sessions of the arc of learning that have a date. */
    ARC_SESSIONS,
    /** The continuum is adopted as it is, or edited. */
    CONTINUUM_ADOPTED,
    /** Standards that the team linked to its continuum. */
    STANDARDS_LINKED,
    /** A growth measure with collector and rhythm. */
    MEASURE_SET,
    /** A way of coaching, with a named coach. */
    COACHING_AGREED,
    /** Leaders' goals tied to this practice. */
    LEADER_GOALS,
    /** Entries of leaders' logs, for their goals tied to this practice. */
    LEADER_LOG_ENTRIES,
    /** A note on where the practice fits into present work. */
    CROSSWALK_NOTED,
    /** Percent of the members with a when-then step. */
    WHEN_THEN_PERCENT,
    /** Scenes that the team placed in much the same way: consensus .73 or more, or within one level. */
    SCENES_SHARED,
    /** Tries closed with a decision. */
    LOOPS_CLOSED,
    /** Percent of the members with at least one visit or feedback thread on this journey. */
    VISITED_PERCENT,
    /** Percent of the members who visited somebody or were visited on this journey, within the present school term. */
    VISITED_THIS_TERM_PERCENT,
    /** Closed rounds after the first in which enough of the same people answered to show how they moved. */
    ROUNDS_REPEATED,
    /** Evidence at the guide's last impact level but one: the practice is in use. */
    EVIDENCE_OF_USE,
    /** Evidence at the guide's last impact level: what comes of it. */
    EVIDENCE_OF_OUTCOME,
    /** The team agreed where it stands on the goal's ladder. */
    LADDER_AGREED,
    /** The team approved its cycle report. */
    REPORT_APPROVED,
    /** A next goal is drafted, or the work on this one is closed. */
    NEXT_DRAFTED,
    /** A regular time with owner and cover. */
    SLOT_KEPT,
    /** The induction path is set up, with a buddy for each newcomer. */
    INDUCTION_READY,
    /** Percent of newcomers who finished the first month; 100 where nobody is new. */
    NEWCOMERS_SETTLED_PERCENT,
    /** Pages of the playbook on this practice. */
    PLAYBOOK_PAGES,
    /** Things shared inside the school or organisation. */
    SHARED_INSIDE,
    /** Things shared outside it. */
    SHARED_OUTSIDE,
    /** How many of {@link SustainTools#repeatAfterMonths} have seen a closed round. */
    REPEATED_AFTER_MONTHS,
    /** The practice that comes next is named. */
    NEXT_PRACTICE_NAMED,
    /** The team says that it is so, with a line as its receipt; for gates that nothing else counts. */
    TEAM_SAYS;

    /** Whether it is counted only where a tool's page says that it counts for it; all others have a room that counts. */
    boolean needsPage() {
        return this == PLAYBOOK_PAGES || this == SLOT_KEPT || this == TEAM_SAYS;
    }

    /** As written in guide files and kept in rows. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it counts how many of a hundred. */
    public boolean percent() {
        return name().endsWith("_PERCENT");
    }
}
