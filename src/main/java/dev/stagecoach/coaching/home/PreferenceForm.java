package dev.stagecoach.coaching.home;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.people.Preference;

/** The form in which people say what they want of the bot. */
final class PreferenceForm {
    static final String ID = "home.preferences";
    static final String CHECKINS = "checkins";
    static final String PAUSED_UNTIL = "paused_until";

    private PreferenceForm() {}

    /** What was sent in. */
    sealed interface Read {
        record Filled(Preference preference) implements Read {}

        /** Reasons by field. */
        record Faulty(Map<String, String> reasons) implements Read {}
    }

    static Form of(Preference now, LocalDate today) {
        return new Form(ID, "Your preferences", "Save", "", List.of(
                new Field.Pick(CHECKINS, "Check-ins by private message", "", false,
                        List.of(Field.Option.of("on", "Yes, send them to me"), Field.Option.of("off", "No")),
                        Optional.of(now.checkins() ? "on" : "off")),
                new Field.Day(PAUSED_UNTIL, "Pause check-ins until",
                        "From that day on they come again. Leave it empty for no pause.", true,
                        now.pausedUntil().filter(today::isBefore))));
    }

    static Read read(Answers answers, LocalDate today) {
        var checkins = answers.one(CHECKINS).orElse("");
        if (!checkins.equals("on") && !checkins.equals("off")) {
            return new Read.Faulty(Map.of(CHECKINS, "Choose yes or no."));
        }
        var until = day(answers);
        if (answers.one(PAUSED_UNTIL).filter(typed -> !typed.isBlank()).isPresent()
                && until.filter(today::isBefore).filter(day -> !day.isAfter(today.plusYears(1))).isEmpty()) {
            return new Read.Faulty(
                    Map.of(PAUSED_UNTIL, "Choose a day after today and within a year, or leave it empty."));
        }
        return new Read.Filled(new Preference(checkins.equals("on"), until));
    }

    private static Optional<LocalDate> day(Answers answers) {
        try {
            return answers.day(PAUSED_UNTIL);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
