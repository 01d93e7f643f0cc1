/** The team's playbook: how it does a practice, so that somebody else can. */
@NullMarked
package dev.stagecoach.coaching.playbook;

import org.jspecify.annotations.NullMarked;
