/** Setting up a team in its channel, and showing who is in it. */
@NullMarked
package dev.stagecoach.coaching.team;

import org.jspecify.annotations.NullMarked;
