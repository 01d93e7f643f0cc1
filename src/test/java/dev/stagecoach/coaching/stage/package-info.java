@NullMarked
package dev.stagecoach.coaching.stage;

import org.jspecify.annotations.NullMarked;
