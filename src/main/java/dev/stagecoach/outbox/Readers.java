package dev.stagecoach.outbox;

import dev.stagecoach.people.Directory;
import dev.stagecoach.people.People;

/**
 * Where the sender learns how to meet those who read its messages.
 *
 * @param people their teams, hours and days off, and how much may be asked of them in a week
 * @param directory whether they want to be disturbed
 */
public record Readers(People people, Directory directory) {}
