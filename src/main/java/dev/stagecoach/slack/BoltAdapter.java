package dev.stagecoach.slack;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import dev.stagecoach.app.Dispatcher;
import dev.stagecoach.app.IdempotentCall;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Events;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls in: one Bolt app for Socket Mode and for HTTP. Every payload becomes a call of the dispatcher, is answered within
 * three seconds, and is handled once however often Slack sends it.
 */
public final class BoltAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(BoltAdapter.class);
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final String COMMAND = "/coach";
    private static final String ONLY_YOU = "ephemeral";
    private static final String EVERYBODY = "in_channel";

    private final Dispatcher dispatcher;
    private final Directory directory;
    private final InstantSource clock;
    private final PayloadReader incoming;
    private final Replies replies;
    private final DuplicateFilter repeats = new DuplicateFilter();
    private final AckDeadline ackDeadline = new AckDeadline();
    private final SentForms forms;
    private final App app;

    /** @param clock tells the moment that every call and event carries */
    public BoltAdapter(SlackApi api, Dispatcher dispatcher, Events events, Directory directory, InstantSource clock) {
        this.dispatcher = dispatcher;
        this.directory = directory;
        this.clock = clock;
        this.incoming = new PayloadReader(clock);
        this.replies = new Replies(api);
        this.forms = new SentForms(dispatcher, new Uploads(api), clock, replies, ackDeadline);
        this.app = bolt(api);
        new EventHandlers(events, clock, dispatcher.handled(), ackDeadline).register(app);
        new DirectMessages(dispatcher, clock, replies, ackDeadline).register(app);
    }

    /** Goes on with forms that were taken before the process ended; returns at once. */
    public void resume() {
        forms.resume();
    }

    /** Without Bolt's own middleware: signatures are checked before, and asking who we are costs a call each time. */
    private App bolt(SlackApi api) {
        var config = AppConfig.builder().slack(api.slack()).singleTeamBotToken(api.botToken())
                .allEventsApiAutoAckEnabled(true).subtypedMessageEventsAutoAckEnabled(true).build();
        return new App(config, List.of()).command(COMMAND, (request, _) -> command(request.getPayload()))
                .blockAction(ANY, (request, _) -> clicked(request.getPayload()))
                .viewSubmission(ANY, (request, _) -> forms.submitted(request.getPayload()))
                .viewClosed(ANY, (_, _) -> Acks.plain())
                .messageShortcut(ANY, (request, _) -> shortcut(request.getPayload()));
    }

    App app() {
        return app;
    }

    private Response command(SlashCommandPayload payload) {
        return once(payload.getTriggerId(), PayloadReader.person(payload), handling -> {
            var origin = PayloadReader.origin(payload);
            var text = ReadableText.of(Optional.ofNullable(payload.getText()).orElse(""), _ -> Optional.empty());
            return ackDeadline.answer(
                    () -> handling.reply(() -> dispatcher.typed(origin.person(), PayloadReader.channel(payload), text,
                            clock.instant()), new Reply.Done()),
                    reply -> below(origin, reply, handling), Acks::plain, late -> replies.give(origin, late));
        }, fault -> Acks.message(fault, ONLY_YOU));
    }

    private Response below(ReplyTarget origin, Reply reply, IdempotentCall handling) {
        var response = below(origin, reply);
        handling.answered(String.valueOf(response.getBody()));
        return response;
    }

    /** The reply in the acknowledgement itself, or beside it where that cannot hold it. */
    private Response below(ReplyTarget origin, Reply reply) {
        return switch (reply) {
            case Reply.ToYou(var card) -> message(origin, reply, card, ONLY_YOU);
            case Reply.Replace(var card) -> message(origin, reply, card, ONLY_YOU);
            case Reply.ToChannel(var card) -> message(origin, reply, card, EVERYBODY);
            case Reply.Refused refused -> message(origin, reply, FallbackText.refusal(refused), ONLY_YOU);
            case Reply.Mend(var reasons) -> message(origin, reply, FallbackText.reasons(reasons), ONLY_YOU);
            case Reply.Open _,Reply.Next _ -> beside(origin, reply);
            case Reply.Done() -> Acks.plain();
        };
    }

    private Response message(ReplyTarget origin, Reply reply, Card card, String responseType) {
        return Acks.hasPictures(card) ? beside(origin, reply) : Acks.message(card, responseType);
    }

    private Response beside(ReplyTarget origin, Reply reply) {
        ackDeadline.beside(() -> replies.give(origin, reply));
        return Acks.plain();
    }

    private Response clicked(BlockActionPayload payload) {
        var change = incoming.change(payload);
        return change.filter(_ -> !PayloadReader.isButton(payload))
                .map(choice -> chosen(payload.getTriggerId(), choice))
                .orElseGet(() -> pressed(payload, () -> change.map(dispatcher::submitted)
                        .orElseGet(() -> dispatcher.clicked(incoming.click(payload)))));
    }

    /** A choice is kept as it is made; what the form says in the end counts, so nothing is said here. */
    private Response chosen(String trigger, Call.Submission change) {
        return repeats.once("trigger/" + trigger, _ -> true, () -> {
            ackDeadline.shortly(() -> {
                if (!(dispatcher.submitted(change) instanceof Reply.Done)) {
                    LOG.info("a choice in the form {} was not kept", change.form());
                }
            });
            return Acks.plain();
        });
    }

    private Response pressed(BlockActionPayload payload, Supplier<Reply> handler) {
        return once(payload.getTriggerId(), PayloadReader.person(payload), handling -> {
            var origin = PayloadReader.origin(payload);
            return ackDeadline.answer(() -> handling.reply(handler, new Reply.Done()),
                    reply -> beside(origin, reply), Acks::plain, late -> replies.give(origin, late));
        }, fault -> beside(PayloadReader.origin(payload), new Reply.ToYou(fault)));
    }

    private Response shortcut(MessageShortcutPayload payload) {
        return once(payload.getTriggerId(), PayloadReader.person(payload), handling -> {
            var origin = PayloadReader.origin(payload);
            return ackDeadline.answer(() -> handling.reply(
                    () -> dispatcher.shortcut(incoming.shortcut(payload, user -> name(origin, user))),
                    new Reply.Done()),
                    reply -> beside(origin, reply), Acks::plain, late -> replies.give(origin, late));
        }, fault -> beside(PayloadReader.origin(payload), new Reply.ToYou(fault)));
    }

    private Optional<String> name(ReplyTarget origin, String user) {
        try {
            return directory.person(new PersonId(origin.person().workspace(), user)).map(Person::name);
        } catch (Directory.Unavailable _) {
            return Optional.empty();
        }
    }

    /** A trigger is Slack's name for one call. One that changed something is known also after a restart. */
    private Response once(String trigger, PersonId person, Function<IdempotentCall, Response> work,
            Function<Card, Response> tell) {
        var call = "trigger/" + trigger;
        return repeats.once(call, _ -> true, () -> guarded(() -> {
            var handling = dispatcher.handled().call(call, person.toString(), clock.instant());
            return handling.before().map(before -> before.answer().map(Acks::again).orElseGet(Acks::plain))
                    .orElseGet(() -> work.apply(handling));
        }, tell));
    }

    /** The one catch-all for what the dispatcher does not see: payloads that cannot be read, replies that cannot be written. */
    private static Response guarded(Supplier<Response> work, Function<Card, Response> tell) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return tell.apply(FallbackText.fault("a payload could not be handled", e));
        }
    }
}
