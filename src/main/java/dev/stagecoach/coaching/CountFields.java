package dev.stagecoach.coaching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Field;
import dev.stagecoach.guide.Sides;

/** How a {@link Count} is asked for: two numbers and what they count, all of it or nothing. */
public final class CountFields {
    private static final int MOST = 10_000;
    private static final String STUDENTS = Count.What.STUDENTS.name();

    private final String prefix;

    /** @param prefix before the keys of the three fields, where a form asks for several counts; may be empty */
    public CountFields(String prefix) {
        this.prefix = prefix;
    }

    /** @param label of the first number */
    public List<Field> fields(String label, Sides sides, Optional<Count> initial) {
        return List.of(
                new Field.Number(prefix + "n", label, "Leave both numbers empty if you did not count.", true, 0, MOST,
                        initial.map(Count::n)),
                new Field.Number(prefix + "of", "Of how many", "If you count " + sides.learners() + ", at least ten.",
                        true, 1, MOST,
                        initial.map(Count::of)),
                new Field.Select(prefix + "what", "Counted", "", true,
                        Stream.of(Count.What.values()).map(what -> Field.Option.of(what.name(), what.label(sides)))
                                .toList(),
                        Optional.of(initial.map(one -> one.what().name()).orElse(STUDENTS))));
    }

    /** What was filled in; empty where both numbers were left out. */
    public Optional<Count> read(FormReader reading, Sides sides) {
        var n = reading.number(prefix + "n", 0, MOST);
        var of = reading.number(prefix + "of", 1, MOST);
        var what = Count.What.valueOf(reading.oneOf(prefix + "what", Count.What.names(), STUDENTS));
        if (n.isEmpty() || of.isEmpty()) {
            n.ifPresent(_ -> reading.mend(prefix + "of", "Please say out of how many, or leave both numbers empty."));
            of.ifPresent(_ -> reading.mend(prefix + "n", "Please say how many, or leave both numbers empty."));
            return Optional.empty();
        }
        if (n.get() > of.get()) {
            reading.mend(prefix + "n", "This cannot be more than " + of.get() + ".");
            return Optional.empty();
        }
        if (what == Count.What.STUDENTS && of.get() < Count.FEWEST_STUDENTS) {
            reading.mend(prefix + "of",
                    "A count of fewer than 10 " + sides.learners() + " could identify individual " + sides.learners()
                            + ". Count a larger group, or leave the numbers out and describe what you saw.");
            return Optional.empty();
        }
        return Optional.of(new Count(n.get(), of.get(), what));
    }
}
