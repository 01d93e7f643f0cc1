package dev.stagecoach.guide;

/** From so many to so many, both included. */
public record Span(int least, int most) {
    public Span {
        if (least > most) {
            throw new IllegalArgumentException(least + " is more than " + most);
        }
    }
}
