package dev.stagecoach.coaching.team;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;

/** All that the set-up form asks for: a team's settings, and who is named for what. */
record Setup(String name, String school, Set<PersonId> coaches, Set<PersonId> leaders, Set<PersonId> leftOut,
        ZoneId zone, Meeting meeting, int checkinWeeks, Meeting summary, boolean summaryOn) {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_SCHOOL = 80;

    Setup {
        coaches = Set.copyOf(coaches);
        leaders = Set.copyOf(leaders);
        leftOut = Set.copyOf(leftOut);
    }

    /** What the form shows before there is a team. */
    static Setup suggested(String channelName, PersonId caller, ZoneId zone) {
        return new Setup(readable(channelName), "", Set.of(caller), Set.of(), Set.of(), zone,
                new Meeting(DayOfWeek.WEDNESDAY, LocalTime.of(14, 30)), 1,
                new Meeting(DayOfWeek.FRIDAY, LocalTime.of(15, 0)), true);
    }

    /** How the team is set up now. */
    static Setup of(Team team, List<Member> members, Set<PersonId> leftOut) {
        return new Setup(team.name(), team.school(), in(Role.COACH, members), in(Role.LEADER, members), leftOut,
                team.zone(), team.meeting(), team.checkinWeeks(), team.summary(), team.summaryOn());
    }

    Team team(TeamId id, ChannelId channel) {
        return new Team(id, channel, name, school, zone, meeting, checkinWeeks, summary, summaryOn);
    }

    private static Set<PersonId> in(Role role, List<Member> members) {
        return Set.copyOf(members.stream().filter(member -> member.role() == role).map(Member::person).toList());
    }

    /** "grade-7-team" reads "Grade 7 team". */
    private static String readable(String channelName) {
        var words = channelName.replaceAll("[-_\\s]+", " ").strip();
        if (words.isEmpty()) {
            return "";
        }
        var first = words.offsetByCodePoints(0, 1);
        var shown = words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME).strip();
    }
}
