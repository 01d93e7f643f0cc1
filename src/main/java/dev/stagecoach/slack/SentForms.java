package dev.stagecoach.slack;

import java.time.InstantSource;
import java.util.Map;

import com.google.gson.Gson;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.json.GsonFactory;
import dev.stagecoach.app.Dispatcher;
import dev.stagecoach.app.IdempotencyLog.Before;
import dev.stagecoach.app.IdempotencyLog.Waiting;
import dev.stagecoach.app.IdempotentCall;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forms that are sent in. What Slack has been told was taken is handled once, also where the process ends in between;
 * what comes again gets the same answer.
 */
final class SentForms {
    private static final Logger LOG = LoggerFactory.getLogger(SentForms.class);
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final Dispatcher dispatcher;
    private final Uploads uploads;
    private final PayloadReader incoming;
    private final InstantSource clock;
    private final Replies replies;
    private final AckDeadline ackDeadline;
    private final DuplicateFilter repeats = new DuplicateFilter();

    SentForms(Dispatcher dispatcher, Uploads uploads, InstantSource clock, Replies replies, AckDeadline ackDeadline) {
        this.dispatcher = dispatcher;
        this.uploads = uploads;
        this.incoming = new PayloadReader(clock);
        this.clock = clock;
        this.replies = replies;
        this.ackDeadline = ackDeadline;
    }

    Response submitted(ViewSubmissionPayload payload) {
        try {
            var call = Submissions.name(payload);
            return repeats.once(call, response -> !Acks.keepsForm(response), () -> answered(call, payload));
        } catch (RuntimeException e) {
            var fault = FallbackText.fault("a form could not be handled", e);
            return mend(Map.of("", fault.summary()), payload);
        }
    }

    private Response answered(String call, ViewSubmissionPayload payload) {
        var handling = dispatcher.handled().call(call, PayloadReader.person(payload).toString(), clock.instant());
        return handling.before().map(SentForms::again).orElseGet(() -> answered(handling, payload));
    }

    private Response answered(IdempotentCall handling, ViewSubmissionPayload payload) {
        var submission = incoming.submission(payload);
        var origin = PayloadReader.origin(payload);
        return ackDeadline.answer(() -> reply(handling, payload, submission), reply -> {
            var response = inForm(origin, payload, reply);
            handling.answered(String.valueOf(response.getBody()));
            return response;
        }, () -> ackDeadline.soon(() -> handling.await(GSON.toJson(payload)))
                ? Acks.page(FallbackText.moment())
                : mend(Map.of("", FallbackText.NOT_YET), payload), late -> late(handling, payload, late));
    }

    private Reply reply(IdempotentCall handling, ViewSubmissionPayload payload, Call.Submission submission) {
        return handling.reply(() -> uploads.withFiles(payload.getView().getState(), submission, dispatcher::submitted),
                new Reply.ToYou(FallbackText.already()));
    }

    private static Response again(Before before) {
        return before.answer().map(Acks::again).orElseGet(() -> Acks.page(FallbackText.already()));
    }

    private void late(IdempotentCall handling, ViewSubmissionPayload payload, Reply reply) {
        replies.giveLate(PayloadReader.origin(payload), reply, payload.getView());
        handling.over();
    }

    /** Handles what was taken before the process ended, beside everything else. */
    void resume() {
        ackDeadline.beside(() -> dispatcher.handled().waiting().forEach(this::resume));
    }

    private void resume(Waiting waiting) {
        try {
            var payload = GSON.fromJson(waiting.payload(), ViewSubmissionPayload.class);
            var handling = dispatcher.handled().call(waiting.call(), waiting.person(), clock.instant());
            late(handling, payload, reply(handling, payload, incoming.submission(payload)));
        } catch (RuntimeException e) {
            LOG.error("a form that was taken could not be handled; it is tried again at the next start", e);
        }
    }

    private Response inForm(ReplyTarget origin, ViewSubmissionPayload payload, Reply reply) {
        return switch (reply) {
            case Reply.ToYou(var card) -> page(origin, card);
            case Reply.ToChannel(var card) -> page(origin, card);
            case Reply.Replace(var card) -> page(origin, card);
            case Reply.Refused refused -> refused.passing()
                    ? unsaved(Map.of("", refused.reason()), payload)
                    : Acks.page(FallbackText.refusal(refused));
            case Reply.Open(var form) -> Acks.onTop(form);
            case Reply.Next(var form) -> Acks.next(form);
            case Reply.Mend(var reasons) -> mend(reasons, payload);
            case Reply.Done() -> Acks.plain();
        };
    }

    private static Response mend(Map<String, String> reasons, ViewSubmissionPayload payload) {
        var inputs = Submissions.inputs(payload.getView());
        return inputs.isEmpty() ? unsaved(reasons, payload) : Acks.mend(reasons, inputs);
    }

    /** What was to be saved stays below, and the button with it, where there is room for one more page. */
    private static Response unsaved(Map<String, String> reasons, ViewSubmissionPayload payload) {
        return payload.getView().getPreviousViewId() == null
                ? Acks.above(FallbackText.above(reasons))
                : Acks.page(FallbackText.reasons(reasons));
    }

    private Response page(ReplyTarget origin, Card card) {
        if (Acks.hasPictures(card)) {
            ackDeadline.beside(() -> replies.addPictures(origin, card));
        }
        return Acks.page(card);
    }
}
