/** Workspaces, teams, members and roles; who may see what. */
@NullMarked
package dev.stagecoach.people;

import org.jspecify.annotations.NullMarked;
