/** What is due for a person, said once a week in the person's message of the week. */
@NullMarked
package dev.stagecoach.coaching.due;

import org.jspecify.annotations.NullMarked;
