package dev.stagecoach.guide;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often something is done again. The words are the bot's own, because it has to know when the next time is. */
public enum Rhythm {
    WEEK("every week", Period.ofWeeks(1)), FORTNIGHT("every two weeks", Period.ofWeeks(2)), MONTH("every month",
            Period.ofMonths(1));

    private final String words;
    private final Period period;

    Rhythm(String words, Period period) {
        this.words = words;
        this.period = period;
    }

    /** As kept in rows. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    public LocalDate after(LocalDate day) {
        return day.plus(period);
    }

    public static Optional<Rhythm> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
