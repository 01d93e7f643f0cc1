package dev.stagecoach.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody is something else in a team than before.
 *
 * @param before empty for somebody who did not belong to it
 * @param after empty for somebody who no longer belongs to it
 */
public record RoleChange(PersonId person, Optional<Role> before, Optional<Role> after) {

    /** What is different between the team then and now. */
    public static List<RoleChange> between(List<Member> then, List<Member> now) {
        var before = roles(then);
        var after = roles(now);
        return Stream.concat(then.stream(), now.stream()).map(Member::person).distinct()
                .map(person -> new RoleChange(person, Optional.ofNullable(before.get(person)),
                        Optional.ofNullable(after.get(person))))
                .filter(change -> !change.before().equals(change.after())).toList();
    }

    private static Map<PersonId, Role> roles(List<Member> members) {
        return members.stream().collect(Collectors.toMap(Member::person, Member::role));
    }

    /** Whether the person begins or ceases to coach or to lead; who merely joins or leaves takes on no role. */
    public boolean matters() {
        return Stream.of(before, after).flatMap(Optional::stream).anyMatch(role -> role != Role.MEMBER);
    }

    public boolean ceases(Role role) {
        return before.equals(Optional.of(role)) && !after.equals(before);
    }

    public boolean becomes(Role role) {
        return after.equals(Optional.of(role)) && !after.equals(before);
    }
}
