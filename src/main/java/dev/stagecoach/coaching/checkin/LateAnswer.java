package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.storage.Transaction;

/**
 * What is said of an answer that comes when its reader may think of another check-in: on a weekend, in a later week, or
 * after the next one was sent.
 *
 * @param week of the asking, by the team's clock, as in "the week of September 7"; empty where nobody doubts it
 * @param newer the occasion that the same schedule asked since and that still waits for the person
 */
record LateAnswer(Optional<String> week, Optional<String> newer) {

    static LateAnswer of(Transaction tx, Checkins checkins, Recipient recipient, Instant now) {
        var run = recipient.run();
        var newer = recipient.newest()
                ? Optional.<Recipient>empty()
                : checkins.runs().open(tx, run.team(), recipient.person()).stream()
                        .filter(one -> one.run().schedule().equals(run.schedule()) && one.waits(now)).findFirst();
        return new LateAnswer(week(recipient, checkins.team(tx, run.team()).zone(), now),
                newer.map(one -> one.run().id()));
    }

    /** @param zone the team's: whoever is elsewhere answers in the team's weeks */
    static Optional<String> week(Recipient recipient, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var monday = monday(LocalDate.ofInstant(recipient.run().askedAt(), zone));
        return recipient.newest() && monday.equals(monday(today)) && !Hours.isWeekend(today.getDayOfWeek())
                ? Optional.empty()
                : Optional.of(DateText.week(monday));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Before the answer. */
    Optional<String> ahead() {
        return week.map(words -> "This goes to " + words + "."
                + newer.map(_ -> " The newer check-in stays open.").orElse(""));
    }

    /** After the answer. */
    String saved() {
        return "Saved" + week.map(words -> " for " + words).orElse("") + ". You can change it until the summary."
                + newer.map(_ -> " The newer check-in is still open.").orElse("");
    }

    List<Button> buttons() {
        return newer.map(run -> CheckinCards.ANSWER.primary("Answer the newer one", run)).stream().toList();
    }
}
