/** Promises between a team, its coaches and its leaders, kept in view until they are kept or released. */
@NullMarked
package dev.stagecoach.coaching.promise;

import org.jspecify.annotations.NullMarked;
