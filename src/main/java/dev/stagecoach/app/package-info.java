/** The application layer, free of any vendor: which feature answers, who may ask, what is said when something breaks. */
@NullMarked
package dev.stagecoach.app;

import org.jspecify.annotations.NullMarked;
