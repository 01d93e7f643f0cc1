package dev.stagecoach.people;

/** Kinds of private messages that a person can do without. */
public enum Subscription {
    CHECKINS("Check-ins"), REMINDERS("Reminders of check-ins that wait for me"), ROUNDS(
            "Invitations to self-assessment rounds"), DUE("Word of what is due for me: tries, counts, promises");

    private final String words;

    Subscription(String words) {
        this.words = words;
    }

    /** For people, as the beginning of a sentence. */
    public String words() {
        return words;
    }
}
