package dev.stagecoach.calendar;

import java.util.List;

import dev.stagecoach.people.DaysOff;

/**
 * What a calendar says about a school year.
 *
 * @param off the days off, in order, each once
 * @param leftOut what is none, with the reason; in order
 * @param warnings what an operator should look at, as sentences
 */
public record Reading(List<DaysOff> off, List<LeftOut> leftOut, List<String> warnings) {
    public Reading {
        off = List.copyOf(off);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /**
     * Days that an event names and that are no days off.
     *
     * @param choosable whether they are whole days of this school year, so that a person may know better
     */
    public record LeftOut(DaysOff days, String reason, boolean choosable) {}
}
