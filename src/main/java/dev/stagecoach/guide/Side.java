package dev.stagecoach.guide;

/** Whose doing a continuum describes: what learners do, or what adults do. */
public enum Side {
    STUDENT, SYSTEM;

    /** As stored and as written in guide files. */
    public String key() {
        return this == STUDENT ? "student" : "system";
    }

    public static Side of(String key) {
        return switch (key) {
            case "student" -> STUDENT;
            case "system" -> SYSTEM;
            default -> throw new IllegalArgumentException("a side is student or system, not " + key);
        };
    }
}
