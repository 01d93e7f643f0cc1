package dev.stagecoach.chat;

import java.util.function.Function;

import dev.stagecoach.chat.Access.Who;

/**
 * A word after {@code /coach}.
 *
 * @param word what is typed, lower case
 * @param help what it does, in one short line that starts with a verb
 */
public record Command(String word, String help, Who audience, Function<Call.Typed, Reply> answer) {}
