/**
 * Tools of the guide, filled in: fields, versions, an author; those that the guide declares need no room of their own.
 */
@NullMarked
package dev.stagecoach.coaching.workbook;

import org.jspecify.annotations.NullMarked;
