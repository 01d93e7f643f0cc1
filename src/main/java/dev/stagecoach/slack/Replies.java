package dev.stagecoach.slack;

import java.io.IOException;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.chat.Reply;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a reply to the person who called by Slack's methods, beside or after the acknowledgement. Never throws. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackApi api;
    private final PictureFiles pictures;
    private final Messenger messenger;
    private final Windows windows;

    Replies(SlackApi api) {
        this.api = api;
        this.pictures = new Pictures(api);
        this.messenger = new SlackMessenger(api, pictures);
        this.windows = new Windows(api);
    }

    void give(Origin origin, Reply reply) {
        try {
            bring(origin, reply);
        } catch (RuntimeException e) {
            tell(origin, Wording.fault("a reply could not be written", e));
        }
    }

    /** A reply to a form that was put off: it appears in the form's place, or privately where that is closed. */
    void giveLate(Origin origin, Reply reply, Answers typed) {
        try {
            switch (reply) {
                case Reply.ToYou(var card) -> inPlace(origin, card);
                case Reply.ToChannel(var card) -> inPlace(origin, card);
                case Reply.Replace(var card) -> inPlace(origin, card);
                case Reply.Mend(var reasons) -> inPlace(origin, Wording.reasons(reasons, typed));
                case Reply.Refused refused -> inPlace(origin, Wording.refusal(refused));
                case Reply.Done() -> inPlace(origin, Wording.done());
                case Reply.Open(var form) -> check(origin, update(origin, FormRenderer.modal(form)));
                case Reply.Next(var form) -> check(origin, update(origin, FormRenderer.modal(form)));
            }
        } catch (RuntimeException e) {
            tell(origin, Wording.fault("a reply could not be written", e));
        }
    }

    /** A page that stands without its picture gets it. */
    void addPictures(Origin origin, Card card) {
        if (!(update(origin, FormRenderer.result(card, pictures)) instanceof Windows.Shown.Yes)) {
            LOG.debug("a page was closed before its picture came");
        }
    }

    private void inPlace(Origin origin, Card card) {
        if (!(update(origin, FormRenderer.result(card, pictures)) instanceof Windows.Shown.Yes)) {
            tell(origin, card);
        }
    }

    private Windows.Shown update(Origin origin, JsonObject view) {
        return windows.update(origin.modal().orElse(""), view);
    }

    private void bring(Origin origin, Reply reply) {
        switch (reply) {
            case Reply.ToYou(var card) -> toYou(origin, card);
            case Reply.ToChannel(var card) -> toChannel(origin, card);
            case Reply.Open(var form) -> open(origin, FormRenderer.modal(form));
            case Reply.Next(var form) -> check(origin, origin.modal().isPresent()
                    ? update(origin, FormRenderer.modal(form))
                    : windows.open(origin.trigger(), FormRenderer.modal(form)));
            case Reply.Mend(var reasons) -> toYou(origin, Wording.reasons(reasons));
            case Reply.Replace(var card) -> replace(origin, card);
            case Reply.Done() -> {
                // The acknowledgement has said it all.
            }
            case Reply.Refused refused -> toYou(origin, Wording.refusal(refused));
        }
    }

    private void toYou(Origin origin, Card card) {
        origin.responseUrl().ifPresentOrElse(url -> respond(url, message(origin, card, "ephemeral", false)),
                () -> open(origin, FormRenderer.page(card, pictures)));
    }

    private void toChannel(Origin origin, Card card) {
        origin.responseUrl().ifPresentOrElse(url -> respond(url, message(origin, card, "in_channel", false)),
                () -> toYou(origin, card));
    }

    private void replace(Origin origin, Card card) {
        if (origin.modal().isPresent()) {
            // In its place and not on top: Slack holds no more than three views.
            inPlace(origin, card);
            return;
        }
        var updated = !origin.fleeting() && origin.clicked().map(message -> messenger.update(message, card))
                .filter(Messenger.Outcome.Sent.class::isInstance).isPresent();
        if (updated) {
            return;
        }
        if (origin.clicked().isPresent() && origin.responseUrl().isPresent()) {
            respond(origin.responseUrl().get(), message(origin, card, "ephemeral", true));
        } else {
            toYou(origin, card);
        }
    }

    private void open(Origin origin, JsonObject view) {
        check(origin, origin.modal().isPresent()
                ? windows.push(origin.trigger(), view)
                : windows.open(origin.trigger(), view));
    }

    private void check(Origin origin, Windows.Shown shown) {
        switch (shown) {
            case Windows.Shown.Yes() -> {
                // The person sees it.
            }
            case Windows.Shown.TooLate() -> tell(origin, Wording.tooLate());
            case Windows.Shown.No(var fault) -> tell(origin, Wording.fault("Slack did not show a view", fault));
        }
    }

    /** Where no answer can be shown any more: an ephemeral message, or else a private one. */
    private void tell(Origin origin, Card card) {
        if (origin.responseUrl().isPresent()) {
            respond(origin.responseUrl().get(), message(origin, card, "ephemeral", false));
        } else {
            var outcome = messenger.post(origin.person(), card, "told/" + origin.trigger());
            if (!(outcome instanceof Messenger.Outcome.Sent)) {
                LOG.warn("{} could not be told: {}", origin.person(), outcome);
            }
        }
    }

    private JsonObject message(Origin origin, Card card, String type, boolean replace) {
        var json = Json.empty().put("response_type", type).put("replace_original", replace)
                .put("text", CardRenderer.summary(card))
                .put("blocks", CardRenderer.blocks(card, pictures, Limits.MESSAGE_BLOCKS));
        origin.thread().filter(_ -> !replace).ifPresent(thread -> json.put("thread_ts", thread));
        return json.build();
    }

    private void respond(String url, JsonObject message) {
        var post = new Request.Builder().url(url).post(RequestBody.create(Json.write(message), JSON)).build();
        try (var answer = api.http().newCall(post).execute()) {
            if (!answer.isSuccessful()) {
                LOG.warn("Slack did not take a response: status {}", answer.code());
            }
        } catch (IOException e) {
            LOG.warn("a response did not reach Slack: {}", e.getMessage());
        }
    }
}
