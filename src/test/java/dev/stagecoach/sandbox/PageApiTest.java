package dev.stagecoach.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What the page gets, over plain HTTP. */
class PageApiTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ran = new AtomicInteger();
    private Sandbox sandbox;
    private TinyApp app;

    @BeforeEach
    void begin() throws Exception {
        var thing = new NextThing(SandboxClock.START.plus(Duration.ofHours(5)), "Check-in goes out",
                Optional.of("U0FERN"), true);
        sandbox = Sandbox.start(SandboxOptions.at(0, SandboxClock.still(SandboxClock.START))
                .withNext(() -> ran.get() == 0 ? List.of(thing) : List.of()).afterClockMoved(ran::incrementAndGet));
        app = new TinyApp(sandbox);
    }

    @AfterEach
    void end() throws Exception {
        app.close();
        sandbox.close();
    }

    @Test
    void theStateOfAPerson() throws Exception {
        var fern = get("/sandbox/state?as=U0FERN");
        assertThat(Json.text(fern.path("me"), "role")).isEqualTo("teacher");
        assertThat(Json.items(fern.path("channels")).stream().map(c -> Json.text(c, "name")))
                .contains("grade-7-team", "old-projects").doesNotContain("leadership");
        assertThat(Json.text(fern.path("dms").path(0), "name")).isEqualTo("Stagecoach");
        assertThat(Json.text(fern.path("clock"), "local")).isEqualTo("Mon, Sep 14, 2026, 9:00 AM");
        assertThat(Json.text(fern.path("clock").path("next"), "what")).isEqualTo("Check-in goes out for Ms. Fern");
        assertThat(Json.text(get("/sandbox/state?as=U0SAGE").path("clock"), "local")).endsWith("8:00 AM");
        assertThat(status("/sandbox/state?as=U0NOBODY")).isEqualTo(404);
        assertThat(status("/sandbox/messages?as=U0FERN&channel=C0LEADERS")).isEqualTo(404);
    }

    @Test
    void aFileThatIsChosenInAFormIsReadWithTheAppsTokenOnly() throws Exception {
        var content = Base64.getEncoder().encodeToString("BEGIN:VCALENDAR".getBytes(UTF_8));
        var file = post("/sandbox/upload?as=U0FERN", "{\"name\":\"a.ics\",\"content\":\"" + content + "\"}")
                .path("file");
        assertThat(Json.text(file, "name")).isEqualTo("a.ics");
        var address = URI.create(Json.text(file, "url_private_download"));
        assertThat(download(address, "Bearer " + sandbox.botToken())).isEqualTo("BEGIN:VCALENDAR");
        assertThat(download(address, "Bearer xoxb-another")).contains("Sign in");
    }

    private String download(URI address, String authorization) throws Exception {
        return http.send(HttpRequest.newBuilder(address).header("Authorization", authorization).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void theClockGoesToTheNextThing() throws Exception {
        var clock = post("/sandbox/clock", "{\"advance\":\"next\"}").path("clock");
        assertThat(Json.text(clock, "local")).isEqualTo("Mon, Sep 14, 2026, 2:00 PM");
        post("/sandbox/clock", "{\"advance\":\"P1D\"}");
        assertThat(sandbox.clock().instant()).isEqualTo(SandboxClock.START.plus(Duration.ofHours(29)));
        assertThat(ran).hasValue(2);
    }

    @Test
    void actsAndTheirNews() throws Exception {
        var news = new CopyOnWriteArrayList<String>();
        var events = http.sendAsync(
                HttpRequest.newBuilder(uri("/sandbox/events?as=U0FERN")).header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(news)));
        assertThat(sandbox.until(SOON, () -> !news.isEmpty())).isTrue();
        assertThat(act("'kind':'message','channel':'C0GRADE7','text':'/coach form'").path("ok").asBoolean()).isTrue();
        assertThat(sandbox.until(SOON, () -> news.stream().anyMatch(n -> n.contains("\"modal\"")))).isTrue();
        assertThat(begun()).isFalse();
        var view = get("/sandbox/modal?as=U0FERN").path("view");
        var submit = "'kind':'submit','view_id':'" + Json.text(view, "id") + "','values':{'word':{'word':{'type':"
                + "'plain_text_input','value':'%s'}}}";
        assertThat(Json.text(act(submit.formatted("wrong")).path("errors"), "word")).contains("Another word");
        assertThat(act(submit.formatted("kind")).path("ok").asBoolean()).isTrue();
        assertThat(begun()).as("the bot has said something to everybody").isTrue();
        var message = get("/sandbox/messages?as=U0FERN&channel=C0GRADE7").path("messages").path(0);
        assertThat(Json.text(message, "time")).isEqualTo("9:00 AM");
        var click = "'kind':'click','channel':'C0GRADE7','ts':'" + Json.text(message, "ts")
                + "','action':{'type':'button','action_id':'press','block_id':'b1','value':'v1'}";
        assertThat(act(click).path("ok").asBoolean()).isTrue();
        assertThat(sandbox.as("U0FERN").willSee("pressed")).isTrue();
        assertThat(Json.text(act("'kind':'message','channel':'C0GRADE7','text':'/no'"), "error")).contains("/no");
        assertThat(sandbox.until(SOON, () -> news.stream().anyMatch(n -> n.contains("notice")))).isTrue();
        events.cancel(true);
    }

    @Test
    void homeAndTheLibraryAndOtherPages() throws Exception {
        get("/sandbox/home?as=U0FERN&open=1");
        assertThat(sandbox.as("U0FERN").willSee("Welcome")).isTrue();
        assertThat(get("/sandbox/home?as=U0FERN").path("view").path("blocks")).isNotEmpty();
        assertThat(status("/webjars/preact/10.28.0/dist/preact.module.js")).isEqualTo(200);
        assertThat(status("/webjars/preact/10.28.0/hooks/dist/hooks.module.js")).isEqualTo(200);
        assertThat(status("/sandbox-page/../logback.xml")).isEqualTo(404);
        var foreign = HttpRequest.newBuilder(uri("/sandbox/act")).header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        assertThat(http.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    private boolean begun() throws Exception {
        return Json.items(get("/sandbox/state?as=U0FERN").path("channels")).stream()
                .filter(c -> Json.text(c, "id").equals("C0GRADE7")).allMatch(c -> c.path("begun").asBoolean());
    }

    private JsonNode act(String inside) throws Exception {
        return post("/sandbox/act", "{\"as\":\"U0FERN\"," + inside.replace('\'', '"') + "}");
    }

    private JsonNode get(String path) throws Exception {
        return Json.parse(http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private int status(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private JsonNode post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return Json.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private URI uri(String path) {
        return URI.create(sandbox.url() + path);
    }

    /** Collects the lines of a stream. */
    private record Lines(List<String> into) implements java.util.concurrent.Flow.Subscriber<String> {
        @Override
        public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            into.add(line);
        }

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onComplete() {}
    }
}
