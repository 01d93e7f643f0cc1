package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.guide.Rhythm;
import dev.stagecoach.guide.Tool.Kind;
import dev.stagecoach.people.PersonId;

/**
 * What a team counts to see whether it gets better.
 *
 * @param what as it is counted, such as "How many turns followed another student?"
 * @param collector who is asked for it
 */
public record Measure(Filled filled, String what, Optional<PersonId> collector, Optional<Rhythm> rhythm) {
    static final String WHAT = "what";
    static final String COLLECTOR = "collector";
    static final String RHYTHM = "rhythm";
    /** What the guide's form has to ask for. */
    static final Map<String, Kind> NEEDS = Map.of(WHAT, Kind.LINE, COLLECTOR, Kind.PERSON, RHYTHM, Kind.CHOICE);

    static Measure of(Filled filled) {
        var entries = filled.entries();
        return new Measure(filled, entries.text(WHAT), entries.person(COLLECTOR), Rhythm.of(entries.text(RHYTHM)));
    }

    String id() {
        return filled.id();
    }

    /** A guide of one's own may ask for the rhythm in words that the bot cannot reckon with; they are shown as they are. */
    public String often() {
        return rhythm.map(Rhythm::words).orElse(filled.entries().text(RHYTHM));
    }

    /** The first day on which the next count is wanted; the first one is wanted at once. */
    Optional<LocalDate> due(List<DataPoint> series, ZoneId zone) {
        return rhythm.map(one -> series.isEmpty()
                ? filled.made().atZone(zone).toLocalDate()
                : one.after(series.getLast().on()));
    }
}
