package dev.stagecoach.guide;

/** What the two sides are called in this guide. */
public record Sides(Words student, Words system) {
    static final Sides PLAIN = new Sides(new Words("What students do", "students"),
            new Words("What adults do", "adults"));

    public Words of(Side side) {
        return switch (side) {
            case STUDENT -> student;
            case SYSTEM -> system;
        };
    }

    /**
     * The words for one side.
     *
     * @param doing as the heading of a question, for example "What students do"
     * @param who within a sentence, for example "students"
     */
    public record Words(String doing, String who) {}
}
