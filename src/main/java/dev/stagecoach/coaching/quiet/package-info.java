/** A team that has gone quiet: told once to its coaches, without names, and to nobody else. */
@NullMarked
package dev.stagecoach.coaching.quiet;

import org.jspecify.annotations.NullMarked;
