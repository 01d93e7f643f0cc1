/** The staging guide as data: levels, practices, stages, prompts, check-in sets. */
@NullMarked
package dev.stagecoach.guide;

import org.jspecify.annotations.NullMarked;
