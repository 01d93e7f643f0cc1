package dev.stagecoach.coaching;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;

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
    public List<Field> fields(String label, Optional<Count> initial) {
        return List.of(
                new Field.Number(prefix + "n", label, "Leave both numbers empty if you did not count.", true, 0, MOST,
                        initial.map(Count::n)),
                new Field.Number(prefix + "of", "Of how many", "If you count students, at least ten.", true, 1, MOST,
                        initial.map(Count::of)),
                new Field.Select(prefix + "what", "Counted", "", true,
                        List.of(Field.Option.of(STUDENTS, "Students"),
                                Field.Option.of(Count.What.LESSONS.name(), "Lessons"),
                                Field.Option.of(Count.What.OTHER.name(), "Something else")),
                        Optional.of(initial.map(one -> one.what().name()).orElse(STUDENTS))));
    }

    /** What was filled in; empty where both numbers were left out. */
    public Optional<Count> read(FormReader reading) {
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
            reading.mend(prefix + "of", "A count of fewer than 10 students could identify individual students. "
                    + "Count a larger group, or leave the numbers out and describe what you saw.");
            return Optional.empty();
        }
        return Optional.of(new Count(n.get(), of.get(), what));
    }
}
