/** Calendars of schools as other programs write them: iCalendar text, and the files beside the settings. */
@NullMarked
package dev.stagecoach.calendar;

import org.jspecify.annotations.NullMarked;
