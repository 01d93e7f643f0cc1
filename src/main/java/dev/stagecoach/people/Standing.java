package dev.stagecoach.people;

import java.util.Optional;

/** What a person may do in a team, from the role held at this moment; empty for an outsider. */
public record Standing(Optional<Role> role) {
    /** Of somebody who has no part in the team. */
    public static final Standing OUTSIDER = new Standing(Optional.empty());

    /** From where the person looks at what others said. */
    public View view() {
        return role.map(View::of).orElse(View.OUTSIDER);
    }

    public boolean belongs() {
        return role.isPresent();
    }

    /** Whether the person works in the team, as a member or a coach; leaders look on. */
    public boolean takesPart() {
        return isMember() || isCoach();
    }

    public boolean isMember() {
        return role.filter(Role.MEMBER::equals).isPresent();
    }

    public boolean isCoach() {
        return role.filter(Role.COACH::equals).isPresent();
    }

    public boolean isLeader() {
        return role.filter(Role.LEADER::equals).isPresent();
    }
}
