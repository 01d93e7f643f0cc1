/** The growth measure: what the team counts, who collects it, and what has been counted so far. */
@NullMarked
package dev.stagecoach.coaching.measure;

import org.jspecify.annotations.NullMarked;
