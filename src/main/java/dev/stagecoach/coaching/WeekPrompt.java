package dev.stagecoach.coaching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.guide.Prompt;
import dev.stagecoach.guide.Stage;

/** The guide's prompts that stand in another message, one a week in their turn. */
public final class WeekPrompt {
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    private WeekPrompt() {}

    /**
     * The prompt of the week that a day lies in.
     *
     * @param audience whom it is for; empty where the stage has none for them
     * @param practice what stands in its gap
     */
    public static Optional<String> of(Stage stage, String audience, String practice, LocalDate day) {
        var prompts = stage.prompts().stream().filter(prompt -> prompt.audience().equals(audience)).toList();
        return prompts.isEmpty() ? Optional.empty() : Optional.of(filled(turn(prompts, day), practice));
    }

    private static Prompt turn(List<Prompt> prompts, LocalDate day) {
        return prompts.get(Math.floorMod((int) ChronoUnit.WEEKS.between(A_MONDAY, day), prompts.size()));
    }

    /** A day that nobody has set stands for the end of the semester; other gaps are the reader's to fill. */
    private static String filled(Prompt prompt, String practice) {
        return prompt.text().replace("{practice}", practice).replace("since {date}", "since the last time you looked")
                .replace("{date}", "the end of the semester").replace('{', '[').replace('}', ']');
    }
}
