package dev.stagecoach.coaching.home;

import java.util.List;
import java.util.function.Supplier;

import dev.stagecoach.chat.Action;
import dev.stagecoach.coaching.Room;

/**
 * All that the bot has to offer, seen from the front door.
 *
 * @param rooms whose steps are offered, in the order in which steps of one rank stand
 * @param line where a team stands
 * @param commands every command there is, asked for when help is; help shows them in this order
 */
public record HomeContent(List<Room> rooms, TeamLine line, Supplier<List<Action.Typed>> commands) {}
