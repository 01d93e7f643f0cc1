/** What people saw, in a sentence and a count, with what it cannot show. */
@NullMarked
package dev.stagecoach.coaching.evidence;

import org.jspecify.annotations.NullMarked;
