/** Channels, people and workspaces that the bot cannot reach any more, and how that is told. */
@NullMarked
package dev.stagecoach.coaching.reachability;

import org.jspecify.annotations.NullMarked;
