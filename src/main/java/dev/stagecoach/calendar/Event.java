package dev.stagecoach.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import org.jspecify.annotations.Nullable;

/** An event as it is written: its lines, by name. */
final class Event {
    private static final String UNNAMED = "Day off";
    private static final List<String> ALL_DAY = List.of("X-MICROSOFT-CDO-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY",
            "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT");

    private final Map<String, List<VObjectProperty>> lines = new HashMap<>();

    void add(VObjectProperty line) {
        lines.computeIfAbsent(line.getName().toUpperCase(Locale.ROOT), _ -> new ArrayList<>()).add(line);
    }

    private List<VObjectProperty> all(String name) {
        return lines.getOrDefault(name, List.of());
    }

    /** The first such line's value. */
    Optional<String> text(String name) {
        return all(name).stream().map(VObjectProperty::getValue).map(value -> value == null ? "" : value.strip())
                .findFirst();
    }

    /** All such lines' values. */
    List<String> texts(String name) {
        return all(name).stream().map(line -> String.valueOf(line.getValue()).strip()).toList();
    }

    /** Empty where there is no such line. */
    Optional<Moment> moment(String name) throws Unreadable {
        var line = all(name).stream().findFirst();
        return line.isEmpty() || line.get().getValue().isBlank()
                ? Optional.empty()
                : Optional.of(Moment.of(line.get().getValue(), zone(line.get())));
    }

    /** Those of all such lines. */
    List<Moment> moments(String name) throws Unreadable {
        var moments = new ArrayList<Moment>();
        for (var line : all(name)) {
            for (var value : line.getValue().split(",")) {
                if (!value.isBlank()) {
                    // A period begins with its moment.
                    moments.add(Moment.of(value.split("/")[0], zone(line)));
                }
            }
        }
        return moments;
    }

    private static @Nullable String zone(VObjectProperty line) {
        return line.getParameters().first("TZID");
    }

    String uid() {
        return text("UID").orElse("");
    }

    boolean cancelled() {
        return text("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent();
    }

    /** Whether the program that wrote it calls it an all-day event, whatever its times are. */
    boolean saysAllDay() {
        return ALL_DAY.stream().anyMatch(name -> text(name).filter("TRUE"::equalsIgnoreCase).isPresent());
    }

    /** One line of at most {@link CalendarText#LONGEST_NAME} characters. */
    String name() {
        var name = VObjectPropertyValues.unescape(text("SUMMARY").orElse("")).replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        if (name.isEmpty()) {
            return UNNAMED;
        }
        var longest = CalendarText.LONGEST_NAME;
        var cut = longest - (Character.isHighSurrogate(name.charAt(Math.min(name.length(), longest) - 1)) ? 1 : 0);
        return name.length() > longest ? name.substring(0, cut) : name;
    }
}
