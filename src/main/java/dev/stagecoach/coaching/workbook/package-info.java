/** Tools that the guide declares: fields, versions, an author and a page, without a room of their own. */
@NullMarked
package dev.stagecoach.coaching.workbook;

import org.jspecify.annotations.NullMarked;
