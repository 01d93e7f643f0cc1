/** What there is to read: the introduction, the practices by any of their names, resources, scenes, where it fits. */
@NullMarked
package dev.stagecoach.coaching.learn;

import org.jspecify.annotations.NullMarked;
