package dev.stagecoach.slack;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Events;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.door.Desk;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;

/**
 * The door in: one Bolt app for Socket Mode and for HTTP. Every payload becomes a call at the desk, is answered within
 * three seconds, and is handled once however often Slack sends it.
 */
public final class BoltDoor {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final String COMMAND = "/coach";
    private static final String ONLY_YOU = "ephemeral";
    private static final String EVERYBODY = "in_channel";

    private final Desk desk;
    private final Directory directory;
    private final InstantSource clock;
    private final Incoming incoming;
    private final Replies replies;
    private final Uploads uploads;
    private final Repeats repeats = new Repeats();
    private final Promptly promptly = new Promptly();
    private final App app;

    /** @param clock tells the moment that every call and event carries */
    public BoltDoor(SlackApi api, Desk desk, Events events, Directory directory, InstantSource clock) {
        this.desk = desk;
        this.directory = directory;
        this.clock = clock;
        this.incoming = new Incoming(clock);
        this.replies = new Replies(api);
        this.uploads = new Uploads(api);
        this.app = bolt(api);
        new Happenings(events, clock, repeats, promptly).register(app);
    }

    /** Without Bolt's own middleware: signatures are checked before, and asking who we are costs a call each time. */
    private App bolt(SlackApi api) {
        var config = AppConfig.builder().slack(api.slack()).singleTeamBotToken(api.botToken())
                .allEventsApiAutoAckEnabled(true).subtypedMessageEventsAutoAckEnabled(true).build();
        return new App(config, List.of()).command(COMMAND, (request, _) -> command(request.getPayload()))
                .blockAction(ANY, (request, _) -> clicked(request.getPayload()))
                .viewSubmission(ANY, (request, _) -> submitted(request.getPayload()))
                .viewClosed(ANY, (_, _) -> Acks.plain())
                .messageShortcut(ANY, (request, _) -> shortcut(request.getPayload()));
    }

    App app() {
        return app;
    }

    private Response command(SlashCommandPayload payload) {
        return once(payload.getTriggerId(), () -> {
            var origin = Incoming.origin(payload);
            var text = ReadableText.of(Optional.ofNullable(payload.getText()).orElse(""), _ -> Optional.empty());
            return promptly.answer(
                    () -> desk.typed(origin.person(), Incoming.channel(payload), text, clock.instant()),
                    reply -> below(origin, reply), Acks::plain, late -> replies.give(origin, late));
        }, fault -> Acks.message(fault, ONLY_YOU));
    }

    /** The reply in the acknowledgement itself, or beside it where that cannot hold it. */
    private Response below(Origin origin, Reply reply) {
        return switch (reply) {
            case Reply.ToYou(var card) -> message(origin, reply, card, ONLY_YOU);
            case Reply.Replace(var card) -> message(origin, reply, card, ONLY_YOU);
            case Reply.ToChannel(var card) -> message(origin, reply, card, EVERYBODY);
            case Reply.Refused refused -> message(origin, reply, Wording.refusal(refused), ONLY_YOU);
            case Reply.Mend(var reasons) -> message(origin, reply, Wording.reasons(reasons), ONLY_YOU);
            case Reply.Open _,Reply.Next _ -> beside(origin, reply);
            case Reply.Done() -> Acks.plain();
        };
    }

    private Response message(Origin origin, Reply reply, Card card, String responseType) {
        return Acks.hasPictures(card) ? beside(origin, reply) : Acks.message(card, responseType);
    }

    private Response beside(Origin origin, Reply reply) {
        promptly.beside(() -> replies.give(origin, reply));
        return Acks.plain();
    }

    private Response clicked(BlockActionPayload payload) {
        return once(payload.getTriggerId(), () -> {
            var origin = Incoming.origin(payload);
            var click = incoming.click(payload);
            return promptly.answer(() -> desk.clicked(click), reply -> beside(origin, reply), Acks::plain,
                    late -> replies.give(origin, late));
        }, fault -> beside(Incoming.origin(payload), new Reply.ToYou(fault)));
    }

    private Response shortcut(MessageShortcutPayload payload) {
        return once(payload.getTriggerId(), () -> {
            var origin = Incoming.origin(payload);
            return promptly.answer(() -> desk.shortcut(incoming.shortcut(payload, user -> name(origin, user))),
                    reply -> beside(origin, reply), Acks::plain, late -> replies.give(origin, late));
        }, fault -> beside(Incoming.origin(payload), new Reply.ToYou(fault)));
    }

    private Optional<String> name(Origin origin, String user) {
        try {
            return directory.person(new PersonId(origin.person().workspace(), user)).map(Person::name);
        } catch (Directory.Unavailable _) {
            return Optional.empty();
        }
    }

    /** The view's hash changes with the view, so the same form sent in twice is the same id and hash. */
    private Response submitted(ViewSubmissionPayload payload) {
        var key = "view/" + payload.getView().getId() + "/" + payload.getView().getHash();
        return repeats.once(key, response -> !Acks.keepsForm(response), () -> guarded(() -> {
            var origin = Incoming.origin(payload);
            var submission = incoming.submission(payload);
            return promptly.answer(
                    () -> uploads.withFiles(payload.getView().getState(), submission, desk::submitted),
                    reply -> inForm(origin, submission, reply),
                    () -> Acks.page(Wording.moment()),
                    late -> replies.giveLate(origin, late, submission.answers()));
        }, fault -> mend(Map.of("", fault.summary()), incoming.submission(payload))));
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

    private Response once(String trigger, Supplier<Response> work, Function<Card, Response> tell) {
        return repeats.once("trigger/" + trigger, _ -> true, () -> guarded(work, tell));
    }

    /** The one catch-all for what the desk does not see: payloads that cannot be read, replies that cannot be written. */
    private static Response guarded(Supplier<Response> work, Function<Card, Response> tell) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return tell.apply(Wording.fault("a payload could not be handled", e));
        }
    }
}
