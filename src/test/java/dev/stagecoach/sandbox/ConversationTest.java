package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole round trip between people's hands and a real Bolt app, over Socket Mode. */
class ConversationTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private Sandbox sandbox;
    private TinyApp app;
    private Persona fern;

    @BeforeEach
    void begin() throws Exception {
        sandbox = Sandbox.start(0, SandboxClock.still(SandboxClock.START));
        app = new TinyApp(sandbox);
        fern = sandbox.as("U0FERN");
    }

    @AfterEach
    void end() throws Exception {
        app.close();
        sandbox.close();
    }

    @Test
    void aFormIsOpenedMendedAndTaken_andItsMessagePressed() {
        assertThat(fern.types("#grade-7-team", "/coach form")).isEmpty();
        var modal = fern.modal();
        assertThat(modal.title()).isEqualTo("Tiny");
        assertThat(modal.submit()).isEqualTo(Map.of("A word", "Please complete this required field."));
        modal.fill("A word", "wrong").choose("Colour", "Blue");
        assertThat(modal.submit()).isEqualTo(Map.of("A word", "Another word, please."));
        assertThat(modal.value("A word")).isEqualTo("wrong");
        assertThat(modal.fill("word", "kind").submit()).isEmpty();
        assertThat(modal.title()).isEqualTo("Done");
        assertThat(app.heard).anyMatch(h -> h.startsWith("colour") && h.contains("value=b"));
        modal.close();
        assertThat(fern.hasModal()).isFalse();

        assertThat(fern.messages("#grade-7-team")).last().asString().contains("kind", "[Press]");
        assertThat(fern.clicks("Press")).isEmpty();
        assertThat(fern.willSee("Only for you")).isTrue();
        assertThat(fern.sees()).contains("pressed").doesNotContain("[Press]");
        assertThat(sandbox.as("U0REED").sees()).contains("pressed").doesNotContain("Only for you");
    }

    @Test
    void aViewThatChangedMeanwhileIsNotOverwritten() throws Exception {
        fern.types("#grade-7-team", "/coach form");
        var bot = TinyApp.client(sandbox, sandbox.botToken());
        var view = Json.text(fern.top().orElseThrow(), "id");
        var seen = Json.text(fern.top().orElseThrow(), "hash");
        assertThat(bot.viewsUpdate(r -> r.viewId(view).hash(seen).viewAsString(TinyApp.FORM.replace("Tiny", "Second")))
                .isOk()).isTrue();
        assertThat(bot.viewsUpdate(r -> r.viewId(view).hash(seen).viewAsString(TinyApp.FORM.replace("Tiny", "Third")))
                .getError()).isEqualTo("hash_conflict");
        assertThat(fern.modal().title()).isEqualTo("Second");
    }

    @Test
    void anAnswerToACommandIsSeenByTheCallerAlone() {
        fern.types("#grade-7-team", "/coach hello @Mr. Reed <!channel> & more");
        assertThat(app.heard).containsExactly("hello <@U0REED|mr.reed> &lt;!channel&gt; &amp; more");
        assertThat(fern.sees()).contains("only visible to you", "You said hello");
        assertThat(sandbox.as("U0REED").sees()).doesNotContain("You said");
    }

    @Test
    void homeJoiningAndShortcuts() {
        assertThat(fern.home()).contains("Welcome", "[Press]");
        var birch = sandbox.as("U0MOSS");
        birch.leaves("#general");
        birch.joins("#general");
        assertThat(app.heard).containsExactly("joined U0MOSS");
        fern.types("#general", "9 of 12 gave a reason");
        assertThat(fern.shortcut("9 of 12", "save_evidence")).isEmpty();
        assertThat(app.heard).contains("shortcut 9 of 12 gave a reason");
    }

    @Test
    void aLateAnswerIsANotice_andItsTriggerHasExpired() {
        app.slowness.set(Duration.ofMillis(3300));
        assertThat(fern.types("#grade-7-team", "/coach form")).get().asString().contains("operation_timeout");
        assertThat(fern.notices()).hasSize(1);
        assertThat(sandbox.until(SOON, () -> app.heard.contains("opened false"))).isTrue();
        assertThat(fern.hasModal()).isFalse();
    }

    @Test
    void aDroppedSocketComesBack_andEnvelopesMayComeTwice() {
        sandbox.faults().dropSockets();
        assertThat(sandbox.connected()).isFalse();
        assertThat(fern.types("#grade-7-team", "/coach lost")).get().asString().contains("did not respond");
        assertThat(sandbox.until(Duration.ofSeconds(30), sandbox::connected)).isTrue();
        sandbox.faults().duplicate(1);
        fern.types("#grade-7-team", "/coach twice");
        assertThat(sandbox.until(SOON, () -> app.heard.stream().filter("twice"::equals).count() == 2)).isTrue();
        assertThat(app.heard).doesNotContain("lost");
    }

    @Test
    void whatIsNoCommandIsRefused() {
        assertThat(fern.types("#general", "/nothing")).contains("/nothing is not a valid command.");
        assertThat(fern.types("#old-projects", "hello")).isPresent();
        assertThat(sandbox.as("U0MOSS").types("#leadership", "hello")).isPresent();
        assertThat(app.heard).isEmpty();
    }

    @Test
    void anEventThatIsNotAcknowledgedComesAgain() {
        app.slowness.set(Duration.ofMillis(3300));
        sandbox.as("U0BIRCH").joins("#general");
        assertThat(sandbox.until(SOON, () -> app.heard.size() == 2)).isTrue();
        assertThat(app.heard).containsOnly("joined U0BIRCH");
    }

    @Test
    void manyPeopleAtOnce() throws Exception {
        var people = List.of("U0FERN", "U0LARCH", "U0POPPY", "U0FLINT", "U0SAGE", "U0REED", "U0CLOVER");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person : people) {
                for (var i = 0; i < 5; i++) {
                    threads.execute(() -> sandbox.as(person).types("#general", "/coach " + person));
                }
            }
        }
        assertThat(app.heard).hasSize(35);
        assertThat(people).allSatisfy(p -> assertThat(sandbox.as(p).messages("#general")).hasSize(5)
                .allMatch(m -> m.endsWith("You said " + p)));
        assertThat(sandbox.settle(SOON)).isTrue();
    }
}
