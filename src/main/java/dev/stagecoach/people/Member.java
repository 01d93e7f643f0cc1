package dev.stagecoach.people;

import java.time.Instant;

/** Somebody's present part in a team. */
public record Member(TeamId team, PersonId person, String name, Role role, Instant since) {}
