package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.Instant;

/**
 * Something that the seed brings beside the everyday.
 *
 * @param key names it within its scope, the same however many others there are
 * @param place the team's number, or the process's where a machine is concerned
 * @param member the place of the person in the team, the coach being 0
 * @param amount how much of it, in the unit of its kind
 */
record SeededEvent(String key, Instant at, Kind kind, int place, int member, int amount) {

    /** What can happen; the amount's unit stands behind. */
    enum Kind {
        /** points until the process ends. */
        KILLED,
        /** minutes. */
        STANDSTILL,
        /** seconds, the other way where negative. */
        CLOCK_SET,
        /** minutes. */
        STORM,
        /** minutes. */
        DISK_FULL,
        /** days. */
        VACATION,
        /** the hour at which the evening begins. */
        EARLY_EVENINGS,
        /** hours. */
        DO_NOT_DISTURB,
        /** days. */
        LEAVES,
        /** days. */
        DEACTIVATED,
        /** days. */
        STOPS,
        /** days. */
        ARCHIVED,
        /** days. */
        BOT_REMOVED,
        /** days. */
        PAUSED,
        /** without one. */
        SENT_NOW,
        /** nudges a week. */
        LIMITS_CHANGED,
        /** days from now to the day off. */
        SNOW_DAY,
        /** the day of the week, Monday being 1. */
        CHECKIN_MOVED,
        /** without one. */
        ROUND,
        /** without one. */
        EVIDENCE,
        /** without one. */
        REFLECTION,
        /** without one. */
        HELP_ASKED,
        /** without one. */
        NOTE_KEPT,
        /** without one. */
        COPY_TAKEN
    }

    boolean ofMachines() {
        return switch (kind) {
            case KILLED, STANDSTILL, CLOCK_SET, STORM, DISK_FULL -> true;
            case VACATION, EARLY_EVENINGS, DO_NOT_DISTURB, LEAVES, DEACTIVATED, STOPS, ARCHIVED, BOT_REMOVED, PAUSED,
                    SENT_NOW, LIMITS_CHANGED, SNOW_DAY, CHECKIN_MOVED, ROUND, EVIDENCE, REFLECTION, HELP_ASKED,
                    NOTE_KEPT,
                    COPY_TAKEN ->
                false;
        };
    }

    String words() {
        return switch (kind) {
            case KILLED -> "process " + place + " is killed at the " + amount + ". commit or call from now";
            case STANDSTILL -> "the machines stand still for " + amount + " minutes";
            case CLOCK_SET -> "the clock of process " + place + " is set " + amount + " seconds off";
            case STORM -> "Slack has trouble for " + amount + " minutes";
            case DISK_FULL -> "the disk is nearly full for " + amount + " minutes";
            case VACATION -> who() + " goes on vacation for " + amount + " days";
            case EARLY_EVENINGS -> who() + " wants quiet from " + amount + ":00 on";
            case DO_NOT_DISTURB -> who() + " does not want to be disturbed for " + amount + " hours";
            case LEAVES -> who() + " leaves the channel for " + amount + " days";
            case DEACTIVATED -> who() + "'s account is deactivated for " + amount + " days";
            case STOPS -> who() + " stops check-ins for " + amount + " days";
            case ARCHIVED -> "the channel of team " + place + " is archived for " + amount + " days";
            case BOT_REMOVED -> "the bot is removed from team " + place + " for " + amount + " days";
            case PAUSED -> "the coach of team " + place + " pauses check-ins for " + amount + " days";
            case SENT_NOW -> "the coach of team " + place + " sends a check-in now";
            case LIMITS_CHANGED -> "the coach of team " + place + " allows " + amount + " nudges a week";
            case SNOW_DAY -> "the coach of team " + place + " adds a day off in " + amount + " days";
            case CHECKIN_MOVED -> "the coach of team " + place + " moves the check-in to " + DayOfWeek.of(amount);
            case ROUND -> "the coach of team " + place + " opens a round";
            case EVIDENCE -> who() + " logs evidence";
            case REFLECTION -> who() + " reflects in private";
            case HELP_ASKED -> who() + " asks the coach for help";
            case NOTE_KEPT -> who() + " keeps a note";
            case COPY_TAKEN -> who() + " takes a copy of their data";
        };
    }

    private String who() {
        return member == 0 ? "the coach of team " + place : "member " + member + " of team " + place;
    }
}
