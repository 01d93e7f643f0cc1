package dev.stagecoach.guide;

/**
 * A step of the scale, counted from 1 near the "from" pole.
 *
 * @param gist what it means, in a few words
 */
public record Level(int value, String key, String name, String gist) {

    /** Its name with what it means, for people who choose it or read of it. */
    public String explained() {
        return gist.isBlank() ? name : name + ": " + gist;
    }
}
