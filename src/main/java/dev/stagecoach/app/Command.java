package dev.stagecoach.app;

import java.util.function.Function;

import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Aliases;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;

/**
 * A word after {@code /coach}, behind its check.
 *
 * @param word what is typed, lower case
 */
public record Command(String word, Who audience, Function<Call.Typed, Reply> answer, Aliases aliases) {}
