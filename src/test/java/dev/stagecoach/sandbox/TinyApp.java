package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.socket_mode.SocketModeClient;

/** A small real Bolt app: a command opens a form, the form is checked, the message gets a button, the button edits. */
final class TinyApp implements AutoCloseable {
    static final String FORM = """
            {"type":"modal","callback_id":"tiny","title":{"type":"plain_text","text":"Tiny"},
            "submit":{"type":"plain_text","text":"Save"},"blocks":[
            {"type":"input","block_id":"word","label":{"type":"plain_text","text":"A word"},
            "element":{"type":"plain_text_input","action_id":"word","max_length":20}},
            {"type":"input","block_id":"colour","optional":true,"label":{"type":"plain_text","text":"Colour"},
            "element":{"type":"radio_buttons","action_id":"colour","options":[
            {"text":{"type":"plain_text","text":"Green"},"value":"g"},
            {"text":{"type":"plain_text","text":"Blue"},"value":"b"}]}}]}""";
    static final String CARD = """
            [{"type":"section","text":{"type":"mrkdwn","text":"WORDS"}},
            {"type":"actions","elements":[{"type":"button","action_id":"press","value":"v1",
            "text":{"type":"plain_text","text":"Press"}}]}]""";
    final List<String> heard = new CopyOnWriteArrayList<>();
    final AtomicReference<Duration> slowness = new AtomicReference<>(Duration.ZERO);
    final App app;
    private final SocketModeApp socketMode;

    TinyApp(Sandbox sandbox) throws Exception {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
        app = new App(AppConfig.builder().slack(Slack.getInstance(config)).singleTeamBotToken(sandbox.botToken())
                .signingSecret(sandbox.signingSecret()).build());
        listen();
        socketMode = new SocketModeApp(sandbox.appToken(), SocketModeClient.Backend.Tyrus, app);
        socketMode.startAsync();
        sandbox.until(Duration.ofSeconds(5), sandbox::connected);
    }

    static MethodsClient client(Sandbox sandbox, String token) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
        return Slack.getInstance(config).methods(token);
    }

    @Override
    public void close() throws Exception {
        socketMode.close();
    }

    private void listen() {
        app.command("/coach", (request, context) -> {
            heard.add(request.getPayload().getText());
            LockSupport.parkNanos(slowness.get().toNanos());
            if (!request.getPayload().getText().equals("form")) {
                return context.ack("You said " + request.getPayload().getText());
            }
            var opened = context.client().viewsOpen(r -> r.triggerId(context.getTriggerId()).viewAsString(FORM));
            heard.add("opened " + opened.isOk());
            return context.ack();
        });
        app.viewSubmission("tiny", (request, context) -> {
            var values = request.getPayload().getView().getState().getValues();
            var word = field(values, "word").getValue();
            if (word.equals("wrong")) {
                return context.ack(r -> r.responseAction("errors").errors(Map.of("word", "Another word, please.")));
            }
            heard.add("colour " + field(values, "colour").getSelectedOption());
            context.client().chatPostMessage(r -> r.channel("C0GRADE7").text(word)
                    .blocksAsString(CARD.replace("WORDS", word)));
            return context.ackWithUpdate(FORM.replace("Tiny", "Done"));
        });
        app.blockAction("press", (request, context) -> {
            var message = request.getPayload().getContainer();
            context.client().chatUpdate(r -> r.channel(message.getChannelId()).ts(message.getMessageTs())
                    .text("pressed").blocks(List.of()));
            context.respond("Only for you");
            return context.ack();
        });
        listenToEvents();
    }

    private void listenToEvents() {
        app.messageShortcut("save_evidence", (request, context) -> {
            heard.add("shortcut " + request.getPayload().getMessage().getText());
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (event, context) -> {
            context.client().viewsPublish(r -> r.userId(event.getEvent().getUser())
                    .viewAsString("{\"type\":\"home\",\"blocks\":" + CARD.replace("WORDS", "Welcome") + "}"));
            return context.ack();
        });
        app.event(MemberLeftChannelEvent.class, (event, context) -> context.ack());
        app.event(MemberJoinedChannelEvent.class, (event, context) -> {
            heard.add("joined " + event.getEvent().getUser());
            LockSupport.parkNanos(slowness.getAndSet(Duration.ZERO).toNanos());
            return context.ack();
        });
    }

    private static com.slack.api.model.view.ViewState.Value field(
            Map<String, Map<String, com.slack.api.model.view.ViewState.Value>> values, String id) {
        return Objects.requireNonNull(Objects.requireNonNull(values.get(id)).get(id));
    }
}
