/** A Slack-compatible workspace with a web page and a clock, for trying the bot out and for its tests. */
@NullMarked
package dev.stagecoach.sandbox;

import org.jspecify.annotations.NullMarked;
