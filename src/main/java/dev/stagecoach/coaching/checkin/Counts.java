package dev.stagecoach.coaching.checkin;

/** How many of something, in words. */
final class Counts {
    private Counts() {}

    static String count(int number, String noun) {
        var plural = noun.equals("person") ? "people" : noun + "s";
        return number + " " + (number == 1 ? noun : plural);
    }
}
