package dev.stagecoach.people;

import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of private messages that a person can do without; whoever stops one still finds on the Home tab what waits. */
public enum Subscription {
    CHECKINS("Check-ins", "check-ins"), REMINDERS("Reminders of my open check-ins", "reminders"), ROUNDS(
            "Invitations to self-assessment rounds", "invitations to rounds"), DUE(
                    "What is due for me: tries, counts, promises, sessions to prepare",
                    "messages about what is due"), VISITS(
                            "Visits: the day before, and who would like to visit you back",
                            "messages about visits"), FEEDBACK("Turns in feedback threads",
                                    "messages about feedback threads"), HELP("Requests for help",
                                            "messages about requests for help"), LEADING(
                                                    "For school leaders: the weekly question, requests from a team",
                                                    "questions to school leaders"), COACHING(
                                                            "For coaches: a quiet team, results to look at again",
                                                            "messages to coaches");

    private final String words;
    private final String named;

    Subscription(String words, String named) {
        this.words = words;
        this.named = named;
    }

    /** The kind of this name; empty where there is none. */
    public static Optional<Subscription> named(String name) {
        return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** For people, as the beginning of a sentence. */
    public String words() {
        return words;
    }

    /** For people, within a sentence: "no reminders". */
    public String named() {
        return named;
    }
}
