package dev.stagecoach.slack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.slack.api.model.view.ViewState;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What a form brings back, as answers. Keep in step with {@link FieldRenderer}. */
final class Submissions {
    private Submissions() {}

    /** Every input of the form by its key; one left empty has no values. */
    static Answers answers(@Nullable ViewState state, String workspace) {
        var answers = new HashMap<String, List<String>>();
        if (state != null && state.getValues() != null) {
            state.getValues().forEach((key, elements) -> answers.put(key, values(elements, workspace)));
        }
        return new Answers(answers);
    }

    private static List<String> values(Map<String, ViewState.Value> elements, String workspace) {
        return elements.values().stream().flatMap(value -> values(value, workspace)).toList();
    }

    private static Stream<String> values(ViewState.Value value, String workspace) {
        var single = Stream.of(value.getValue(), value.getSelectedDate(), value.getSelectedTime(),
                value.getSelectedOption() == null ? null : value.getSelectedOption().getValue())
                .filter(Objects::nonNull).filter(text -> !text.isEmpty());
        var options = all(value.getSelectedOptions()).map(ViewState.SelectedOption::getValue);
        var people = all(value.getSelectedUsers()).map(user -> new PersonId(workspace, user).toString());
        return Stream.of(single, options, people).flatMap(values -> values);
    }

    private static <T> Stream<T> all(@Nullable List<T> values) {
        return values == null ? Stream.empty() : values.stream();
    }
}
