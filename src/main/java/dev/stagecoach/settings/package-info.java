/** What an operator decides: read from config/stagecoach.yml and the environment, validated at start. */
@NullMarked
package dev.stagecoach.settings;

import org.jspecify.annotations.NullMarked;
