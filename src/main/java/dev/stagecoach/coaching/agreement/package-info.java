/** The coaching agreement: which way of coaching, with whom, and how coach and team keep in touch. */
@NullMarked
package dev.stagecoach.coaching.agreement;

import org.jspecify.annotations.NullMarked;
