/** The beginning of the program, and the wiring. */
@NullMarked
package dev.stagecoach;

import org.jspecify.annotations.NullMarked;
