package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.simulation.Teacher.Temper;

/** Everybody there is: teams of seven, a coach for every three teams, and teachers who belong to two of them. */
record Population(List<Group> groups) {
    /** As the sandbox names its workspace. */
    static final String WORKSPACE = "T0SANDBOX";
    private static final int TEAMS_OF_A_COACH = 3;
    private static final int TEAMS_OF_A_SCHOOL = 6;
    private static final int OWN_MEMBERS = 6;
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("America/Boise"), ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/New_York"));
    private static final List<ZoneId> ELSEWHERE = List.of(ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/Phoenix"), ZoneId.of("Europe/Berlin"));
    private static final List<DayOfWeek> MEETINGS = List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY, DayOfWeek.MONDAY);

    Population {
        groups = List.copyOf(groups);
    }

    static Population of(Scope scope) {
        return new Population(scope.teams().stream().map(number -> group(scope, number)).toList());
    }

    private static Group group(Scope scope, int number) {
        var zone = ZONES.get(number / TEAMS_OF_A_COACH % ZONES.size());
        var members = new ArrayList<Teacher>();
        for (var i = 0; i < OWN_MEMBERS; i++) {
            members.add(teacher(scope, number, i, zone));
        }
        // One from the team before, of the same coach: somebody who is asked by two teams.
        if (number % TEAMS_OF_A_COACH > 0 && scope.teams().contains(number - 1)) {
            members.add(teacher(scope, number - 1, 0, zone));
        }
        return new Group(number, "School " + number / TEAMS_OF_A_SCHOOL, zone, coach(number, zone), members,
                scope.random("meeting", number).pick(MEETINGS));
    }

    private static Teacher coach(int number, ZoneId zone) {
        var coach = number / TEAMS_OF_A_COACH;
        return new Teacher("U0COACH%02d".formatted(coach), "Coach " + coach, zone, Temper.PROMPT);
    }

    private static Teacher teacher(Scope scope, int group, int number, ZoneId zone) {
        var random = scope.random("teacher", group, number);
        var own = random.chance(0.15) ? random.pick(ELSEWHERE) : zone;
        var temper = random.pick(List.of(Temper.PROMPT, Temper.PROMPT, Temper.PROMPT, Temper.BUSY, Temper.BUSY,
                Temper.FORGETFUL, Temper.SILENT));
        return new Teacher("U0T%02dP%d".formatted(group, number), "Teacher %d of team %d".formatted(number, group), own,
                temper);
    }

    List<Teacher> people() {
        return groups.stream().flatMap(group -> group.everybody().stream()).distinct().toList();
    }

    Stream<Group> groupsOf(Teacher teacher) {
        return groups.stream().filter(group -> group.everybody().contains(teacher));
    }
}
