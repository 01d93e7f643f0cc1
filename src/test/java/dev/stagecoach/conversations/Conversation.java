package dev.stagecoach.conversations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.stagecoach.House;
import dev.stagecoach.app.CallLimit;
import dev.stagecoach.chat.ThreadNote;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The bot in the fictional school, on a clock that stands still until it is moved, and what people often do there. */
final class Conversation implements AutoCloseable {
    static final String CHANNEL = "#grade-7-team";
    static final String DM = "dm";
    static final Duration SOON = Duration.ofSeconds(20);
    static final List<String> TEACHERS = List.of("U0FERN", "U0LARCH", "U0POPPY", "U0FLINT", "U0SAGE", "U0REED",
            "U0CLOVER");

    final Sandbox sandbox;
    private final Path folder;
    private final House house;
    private final String group;

    Conversation() {
        this(ShippedGuide.GUIDE);
    }

    /** People who do in a moment of a clock that stands still what takes them minutes. */
    Conversation(Guide guide) {
        this(guide, new CallLimit(Duration.ofSeconds(1), 10_000));
    }

    private Conversation(Guide guide, CallLimit calls) {
        try {
            folder = Files.createTempDirectory("stagecoach-conversation");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        group = guide.sides().group();
        house = new House(folder, SandboxClock.still(SandboxClock.START), guide, calls);
        sandbox = house.sandbox();
    }

    /** A team that is set up: Coach Wren, Principal Oakley leads, seven teachers. */
    static Conversation ofATeam() {
        var conversation = new Conversation();
        conversation.setUpTeam();
        return conversation;
    }

    /** The same team, where nobody may call faster than usual. */
    static Conversation atTheUsualSpeed() {
        var conversation = new Conversation(ShippedGuide.GUIDE, CallLimit.usual());
        conversation.setUpTeam();
        return conversation;
    }

    /** Ends the bot's process, as far as a test can, and starts another one on the same file. */
    void restart(Runnable meanwhile) {
        house.restart(meanwhile);
    }

    Persona coach() {
        return sandbox.as("U0WREN");
    }

    Persona principal() {
        return sandbox.as("U0OAKLEY");
    }

    Persona fern() {
        return sandbox.as("U0FERN");
    }

    Persona larch() {
        return sandbox.as("U0LARCH");
    }

    List<Persona> teachers() {
        return TEACHERS.stream().map(sandbox::as).toList();
    }

    void setUpTeam() {
        assertThat(coach().types(CHANNEL, "/coach setup")).isEmpty();
        var form = coach().modal().fill("School", "Juniper Ridge Middle School")
                .pickPeople("Leaders and admins", "Principal Oakley")
                .pickPeople("People in the channel to leave out", "Visitor Moss");
        send(form).close();
        quiet();
    }

    /** Sends a form that must be taken, and gives what stands in its place then. */
    static OpenModal send(OpenModal form) {
        assertThat(form.submit()).as(() -> form.isOpen() ? form.text() : "closed").isEqualTo(Map.of());
        return form;
    }

    /** The coach opens a round with all six practices; every teacher has the invitation. */
    void openRound() {
        coach().types(CHANNEL, "/coach round");
        send(coach().modal()).close();
        teachers().forEach(teacher -> assertThat(teacher.willSee("Where does your " + group + " stand?")).isTrue());
    }

    /** Answers all pages from where the person left off. */
    void rate(Persona teacher, String students, String adults) {
        teacher.clicks(DM, "Start");
        var form = teacher.modal();
        while (form.labels().contains("What students do")) {
            send(form.choose("What students do", students).choose("What adults do", adults));
        }
        send(form.chooseMany("Where would a change help your students most?", "Expanded discussion",
                "Regular conferencing")).close();
    }

    /** Every second teacher one level apart: where all say the same, the level stays unsaid. */
    void rateAll() {
        var teachers = teachers();
        for (var i = 0; i < teachers.size(); i++) {
            rate(teachers.get(i), i % 2 == 0 ? "First miles" : "Trailhead", i % 2 == 0 ? "Steady pace" : "Own road");
        }
    }

    void closeRound() {
        coach().types(CHANNEL, "/coach round");
        coach().clicks("Close and reveal");
        assertThat(coach().willSee("Where we stand")).isTrue();
    }

    /** Chooses discussion and shows a goal with this sentence in the channel. */
    void setGoal(Persona who, String sentence) {
        who.types(CHANNEL, "/coach goal");
        who.clicks(CHANNEL, "Choose the practice");
        choosesPractice(who, "Expanded discussion", "Students seldom talk to each other.");
        who.clicks(CHANNEL, "Write the goal");
        var form = send(who.modal().fill("Students will ...", sentence));
        send(form).close();
        assertThat(who.willSee(sentence)).isTrue();
    }

    /** With the form on the screen: proposes the practice, and enough others say yes. */
    void choosesPractice(Persona who, String practice, String why) {
        send(who.modal().choose("Practice", practice).fill("Why this one?", why)).close();
        othersSayYes(who);
    }

    /** Three of seven, so that they and a teacher who proposed a practice are more than half. */
    void othersSayYes(Persona proposer) {
        quiet();
        teachers().stream().filter(teacher -> !teacher.id().equals(proposer.id())).limit(3)
                .forEach(teacher -> assertThat(teacher.clicks(CHANNEL, "Yes")).isEmpty());
        quiet();
    }

    /** The team's only coach proposes it, a member seconds it. */
    void movesTo(String stage, String why) {
        coach().types(CHANNEL, "/coach stage");
        quiet();
        coach().clicks(CHANNEL, "Propose a move");
        send(coach().modal().choose("Stage", stage).fill("Why this one?", why)).close();
        quiet();
        fern().clicks(CHANNEL, "Second it");
        quiet();
    }

    void logEvidence(Persona who, String statement) {
        who.types(CHANNEL, "/coach evidence");
        send(who.modal().fill("What you saw", statement).choose("Who sees it?", "My team")).close();
        assertThat(who.willSee(statement)).isTrue();
    }

    /** The same with what the evidence tells about, as the guide names its levels. */
    void logEvidence(String statement, String level) {
        fern().types(CHANNEL, "/coach evidence");
        send(fern().modal().fill("What you saw", statement).choose("Who sees it?", "My team")
                .choose("Practice", "Expanded discussion")
                .choose("What does it tell us about?", level)).close();
    }

    /** A try of the team, begun and kept. */
    void tryOut(String change) {
        fern().types(CHANNEL, "/coach try " + change);
        send(fern().modal().fill("What do you expect to see?", "More turns").fill("What will you count?", "Turns")
                .choose("Whose is it?", "The team’s")).close();
        quiet();
        fern().types(CHANNEL, "/coach try");
        quiet();
        fern().clicks(CHANNEL, "Look at it");
        quiet();
        fern().clicks(CHANNEL, "Decide");
        send(fern().modal().choose("What will you do with it?", "Keep").fill("Why, in one line", "It worked")).close();
        quiet();
    }

    /** One proposes where the goal stands, another agrees. */
    void placeOnLadder() {
        fern().types(CHANNEL, "/coach goal");
        quiet();
        fern().clicks(CHANNEL, "Where we stand");
        quiet();
        fern().clicks(CHANNEL, "Propose where you stand");
        send(fern().modal().choose("Where do you stand?", "0, what we expect").fill("What shows it?",
                "9 of 12 answer")).close();
        assertThat(larch().home()).contains("Do you agree with where the team stands on its goal?");
        larch().clicks("home", "Look at it");
        larch().clicks("modal", "Yes, that is where we are");
        quiet();
        closeAll(larch());
    }

    /** By the school's clock; lets the bot do what has become due. */
    void moveTo(LocalDateTime moment) {
        sandbox.advance(
                Duration.between(sandbox.clock().instant(), moment.atZone(SandboxClock.ZONE).toInstant()));
        quiet();
    }

    void moveOn(Duration step) {
        sandbox.advance(step);
        quiet();
    }

    /** Waits until the bot has nothing left to do at this moment, and has said all that it had to say. */
    void quiet() {
        assertThat(sandbox.settle(SOON)).isTrue();
        house.runNow();
        assertThat(sandbox.settle(SOON)).isTrue();
    }

    /** Leaves nothing on somebody's screen. */
    static void closeAll(Persona hand) {
        while (hand.hasModal()) {
            hand.modal().close();
        }
    }

    static String channel(Persona hand) {
        return String.join("\n\n", hand.messages(CHANNEL));
    }

    static String dm(Persona hand) {
        return String.join("\n\n", hand.dm());
    }

    /**
     * Ends the story: whatever happened in it, Slack took every message and view, nobody was called by name, and nobody
     * was told to type a command where it does nothing.
     */
    @Override
    public void close() throws IOException {
        var refusals = sandbox.refusals();
        var broadcasts = sandbox.broadcasts();
        var inThreads = sandbox.saidInThreads();
        house.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertThat(refusals).noneMatch(refusal -> refusal.contains("invalid_") || refusal.contains("msg_")
                || refusal.contains("answer to"));
        assertThat(broadcasts).isEmpty();
        assertThat(inThreads).as("commands do not work in threads").filteredOn(said -> said.contains("/coach"))
                .allMatch(said -> said.contains(ThreadNote.NOTE));
    }
}
