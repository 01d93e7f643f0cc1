package dev.stagecoach.people;

/** What somebody is in one team. */
public enum Role {
    /** Works with students; rates, reflects, answers. */
    MEMBER,
    /** Opens rounds and check-ins; sees what the team shows, and what a member shares. */
    COACH,
    /** A principal or school admin; sees team goals and summaries, never what a person said. */
    LEADER
}
