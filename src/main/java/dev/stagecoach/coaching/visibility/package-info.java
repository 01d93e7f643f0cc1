/** What the team agrees on: who sees what its members say about their own work. */
@NullMarked
package dev.stagecoach.coaching.visibility;

import org.jspecify.annotations.NullMarked;
