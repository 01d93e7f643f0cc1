package dev.stagecoach.people;

/** From where somebody looks at a piece of personal data. */
public enum View {
    AUTHOR, TEAM, COACH, ADMIN, OUTSIDER;

    static View of(Role role) {
        return switch (role) {
            case MEMBER -> TEAM;
            case COACH -> COACH;
            case LEADER -> ADMIN;
        };
    }
}
