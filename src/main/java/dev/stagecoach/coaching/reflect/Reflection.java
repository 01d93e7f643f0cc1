package dev.stagecoach.coaching.reflect;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * What somebody wrote on a prompt; its author's own.
 *
 * @param prompt the words of the prompt
 * @param shared when its author shared it with the team; empty while it is private
 */
public record Reflection(String id, TeamId team, PersonId author, String prompt, String answer, Instant written,
        Optional<Instant> shared) {}
