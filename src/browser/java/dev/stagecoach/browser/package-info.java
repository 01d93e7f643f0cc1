/** The sandbox walked as a person does it, in a real browser. */
@NullMarked
package dev.stagecoach.browser;

import org.jspecify.annotations.NullMarked;
