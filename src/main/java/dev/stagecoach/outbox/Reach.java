package dev.stagecoach.outbox;

/**
 * How far messages of one kind about one thing came, as numbers.
 *
 * @param daysOff not sent because of days off
 * @param limitReached not sent because the week's limit was reached
 * @param late not sent because they had missed their moment
 */
public record Reach(int planned, int sent, int waiting, int daysOff, int limitReached, int late) {
    /** Not sent for a reason that lies with the one who was to get it. */
    public int other() {
        return planned - sent - waiting - daysOff - limitReached - late;
    }
}
