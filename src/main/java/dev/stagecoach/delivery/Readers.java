package dev.stagecoach.delivery;

import dev.stagecoach.people.Directory;
import dev.stagecoach.people.People;

/**
 * Where the sender learns how to meet those who read its messages.
 *
 * @param people their teams, hours and days off
 * @param directory whether they want to be disturbed
 * @param budget how much may be asked of them in a week
 */
public record Readers(People people, Directory directory, Budget budget) {}
