package dev.stagecoach.people;

/** Somebody's part in a team, where many are asked about at once. */
public record Part(TeamId team, PersonId person) {}
