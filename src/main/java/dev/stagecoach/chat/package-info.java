/** The words of chat, free of any vendor: what people ask of the bot, and what it answers. */
@NullMarked
package dev.stagecoach.chat;

import org.jspecify.annotations.NullMarked;
