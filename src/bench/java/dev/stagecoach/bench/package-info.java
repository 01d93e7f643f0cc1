/** Measurements, as ratios against a stated baseline of the same run. Not tests. */
@NullMarked
package dev.stagecoach.bench;

import org.jspecify.annotations.NullMarked;
