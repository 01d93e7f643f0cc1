/** What the teams of one school share, and who says which team is one of them. */
@NullMarked
package dev.stagecoach.coaching.school;

import org.jspecify.annotations.NullMarked;
