package dev.stagecoach.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;

/**
 * What somebody said they would do, as others may read it.
 *
 * @param who the person's name
 * @param what in a line
 * @param by its day, where it has one
 * @param made when it was given
 */
public record Commitment(String who, String what, Optional<LocalDate> by, Instant made, Outcome outcome) {

    /** Where a commitment stands. */
    public enum State {
        OPEN, KEPT, RELEASED
    }

    /**
     * What became of it.
     *
     * @param word on how it went, or why it was released; may be empty
     * @param at when that was said; empty while it is open
     */
    public record Outcome(State state, String word, Optional<Instant> at) {
        public static final Outcome OPEN = new Outcome(State.OPEN, "", Optional.empty());

        public boolean open() {
            return state == State.OPEN;
        }
    }

    public boolean open() {
        return outcome.open();
    }

    /** Whether it is open and its day has come. */
    public boolean due(LocalDate today) {
        return open() && by.filter(day -> !day.isAfter(today)).isPresent();
    }

    /** Whether it was given or settled then. */
    public boolean movedIn(Period period) {
        return within(period, made) || outcome.at().filter(at -> within(period, at)).isPresent();
    }

    private static boolean within(Period period, Instant at) {
        return !at.isBefore(period.from()) && at.isBefore(period.until());
    }

    /** As it stands in a list: "Open, by Oct 3: cover for two visits (Principal Oakley)". */
    public Text line(LocalDate today) {
        var told = outcome.word().isEmpty() ? who : who + ": " + outcome.word();
        return Text.bolded(state(today) + ": ").plus(what).quiet(" (" + told + ")");
    }

    private String state(LocalDate today) {
        return switch (outcome.state()) {
            case KEPT -> "Kept";
            case RELEASED -> "Released";
            case OPEN -> by.map(day -> day.isBefore(today)
                    ? "Past its day, " + DateText.day(day, today)
                    : "Open, by " + DateText.day(day, today)).orElse("Open");
        };
    }

    /** What a summary tells of them: those that are open, earliest day first, then what was settled in the period. */
    public static List<Section> sections(List<Commitment> all, Period period, LocalDate today) {
        var told = all.stream().filter(one -> one.open() || one.movedIn(period))
                .sorted(Comparator.comparing((Commitment one) -> one.outcome().state())
                        .thenComparing(one -> one.by().orElse(LocalDate.MAX)))
                .toList();
        return told.isEmpty()
                ? List.of()
                : List.of(new Section(Section.Place.COMMITMENTS, told.stream().anyMatch(one -> one.movedIn(period)),
                        told.stream().map(one -> one.line(today)).toList(), List.of()));
    }
}
