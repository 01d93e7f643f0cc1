package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A weekly moment, in the team's time zone. */
public record Meeting(DayOfWeek day, LocalTime time) {}
