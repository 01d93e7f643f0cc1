/** Leaders' own goals and their log, what of it they show to their teams, and how their promises went. */
@NullMarked
package dev.stagecoach.coaching.leader;

import org.jspecify.annotations.NullMarked;
