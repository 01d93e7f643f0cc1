package dev.stagecoach.slack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.ThreadNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a reply to the person who called by Slack's methods, beside or after the acknowledgement. Never throws, tries
 * again where Slack has trouble, and says it in private where the first way is closed.
 */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    private final List<Duration> pauses;
    private final Responses responses;
    private final PictureFiles pictures;
    private final Messenger messenger;
    private final Modals windows;

    Replies(SlackApi api) {
        this(api, PAUSES);
    }

    /** @param pauses how long to wait before each further attempt, in real time */
    Replies(SlackApi api, List<Duration> pauses) {
        this.pauses = List.copyOf(pauses);
        this.responses = new Responses(api, pauses);
        this.pictures = new Pictures(api);
        this.messenger = new SlackMessenger(api, pictures);
        this.windows = new Modals(api);
    }

    /**
     * A reply that is a message itself, as one to a message is.
     *
     * @param thread the first message of the thread that is answered in; empty outside threads
     */
    void say(ReplyTarget origin, Optional<MessageRef> thread, Reply reply) {
        try {
            var card = FallbackText.message(reply);
            post(origin, () -> thread.map(parent -> messenger.postInThread(parent, ThreadNote.on(card), mark(origin)))
                    .orElseGet(() -> messenger.post(origin.person(), card, mark(origin))));
        } catch (RuntimeException e) {
            tell(origin, FallbackText.fault("a reply could not be written", e));
        }
    }

    void give(ReplyTarget origin, Reply reply) {
        try {
            bring(origin, reply);
        } catch (RuntimeException e) {
            tell(origin, FallbackText.fault("a reply could not be written", e));
        }
    }

    /**
     * A reply to a form that was put off: it appears in the form's place, or privately where that is closed.
     *
     * @param sent the form as it was sent in
     */
    void giveLate(ReplyTarget origin, Reply reply, View sent) {
        try {
            switch (reply) {
                case Reply.ToYou(var card) -> inPlace(origin, card);
                case Reply.ToChannel(var card) -> inPlace(origin, card);
                case Reply.Replace(var card) -> inPlace(origin, card);
                case Reply.Mend(var reasons) -> mend(origin, reasons, sent);
                case Reply.Refused refused -> inPlace(origin, FallbackText.refusal(refused));
                case Reply.Done() -> inPlace(origin, FallbackText.done());
                case Reply.Open(var form) -> check(origin, update(origin, Modals.Sized.of(form)));
                case Reply.Next(var form) -> check(origin, update(origin, Modals.Sized.of(form)));
            }
        } catch (RuntimeException e) {
            tell(origin, FallbackText.fault("a reply could not be written", e));
        }
    }

    private void mend(ReplyTarget origin, Map<String, String> reasons, View sent) {
        var card = FallbackText.reasons(reasons, Submissions.typed(sent.getState()));
        var form = RestoredForm.form(sent, reasons);
        if (form.isEmpty()) {
            inPlace(origin, card);
        } else if (!(update(origin, new Modals.Sized(form.get(), form::get)) instanceof Modals.Shown.Yes)) {
            tell(origin, card);
        }
    }

    /** A page that stands without its picture gets it. */
    void addPictures(ReplyTarget origin, Card card) {
        if (!(update(origin, Modals.Sized.result(card, pictures)) instanceof Modals.Shown.Yes)) {
            LOG.debug("a page was closed before its picture came");
        }
    }

    private void inPlace(ReplyTarget origin, Card card) {
        if (!(update(origin, Modals.Sized.result(card, pictures)) instanceof Modals.Shown.Yes)) {
            tell(origin, card);
        }
    }

    /** Doing it twice does no harm, so trouble is no reason to give up. */
    private Modals.Shown update(ReplyTarget origin, Modals.Sized view) {
        var shown = windows.update(origin.modal().orElse(""), view);
        for (var pause : pauses) {
            if (!(shown instanceof Modals.Shown.Trouble) || !RetryPause.pause(pause)) {
                break;
            }
            shown = windows.update(origin.modal().orElse(""), view);
        }
        return shown;
    }

    private void bring(ReplyTarget origin, Reply reply) {
        switch (reply) {
            case Reply.ToYou(var card) -> toYou(origin, card);
            case Reply.ToChannel(var card) -> toChannel(origin, card);
            case Reply.Open(var form) -> open(origin, Modals.Sized.of(form));
            case Reply.Next(var form) -> check(origin, origin.modal().isPresent()
                    ? update(origin, Modals.Sized.of(form))
                    : windows.open(origin.trigger(), Modals.Sized.of(form)));
            case Reply.Mend(var reasons) -> toYou(origin, FallbackText.reasons(reasons));
            case Reply.Replace(var card) -> replace(origin, card);
            case Reply.Done() -> {
                // The acknowledgement has said it all.
            }
            case Reply.Refused refused -> toYou(origin, FallbackText.refusal(refused));
        }
    }

    private void toYou(ReplyTarget origin, Card card) {
        origin.responseUrl().ifPresentOrElse(url -> respond(origin, url, card, "ephemeral"),
                () -> open(origin, Modals.Sized.page(card, pictures)));
    }

    private void toChannel(ReplyTarget origin, Card card) {
        origin.responseUrl().ifPresentOrElse(url -> respond(origin, url, card, "in_channel"),
                () -> toYou(origin, card));
    }

    private void replace(ReplyTarget origin, Card card) {
        if (origin.modal().isPresent()) {
            // In its place and not on top: Slack holds no more than three views.
            inPlace(origin, card);
            return;
        }
        var updated = !origin.fleeting()
                && origin.clicked().map(message -> messenger.update(message, there(origin, card)))
                        .filter(Messenger.Outcome.Sent.class::isInstance).isPresent();
        if (updated) {
            return;
        }
        if (origin.clicked().isPresent() && origin.responseUrl().isPresent()) {
            if (!responses.give(origin.responseUrl().get(),
                    shown -> message(origin, shown, "ephemeral", true), card)) {
                privately(origin, card);
            }
        } else {
            toYou(origin, card);
        }
    }

    private void open(ReplyTarget origin, Modals.Sized view) {
        check(origin, origin.modal().isPresent()
                ? windows.push(origin.trigger(), view)
                : windows.open(origin.trigger(), view));
    }

    private void check(ReplyTarget origin, Modals.Shown shown) {
        switch (shown) {
            case Modals.Shown.Yes() -> {
                // The person sees it.
            }
            case Modals.Shown.TooLate() -> tell(origin, FallbackText.tooLate());
            case Modals.Shown.Trouble(var fault) ->
                tell(origin, FallbackText.fault("Slack did not show a view", fault));
            case Modals.Shown.No(var fault) -> tell(origin, FallbackText.fault("Slack did not show a view", fault));
        }
    }

    /** Where no answer can be shown any more: an ephemeral message, or else a private one. */
    private void tell(ReplyTarget origin, Card card) {
        origin.responseUrl().ifPresentOrElse(url -> respond(origin, url, card, "ephemeral"),
                () -> privately(origin, card));
    }

    private void respond(ReplyTarget origin, String url, Card card, String type) {
        if (!responses.give(url, shown -> message(origin, shown, type, false), card)) {
            privately(origin, card);
        }
    }

    /** The last way. */
    private void privately(ReplyTarget origin, Card card) {
        post(origin, () -> messenger.post(origin.person(), card, mark(origin)));
    }

    private static String mark(ReplyTarget origin) {
        return "told/" + origin.trigger();
    }

    /** What Slack may have taken is not sent again. */
    private void post(ReplyTarget origin, Supplier<Messenger.Outcome> attempt) {
        var outcome = attempt.get();
        for (var pause : pauses) {
            var wait = outcome.again();
            if (wait.isEmpty() || !RetryPause.pause(wait.get().compareTo(pause) > 0 ? wait.get() : pause)) {
                break;
            }
            outcome = attempt.get();
        }
        if (!(outcome instanceof Messenger.Outcome.Sent)) {
            LOG.error("{} could not be told what became of a call: {}", origin.person(), outcome);
        }
    }

    private JsonObject message(ReplyTarget origin, Card card, String type, boolean replace) {
        var shown = there(origin, card);
        var json = Json.empty().put("response_type", type).put("replace_original", replace)
                .put("text", CardRenderer.summary(shown))
                .put("blocks", CardRenderer.blocks(shown, pictures, Limits.MESSAGE_BLOCKS));
        origin.thread().filter(_ -> !replace).ifPresent(thread -> json.put("thread_ts", thread));
        return json.build();
    }

    private static Card there(ReplyTarget origin, Card card) {
        return origin.thread().isPresent() ? ThreadNote.on(card) : card;
    }
}
