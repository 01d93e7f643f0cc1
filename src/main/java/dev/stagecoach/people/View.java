package dev.stagecoach.people;

/** From where somebody looks at a piece of personal data. */
public enum View {
    AUTHOR, TEAM, COACH, LEADER, OUTSIDER;

    static View of(Role role) {
        return switch (role) {
            case MEMBER -> TEAM;
            case COACH -> COACH;
            case LEADER -> LEADER;
        };
    }
}
