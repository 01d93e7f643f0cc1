/** Short scenes that everybody places alone, to see whether all mean the same by a practice. */
@NullMarked
package dev.stagecoach.coaching.scene;

import org.jspecify.annotations.NullMarked;
