/** The command line: each command, and how the program starts and stops. */
@NullMarked
package dev.stagecoach.cli;

import org.jspecify.annotations.NullMarked;
