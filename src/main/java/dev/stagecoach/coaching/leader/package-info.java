/** Leaders' own goals and their log, and what anybody promised the team, its coach or its leaders. */
@NullMarked
package dev.stagecoach.coaching.leader;

import org.jspecify.annotations.NullMarked;
