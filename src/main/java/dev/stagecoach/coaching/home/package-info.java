/** Where somebody stands and what comes next: bare /coach, help, the Home tab, preferences. */
@NullMarked
package dev.stagecoach.coaching.home;

import org.jspecify.annotations.NullMarked;
