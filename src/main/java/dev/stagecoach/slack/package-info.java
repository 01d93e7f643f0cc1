/** Slack: calls in, the renderer, the messenger out, the directory. The only package that knows Slack. */
@NullMarked
package dev.stagecoach.slack;

import org.jspecify.annotations.NullMarked;
