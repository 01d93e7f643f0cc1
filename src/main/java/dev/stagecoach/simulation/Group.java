package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fictional team of teachers.
 *
 * @param number its place in the town
 * @param members without the coach
 * @param meeting the day on which it meets; check-ins come on the eve
 */
record Group(int number, String school, ZoneId zone, Teacher coach, List<Teacher> members, DayOfWeek meeting) {
    Group {
        members = List.copyOf(members);
    }

    String name() {
        return "Team " + number;
    }

    String channelName() {
        return "team-" + number;
    }

    /** The channel's name as people type it. */
    String place() {
        return "#" + channelName();
    }

    /** The channel's id; keep in step with how the sandbox names channels. */
    String channel() {
        return "C0TEAM" + number;
    }

    List<Teacher> everybody() {
        return Stream.concat(Stream.of(coach), members.stream()).toList();
    }
}
