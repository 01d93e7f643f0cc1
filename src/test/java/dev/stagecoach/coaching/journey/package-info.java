@NullMarked
package dev.stagecoach.coaching.journey;

import org.jspecify.annotations.NullMarked;
