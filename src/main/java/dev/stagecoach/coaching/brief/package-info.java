/** What a coach wants to know before a meeting, keeps in mind about a team, and hears when it has gone quiet. */
@NullMarked
package dev.stagecoach.coaching.brief;

import org.jspecify.annotations.NullMarked;
