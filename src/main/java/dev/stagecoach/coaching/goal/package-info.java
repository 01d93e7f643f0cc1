/** What a team wants its students to do, with a baseline, a target and its history. */
@NullMarked
package dev.stagecoach.coaching.goal;

import org.jspecify.annotations.NullMarked;
