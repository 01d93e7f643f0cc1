/** Visits to each other's rooms, and learning walks. */
@NullMarked
package dev.stagecoach.coaching.visit;

import org.jspecify.annotations.NullMarked;
