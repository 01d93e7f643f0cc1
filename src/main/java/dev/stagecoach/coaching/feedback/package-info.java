/** Feedback threads: one person's question to colleagues, in turns. */
@NullMarked
package dev.stagecoach.coaching.feedback;

import org.jspecify.annotations.NullMarked;
