/** A school year in seconds: the real bot beside a workspace with seeded people and seeded faults, and what must hold. */
@NullMarked
package dev.stagecoach.simulation;

import org.jspecify.annotations.NullMarked;
