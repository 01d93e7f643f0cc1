package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.CountFields;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Sides;

/** The form in which a count is entered; its context is the measure. */
final class CountForm {
    private static final String ON = "on";
    private static final CountFields COUNT = new CountFields("");

    private CountForm() {}

    static Form form(Measure measure, List<DataPoint> series, LocalDate today, Sides sides) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(Text.bolded(measure.what())));
        if (!series.isEmpty()) {
            fields.add(new Field.Words(Text.of("").quiet("Last time, " + series.getLast().words(sides) + ".")));
        }
        fields.addAll(COUNT.fields("How many?", sides, Optional.empty()));
        fields.add(new Field.Day(ON, "Counted on", "A new count on the same day replaces it.", false,
                Optional.of(today)));
        return MeasureRoom.COUNTED.form("Enter a count", "Save", measure.id(), fields);
    }

    static Optional<DataPoint> read(FormReader reading, LocalDate today, Sides sides) {
        var day = reading.day(ON);
        if (day.isEmpty()) {
            reading.mend(ON, "Please choose the day.");
        }
        if (day.filter(today::isBefore).isPresent()) {
            reading.mend(ON, "Please choose today or an earlier day.");
        }
        var count = COUNT.read(reading, sides);
        if (count.isEmpty()) {
            reading.mend("n", "Please say how many you counted, and out of how many.");
        }
        return day.flatMap(on -> count.map(one -> new DataPoint(on, one)));
    }
}
