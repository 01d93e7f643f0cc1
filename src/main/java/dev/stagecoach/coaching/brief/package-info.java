/** What a coach wants to know before walking into a team's meeting, and what a coach keeps in mind about a team. */
@NullMarked
package dev.stagecoach.coaching.brief;

import org.jspecify.annotations.NullMarked;
