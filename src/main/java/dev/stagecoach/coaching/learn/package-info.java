/** What there is to read: the introduction over its days, the practices by any of their names, resources. */
@NullMarked
package dev.stagecoach.coaching.learn;

import org.jspecify.annotations.NullMarked;
