/** The vendor-free half of the door: which feature answers, who may ask, what is said when something breaks. */
@NullMarked
package dev.stagecoach.door;

import org.jspecify.annotations.NullMarked;
