/** The command line and the wiring; the only package that sees every room. */
@NullMarked
package dev.stagecoach;

import org.jspecify.annotations.NullMarked;
