package dev.stagecoach.slack;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPushRequest;
import com.slack.api.methods.request.views.ViewsUpdateRequest;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;

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

    /**
     * A view, and what it is where Slack finds it too large.
     *
     * @param shorter asked for only then
     */
    record Sized(JsonObject whole, Supplier<JsonObject> shorter) {
        static Sized of(Form form) {
            return new Sized(FormRenderer.modal(form), () -> FormRenderer.modal(Shortened.of(form)));
        }

        static Sized page(Card card, PictureFiles pictures) {
            return new Sized(FormRenderer.page(card, pictures),
                    () -> FormRenderer.page(Shortened.of(card), pictures));
        }

        /** A page that stands in a form's place. */
        static Sized result(Card card, PictureFiles pictures) {
            return new Sized(FormRenderer.result(card, pictures),
                    () -> FormRenderer.result(Shortened.of(card), pictures));
        }
    }

    Shown open(String trigger, Sized view) {
        return shown(view, json -> writes
                .open(ViewsOpenRequest.builder().triggerId(trigger).viewAsString(Json.write(json)).build()));
    }

    Shown push(String trigger, Sized view) {
        return shown(view, json -> writes
                .push(ViewsPushRequest.builder().triggerId(trigger).viewAsString(Json.write(json)).build()));
    }

    Shown update(String viewId, Sized view) {
        return shown(view, json -> writes
                .update(ViewsUpdateRequest.builder().viewId(viewId).viewAsString(Json.write(json)).build()));
    }

    private interface Attempt {
        SlackApiTextResponse with(JsonObject view) throws IOException, SlackApiException;
    }

    private static Shown shown(Sized view, Attempt attempt) {
        return shown(() -> {
            var answer = attempt.with(view.whole());
            return answer.isOk() || !Shortened.helps(String.valueOf(answer.getError()))
                    ? answer
                    : attempt.with(view.shorter().get());
        });
    }

    private static Shown shown(ResponseMapping.Call<SlackApiTextResponse> call) {
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
