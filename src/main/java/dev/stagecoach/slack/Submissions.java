package dev.stagecoach.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
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

    /** The keys of what can be filled in, from top to bottom as the person sees it. */
    static List<String> inputs(View view) {
        if (view.getState() == null || view.getState().getValues() == null) {
            return List.of();
        }
        var filled = view.getState().getValues().keySet();
        var blocks = Optional.ofNullable(view.getBlocks()).orElse(List.of());
        var shown = blocks.stream().map(LayoutBlock::getBlockId).filter(filled::contains).toList();
        // Slack sends the blocks along; where it did not, any order has to do.
        return Stream.concat(shown.stream(), filled.stream().sorted()).distinct().toList();
    }

    /** What was typed into the text fields, in the order of their keys. */
    static List<String> typed(@Nullable ViewState state) {
        if (state == null || state.getValues() == null) {
            return List.of();
        }
        return new TreeMap<>(state.getValues()).values().stream().flatMap(field -> field.values().stream())
                .filter(value -> "plain_text_input".equals(value.getType())).map(ViewState.Value::getValue)
                .filter(Objects::nonNull).filter(text -> !text.isBlank()).toList();
    }

    /**
     * Names what was sent in, the same whenever the same comes again. The view's hash changes with the view, but not
     * when the form stays open; so what stands in it belongs to the name, and a mended form is another one.
     */
    static String name(ViewSubmissionPayload payload) {
        var view = payload.getView();
        var filled = new TreeMap<>(answers(view.getState(), PayloadReader.workspace(payload)).values());
        return "view/" + view.getId() + "/" + view.getHash() + "/"
                + digest(view.getPrivateMetadata() + "\n" + view.getCallbackId() + "\n" + filled);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
