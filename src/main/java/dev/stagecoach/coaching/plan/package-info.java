/** The plan on one page, and the plans of the school, its leaders and each teacher beside it. */
@NullMarked
package dev.stagecoach.coaching.plan;

import org.jspecify.annotations.NullMarked;
