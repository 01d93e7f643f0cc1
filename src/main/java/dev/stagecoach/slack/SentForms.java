package dev.stagecoach.slack;

import java.time.InstantSource;
import java.util.Map;

import com.google.gson.Gson;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.json.GsonFactory;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.door.Desk;
import dev.stagecoach.door.Handled.Before;
import dev.stagecoach.door.Handled.Waiting;
import dev.stagecoach.door.Handling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forms that are sent in. What Slack has been told was taken is handled once, also where the process ends in between;
 * what comes again gets the same answer.
 */
final class SentForms {
    private static final Logger LOG = LoggerFactory.getLogger(SentForms.class);
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final Desk desk;
    private final Uploads uploads;
    private final Incoming incoming;
    private final InstantSource clock;
    private final Replies replies;
    private final Promptly promptly;
    private final Repeats repeats = new Repeats();

    SentForms(Desk desk, Uploads uploads, InstantSource clock, Replies replies, Promptly promptly) {
        this.desk = desk;
        this.uploads = uploads;
        this.incoming = new Incoming(clock);
        this.clock = clock;
        this.replies = replies;
        this.promptly = promptly;
    }

    Response submitted(ViewSubmissionPayload payload) {
        try {
            var call = Submissions.name(payload);
            return repeats.once(call, response -> !Acks.keepsForm(response), () -> answered(call, payload));
        } catch (RuntimeException e) {
            var fault = Wording.fault("a form could not be handled", e);
            return mend(Map.of("", fault.summary()), incoming.submission(payload));
        }
    }

    private Response answered(String call, ViewSubmissionPayload payload) {
        var handling = desk.handled().call(call, Incoming.person(payload).toString(), clock.instant());
        return handling.before().map(SentForms::again).orElseGet(() -> answered(handling, payload));
    }

    private Response answered(Handling handling, ViewSubmissionPayload payload) {
        var submission = incoming.submission(payload);
        var origin = Incoming.origin(payload);
        return promptly.answer(() -> reply(handling, payload, submission), reply -> {
            var response = inForm(origin, submission, reply);
            handling.answered(String.valueOf(response.getBody()));
            return response;
        }, () -> {
            handling.await(GSON.toJson(payload));
            return Acks.page(Wording.moment());
        }, late -> late(handling, payload, late));
    }

    private Reply reply(Handling handling, ViewSubmissionPayload payload, Call.Submission submission) {
        return handling.reply(() -> uploads.withFiles(payload.getView().getState(), submission, desk::submitted),
                new Reply.ToYou(Wording.already()));
    }

    private static Response again(Before before) {
        return before.answer().map(Acks::again).orElseGet(() -> Acks.page(Wording.already()));
    }

    private void late(Handling handling, ViewSubmissionPayload payload, Reply reply) {
        replies.giveLate(Incoming.origin(payload), reply, payload.getView());
        handling.over();
    }

    /** Handles what was taken before the process ended, beside everything else. */
    void resume() {
        promptly.beside(() -> desk.handled().waiting().forEach(this::resume));
    }

    private void resume(Waiting waiting) {
        try {
            var payload = GSON.fromJson(waiting.payload(), ViewSubmissionPayload.class);
            var handling = desk.handled().call(waiting.call(), waiting.person(), clock.instant());
            late(handling, payload, reply(handling, payload, incoming.submission(payload)));
        } catch (RuntimeException e) {
            LOG.error("a form that was taken could not be handled; it is tried again at the next start", e);
        }
    }

    private Response inForm(Origin origin, Call.Submission submission, Reply reply) {
        return switch (reply) {
            case Reply.ToYou(var card) -> page(origin, card);
            case Reply.ToChannel(var card) -> page(origin, card);
            case Reply.Replace(var card) -> page(origin, card);
            case Reply.Refused refused -> Acks.page(Wording.refusal(refused));
            case Reply.Open(var form) -> Acks.onTop(form);
            case Reply.Next(var form) -> Acks.next(form);
            case Reply.Mend(var reasons) -> mend(reasons, submission);
            case Reply.Done() -> Acks.plain();
        };
    }

    private static Response mend(Map<String, String> reasons, Call.Submission submission) {
        var inputs = submission.answers().values().keySet();
        return inputs.isEmpty() ? Acks.page(Wording.reasons(reasons)) : Acks.mend(reasons, inputs);
    }

    private Response page(Origin origin, Card card) {
        if (Acks.hasPictures(card)) {
            promptly.beside(() -> replies.addPictures(origin, card));
        }
        return Acks.page(card);
    }
}
