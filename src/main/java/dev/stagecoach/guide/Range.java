package dev.stagecoach.guide;

/** From so many to so many, both included. */
public record Range(int least, int most) {
    public Range {
        if (least > most) {
            throw new IllegalArgumentException(least + " is more than " + most);
        }
    }
}
