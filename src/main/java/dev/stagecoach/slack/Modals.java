package dev.stagecoach.slack;

import java.io.IOException;
import java.util.Set;

import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPushRequest;
import com.slack.api.methods.request.views.ViewsUpdateRequest;

/** Modals: opened, laid on top of one another, changed. */
final class Modals {
    private static final Set<String> LATE = Set.of("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id",
            "trigger_expired", "trigger_exchanged", "not_found");

    private final WriteMethods writes;

    Modals(SlackApi api) {
        this.writes = new WriteMethods(api);
    }

    /** Whether the person sees the view. */
    sealed interface Shown {
        record Yes() implements Shown {}

        /** Slack gives three seconds for opening, and nothing can be changed that was closed. */
        record TooLate() implements Shown {}

        /** Slack could not be reached or had trouble of its own; whether the view is there is not known. */
        record Trouble(Exception fault) implements Shown {}

        record No(Exception fault) implements Shown {}
    }

    Shown open(String trigger, JsonObject view) {
        return shown(() -> writes
                .open(ViewsOpenRequest.builder().triggerId(trigger).viewAsString(Json.write(view)).build()));
    }

    Shown push(String trigger, JsonObject view) {
        return shown(() -> writes
                .push(ViewsPushRequest.builder().triggerId(trigger).viewAsString(Json.write(view)).build()));
    }

    Shown update(String viewId, JsonObject view) {
        return shown(() -> writes
                .update(ViewsUpdateRequest.builder().viewId(viewId).viewAsString(Json.write(view)).build()));
    }

    private static <R extends SlackApiTextResponse> Shown shown(ResponseMapping.Call<R> call) {
        try {
            var answer = call.run();
            if (answer.isOk()) {
                return new Shown.Yes();
            }
            var error = String.valueOf(answer.getError());
            return LATE.contains(error) ? new Shown.TooLate() : new Shown.No(new IOException(error));
        } catch (SlackApiException e) {
            var status = e.getResponse().code();
            return status == 429 || status >= 500 ? new Shown.Trouble(e) : new Shown.No(e);
        } catch (IOException e) {
            return new Shown.Trouble(e);
        }
    }
}
