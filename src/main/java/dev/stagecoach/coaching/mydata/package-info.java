/** What the bot keeps of a person: for that person to read, take along and delete. */
@NullMarked
package dev.stagecoach.coaching.mydata;

import org.jspecify.annotations.NullMarked;
