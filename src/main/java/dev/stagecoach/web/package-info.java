/** The HTTP server: Slack's HTTP mode and health. */
@NullMarked
package dev.stagecoach.web;

import org.jspecify.annotations.NullMarked;
