/**
 * Self-assessment in rounds: everybody places the practices privately, the team sees all of it at one moment, as openly as it agreed.
 */
@NullMarked
package dev.stagecoach.coaching.rounds;

import org.jspecify.annotations.NullMarked;
