/** What keeps a practice going when its coach has left: a regular time, and what comes next. */
@NullMarked
package dev.stagecoach.coaching.keeping;

import org.jspecify.annotations.NullMarked;
