/** Stories that people live through: the real bot, over a real socket, with a real database, in the sandbox. */
@NullMarked
package dev.stagecoach.conversations;

import org.jspecify.annotations.NullMarked;
