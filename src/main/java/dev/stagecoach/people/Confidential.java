package dev.stagecoach.people;

/**
 * Something that somebody said or rated, closed until {@link PrivacyGate#open} has looked at who asks. Stores hand personal
 * data out in this form only.
 *
 * @param <T> what is inside
 */
public final class Confidential<T> {
    private final DataKind kind;
    private final TeamId team;
    private final PersonId author;
    private final Sharing sharing;
    private final T content;

    /** @param shared whether the author has shared it with the team */
    public Confidential(DataKind kind, TeamId team, PersonId author, boolean shared, T content) {
        this(kind, team, author, new Sharing(shared, VisibilityMode.CONFIDENTIAL), content);
    }

    /** Something that was said in a visibility mode. */
    public Confidential(DataKind kind, TeamId team, PersonId author, Sharing sharing, T content) {
        this.kind = kind;
        this.team = team;
        this.author = author;
        this.sharing = sharing;
        this.content = content;
    }

    public DataKind kind() {
        return kind;
    }

    public TeamId team() {
        return team;
    }

    public PersonId author() {
        return author;
    }

    public boolean shared() {
        return sharing.shared();
    }

    Sharing sharing() {
        return sharing;
    }

    /** Only the gate may look. */
    T content() {
        return content;
    }

    /** Never shows its content, so that no log can. */
    @Override
    public String toString() {
        return "confidential " + kind;
    }
}
