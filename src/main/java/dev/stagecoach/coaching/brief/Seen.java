package dev.stagecoach.coaching.brief;

import dev.stagecoach.guide.Coaching.Sight;

/**
 * Something that is so in a team now.
 *
 * @param because as it reads after "because", without a period
 */
record Seen(Sight sight, String because) {}
