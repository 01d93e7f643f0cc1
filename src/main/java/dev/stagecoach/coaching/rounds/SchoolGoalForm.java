package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;

/** Which practices serve the school's goal: a form of its own, and a field of the form that opens a round. */
final class SchoolGoalForm {
    static final String PRACTICES = "school";
    /** Where everything serves the goal, nothing is told apart. */
    private static final int MOST = 3;

    private SchoolGoalForm() {}

    static Form of(Round round, Guide guide) {
        var options = options(guide).stream().filter(option -> round.practices().contains(option.value())).toList();
        return SchoolGoalActions.NAMED.form("Our school's goal", "Save", round.id(), List.of(
                new Field.Words(Text.of("The team sees this next to its own answers when it looks for a place to "
                        + "begin. It does not decide anything.")),
                field(options, round.schoolGoal())));
    }

    /** @param chosen keys; those that are no option any more are left out */
    static Field field(List<Field.Option> options, List<String> chosen) {
        return new Field.PickMany(PRACTICES, "Which of them serve your school's goal?",
                "Up to " + MOST + ". Leave it empty if the school has none, or you do not know yet.", true, options,
                options.stream().map(Field.Option::value).filter(chosen::contains).limit(MOST).toList(), MOST);
    }

    static List<Field.Option> options(Guide guide) {
        return guide.practices().stream().map(practice -> Field.Option.of(practice.key(), practice.name())).toList();
    }

    static List<String> read(Answers answers) {
        return answers.many(PRACTICES);
    }

    /** @param placed the practices of the round */
    static Optional<String> whatIsWrong(List<String> goal, List<String> placed) {
        if (goal.size() > MOST) {
            return Optional.of("Choose at most " + MOST + ".");
        }
        return placed.containsAll(goal)
                ? Optional.empty()
                : Optional.of("Choose only practices that are placed in this round.");
    }
}
