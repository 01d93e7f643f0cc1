/** The sandbox is tried with Slack's own client and a tiny Bolt app. */
@NullMarked
package dev.stagecoach.sandbox;

import org.jspecify.annotations.NullMarked;
