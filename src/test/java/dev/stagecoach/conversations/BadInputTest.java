package dev.stagecoach.conversations;

import java.time.LocalDateTime;
import java.util.stream.Stream;

import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is typed is either kept and shown as it is, or stays in its form beside a reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private final Conversation talk = Conversation.ofATeam();

    private boolean plans;

    BadInputTest() {
        // A check-in and a round in one week are two things asked.
        talk.coach().types(Conversation.CHANNEL, "/coach calendar");
        talk.quiet();
        talk.coach().clicks(Conversation.CHANNEL, "Hours and limits");
        Conversation.send(Conversation.send(talk.coach().modal()
                .choose("How often I may ask each person for something", "At most twice a week")));
        Conversation.closeAll(talk.coach());
        talk.moveTo(LocalDateTime.of(2026, 9, 15, 15, 0));
        talk.openRound();
    }

    @AfterAll
    void end() throws Exception {
        talk.close();
    }

    static Stream<String> inputs() {
        return Stream.of("", "   ", "x".repeat(10_000), "👩‍👩‍👧‍👦 🇺🇳 😀", "שלום עולם \u202eمرحبا",
                "<!channel> <@U0LARCH> <https://a.b|c> @channel",
                "'; drop table team; --", "*b* _i_ ~s~ `c` &amp; &lt;!here&gt; > q",
                "{\"a\": \"\\u0000\"} %s ${x} \\n");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyTextField(String typed) {
        var fern = talk.fern();
        fern.types(CHANNEL, "/coach evidence");
        if (taken(fern.modal().choose("Who sees it?", "My team"), "What you saw", typed)) {
            assertThat(fern.willSee("> " + shown(typed))).isTrue();
        }
        fern.types(CHANNEL, "/coach evidence");
        if (optional(fern.modal().fill("What you saw", "As it was").choose("Who sees it?", "My team"),
                "What it cannot show", typed)) {
            assertThat(fern.willSee(shown(typed).strip())).isTrue();
        }
        fern.types(CHANNEL, "/coach reflect");
        fern.clicks(CHANNEL, "Write");
        if (taken(fern.modal().choose("Who sees it", "Share with my team"), "Your thoughts", typed)) {
            assertThat(talk.larch().willSee("> " + shown(typed))).isTrue();
        }
        fern.types(CHANNEL, "/coach rate");
        var kept = optional(fern.modal(), "Note on students", typed);
        if (kept && !typed.isBlank()) {
            fern.clicks(DM, fern.canClick("Look again") ? "Look again" : "Start");
            fern.modal().close();
        }
        talk.coach().types(CHANNEL, "/coach setup");
        if (taken(talk.coach().modal(), "School", typed)) {
            talk.coach().types(CHANNEL, "/coach setup");
            assertThat(talk.coach().modal().value("School")).isEqualTo(typed);
            talk.coach().modal().close();
        }
        if (taken(team(), "Team name", typed)) {
            assertThat(talk.larch().willSee("This team is set up: " + shown(typed))).isTrue();
        }
        assertThat(fern.notices()).isEmpty();
        assertThat(talk.coach().notices()).isEmpty();
    }

    private OpenModal team() {
        talk.coach().types(CHANNEL, "/coach setup");
        return talk.coach().modal();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void theLineOfACheckin(String typed) {
        var field = "One thing I noticed in a classroom (no names)";
        var larch = talk.larch();
        larch.clicks(DM, edited(larch) ? "Add or change" : "Answer all");
        if (optional(larch.modal().choose("This week I", "none yet"), field, typed)) {
            assertThat(talk.sandbox.until(Conversation.SOON, () -> edited(larch))).isTrue();
            larch.clicks(DM, "Add or change");
            assertThat(larch.modal().value(field)).isEqualTo(typed.strip());
            larch.modal().close();
        }
    }

    private static boolean edited(Persona person) {
        return person.dm().stream().anyMatch(message -> message.contains("[Add or change]"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void goalAndStage(String typed) {
        var larch = talk.larch();
        larch.types(CHANNEL, "/coach goal");
        larch.clicks(CHANNEL, larch.canClick("Choose another practice")
                ? "Choose another practice"
                : "Choose the practice");
        var form = larch.modal().choose("Practice", "Expanded discussion");
        if (refused(form, "Why this one?", typed)) {
            form.fill("Why this one?", "A plain reason, number " + typed.length()).submit();
        }
        form.close();
        talk.othersSayYes(larch);
        larch.clicks(CHANNEL, "Write the goal");
        form = larch.modal().fill("Target", "all of them");
        if (refused(form, "Students will ...", typed)) {
            form.fill("Students will ...", "Students will speak").submit();
        }
        assertThat(form.title()).isEqualTo("Your goal, page 2 of 2");
        for (var field : form.labels()) {
            if (!field.equals("Who collects it?") && !field.equals("How often?")) {
                form.fill(field, typed.isBlank() || typed.length() > 300 ? "" : typed);
            }
        }
        assertThat(form.submit()).isEmpty();
        staysAllTheSame(form);
        form.close();
        if (!typed.isBlank() && typed.length() <= 300) {
            assertThat(talk.fern().willSee("> " + shown(typed))).isTrue();
        }
        talk.coach().types(CHANNEL, "/coach stage");
        talk.coach().clicks(CHANNEL, "Propose a move");
        var move = talk.coach().modal().choose("Stage", plans ? "Explore" : "Plan & Design");
        if (taken(move, "Why this one?", typed)) {
            talk.quiet();
            talk.fern().clicks(CHANNEL, "Second it");
            talk.quiet();
            plans = !plans;
            assertThat(talk.fern().willSee("> " + shown(typed))).isTrue();
        }
        assertThat(larch.notices()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyCommand(String typed) {
        var word = typed.length() > 8000 ? typed.substring(0, 8000) : typed;
        for (var command : new String[]{"", "summary ", "help ", "checkin ", "results ", "team "}) {
            var before = talk.coach().messages(CHANNEL).size();
            assertThat(talk.coach().types(CHANNEL, "/coach " + command + word)).isEmpty();
            assertThat(talk.sandbox.until(Conversation.SOON,
                    () -> talk.coach().messages(CHANNEL).size() > before)).isTrue();
        }
        assertThat(talk.fern().types(CHANNEL, "/coach evidence " + word)).isEmpty();
        assertThat(talk.fern().modal().value("What you saw")).startsWith(word.strip().substring(0,
                Math.min(500, word.strip().length())));
        talk.fern().modal().close();
    }

    /** Sends with the words; whether they were taken. Where not, they are still there beside a reason. */
    private boolean taken(OpenModal form, String field, String typed) {
        var refused = refused(form, field, typed);
        assertThat(refused || !typed.isBlank()).as("an empty answer is not taken").isTrue();
        form.close();
        return !refused;
    }

    private boolean optional(OpenModal form, String field, String typed) {
        var refused = refused(form, field, typed);
        assertThat(refused).isEqualTo(typed.length() > 5_000);
        form.close();
        return !refused;
    }

    /** What looks like a name is asked about once, with everything as it was typed. */
    private void staysAllTheSame(OpenModal form) {
        talk.quiet();
        if (form.isOpen() && form.labels().contains("Is it a name?")) {
            send(form.choose("Is it a name?", "No, or it can stay. Send it as it is."));
        }
    }

    private boolean refused(OpenModal form, String field, String typed) {
        var reasons = form.fill(field, typed).submit();
        if (reasons.isEmpty()) {
            staysAllTheSame(form);
            return false;
        }
        assertThat(reasons).containsKey(field);
        assertThat(reasons.get(field)).isNotBlank();
        assertThat(form.value(field)).isEqualTo(typed);
        return true;
    }

    /** What is read of typed words: all of them, without what turns their direction round. */
    private static String shown(String typed) {
        return typed.replace("\u202e", "");
    }
}
