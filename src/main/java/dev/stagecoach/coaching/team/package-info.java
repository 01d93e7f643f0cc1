/**
 * Setting up a team in its channel, showing who is in it, whether it can be reached, and the path of who joins later.
 */
@NullMarked
package dev.stagecoach.coaching.team;

import org.jspecify.annotations.NullMarked;
