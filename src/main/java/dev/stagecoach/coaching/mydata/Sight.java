package dev.stagecoach.coaching.mydata;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Text;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;

/** Who can see something, and what somebody saw, in words for its author. */
final class Sight {
    private Sight() {}

    /**
     * "only you", "everybody on the team and Coach Wren".
     *
     * @param readers who can see it besides its author
     * @param team everybody who belongs to the team
     */
    static String words(List<Member> readers, List<Member> team, PersonId author) {
        var others = team.stream().filter(one -> one.role() == Role.MEMBER && !one.person().equals(author)).toList();
        var members = readers.stream().filter(one -> one.role() == Role.MEMBER).toList();
        var named = new ArrayList<>(List.of("you"));
        if (members.size() > 1 && members.size() == others.size()) {
            named.add("everybody on the team");
        } else {
            members.forEach(one -> named.add(one.name()));
        }
        readers.stream().filter(one -> one.role() != Role.MEMBER).forEach(one -> named.add(one.name()));
        return named.size() == 1 ? "only you" : Text.listed(named);
    }

    /** What was looked at, as it reads after "looked at". */
    static String thing(DataKind kind) {
        return switch (kind) {
            case OWN_RATING -> "where you placed yourself";
            case READING -> "what you have read";
            case REFLECTION -> "words that you shared";
            case CHECKIN_ANSWER, CONCERN_PULSE -> "your answers to a check-in";
            case HELP_REQUEST -> "your request for help";
            case MEMBER_STEP -> "your try or plan";
            case PROMISE -> "a promise of yours";
            case EVIDENCE, OWN_EVIDENCE -> "your evidence";
            case VISIT -> "your visit or thread";
            case COVER_REQUEST -> "your request for cover";
            case COACH_NOTE -> "your notes";
            case LEADER_LOG -> "your leader’s log";
            case CONSENT -> "your yes or no";
            case TEAM_GOAL, TEAM_DISTRIBUTION, CYCLE_REPORT, RESPONSE_RATE -> "what you wrote for the team";
        };
    }
}
