package dev.stagecoach.people;

import java.util.Optional;

/** So many of so many took part, told to each view as the matrix allows: the numbers, or for leaders a rough share. */
public record ResponseRate(int count, int of) {

    /** For example "5 of 7" or "about half"; empty where the view may know nothing of it. */
    public Optional<String> words(View view) {
        return switch (Visibility.of(DataKind.RESPONSE_RATE, view)) {
            case YES, COUNT -> Optional.of(count + " of " + of);
            case BAND -> Optional.of(band());
            case NO, IF_SHARED, GROUP -> Optional.empty();
        };
    }

    /** While answers still come in: in steps, so that hardly any single one shows; "everybody has", for example. */
    public String soFar() {
        if (of > 0 && count >= of) {
            return "everybody has";
        }
        return 2 * count < of || of == 0 ? "fewer than half have" : "half or more have";
    }

    /** Whether the view may know the numbers. */
    public boolean exact(View view) {
        return Visibility.mayCount(DataKind.RESPONSE_RATE, view, count);
    }

    private String band() {
        if (count == 0) {
            return "nobody";
        }
        if (3 * count < of) {
            return "fewer than a third";
        }
        return 3 * count < 2 * of ? "about half" : "two thirds or more";
    }
}
