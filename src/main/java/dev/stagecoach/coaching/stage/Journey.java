package dev.stagecoach.coaching.stage;

import java.time.Instant;

import dev.stagecoach.people.TeamId;

/**
 * A team taking up one practice.
 *
 * @param practice the practice's key in the guide
 * @param stage the present stage's key in the guide
 * @param since when the present stage began
 */
public record Journey(TeamId team, String practice, String stage, Instant since) {}
