package dev.stagecoach.slack;

import java.io.IOException;
import java.util.Set;

import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;

/** Modals: opened, laid on top of one another, changed. */
final class Windows {
    private static final Set<String> LATE = Set.of("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id",
            "trigger_expired", "trigger_exchanged", "not_found");

    private final SlackApi api;

    Windows(SlackApi api) {
        this.api = api;
    }

    /** Whether the person sees the view. */
    sealed interface Shown {
        record Yes() implements Shown {}

        /** Slack gives three seconds for opening, and nothing can be changed that was closed. */
        record TooLate() implements Shown {}

        record No(Exception fault) implements Shown {}
    }

    Shown open(String trigger, JsonObject view) {
        return shown(() -> api.methods().viewsOpen(r -> r.triggerId(trigger).viewAsString(Json.write(view))));
    }

    Shown push(String trigger, JsonObject view) {
        return shown(() -> api.methods().viewsPush(r -> r.triggerId(trigger).viewAsString(Json.write(view))));
    }

    Shown update(String viewId, JsonObject view) {
        return shown(() -> api.methods().viewsUpdate(r -> r.viewId(viewId).viewAsString(Json.write(view))));
    }

    private static <R extends SlackApiTextResponse> Shown shown(Outcomes.Call<R> call) {
        try {
            var answer = call.run();
            if (answer.isOk()) {
                return new Shown.Yes();
            }
            var error = String.valueOf(answer.getError());
            return LATE.contains(error) ? new Shown.TooLate() : new Shown.No(new IOException(error));
        } catch (SlackApiException | IOException e) {
            return new Shown.No(e);
        }
    }
}
