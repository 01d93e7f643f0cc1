/** Channels, people and workspaces that the bot cannot reach any more, and how that is told. */
@NullMarked
package dev.stagecoach.coaching.place;

import org.jspecify.annotations.NullMarked;
