/** Pictures, drawn here and not by a service: no screen, no fonts of the system, readable on a phone. */
@NullMarked
package dev.stagecoach.picture;

import org.jspecify.annotations.NullMarked;
