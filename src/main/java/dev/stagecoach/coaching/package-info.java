/** What the bot is for: one room for each thing people do, and what all rooms have in common. */
@NullMarked
package dev.stagecoach.coaching;

import org.jspecify.annotations.NullMarked;
