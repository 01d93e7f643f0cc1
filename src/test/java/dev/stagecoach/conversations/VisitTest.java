package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** One teacher offers a visit, another comes; a leader arranges cover. */
class VisitTest {
    private static final String PAIRS = "How pairs give each other a next step";
    private static final String SEEN = "9 of 12 pairs gave a next step";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void offeredTakenCoveredRemindedAndNoted() {
        talk.fern().types(CHANNEL, "/coach goal");
        talk.fern().clicks(CHANNEL, "Choose the practice");
        talk.choosesPractice(talk.fern(), "Expanded discussion", "Students seldom talk to each other.");
        talk.fern().types(CHANNEL, "/coach visits");
        assertThat(talk.fern().willSee("No visit is planned, and nothing is open.")).isTrue();
        talk.fern().clicks(CHANNEL, "Offer a visit");
        send(talk.fern().modal().fill("Come and see ...", PAIRS).pickDate("Day", LocalDate.of(2026, 9, 21))).close();
        talk.quiet();
        assertThat(talk.larch().home()).contains("Ms. Fern offers a visit, Mon, Sep 21, 9:00 AM: “" + PAIRS + "”.");
        assertThat(dm(talk.larch()) + channel(talk.larch())).doesNotContain(PAIRS);

        talk.larch().types(CHANNEL, "/coach visit");
        assertThat(talk.larch().willSee(PAIRS)).isTrue();
        talk.larch().clicks(CHANNEL, "I’ll come");
        talk.quiet();
        assertThat(talk.fern().willSee("Mr. Larch says yes to your visit")).isTrue();
        talk.larch().clicks(CHANNEL, "Ask for cover");
        talk.quiet();
        assertThat(talk.principal().willSee("needs cover for a visit, Mon, Sep 21, 9:00 AM")).isTrue();
        talk.principal().clicks(DM, "I’ll arrange it");
        talk.quiet();
        assertThat(talk.larch().willSee("Principal Oakley arranges your cover")).isTrue();

        talk.moveTo(LocalDateTime.of(2026, 9, 18, 12, 0));
        for (var one : List.of(talk.fern(), talk.larch())) {
            assertThat(dm(one)).contains("Your visit is next: Mon, Sep 21, 9:00 AM", "Write what students do and say");
        }
        talk.moveTo(LocalDateTime.of(2026, 9, 21, 12, 0));
        assertThat(talk.larch().home()).contains("You visited Ms. Fern. One thing you saw, one question?");
        talk.larch().clicks("home", "Note what I saw");
        send(talk.larch().modal().fill("One thing you saw or heard students do", SEEN).fill(
                "One question it leaves you with", "What would the other three need?")).close();
        talk.larch().types(CHANNEL, "/coach visit");
        assertThat(talk.larch().willSee("What we noted")).isTrue();
        talk.larch().clicks(CHANNEL, "Say thank you");
        talk.quiet();
        assertThat(talk.fern().willSee("Mr. Larch says thank you")).isTrue();
        talk.fern().clicks(DM, "What we noted");
        assertThat(talk.fern().willSee(SEEN)).isTrue();
        talk.principal().types(DM, "/coach visit");
        assertThat(talk.principal().willSee("This term: 1 visit.")).isTrue();
        assertThat(talk.principal().sees() + talk.coach().sees()).doesNotContain(SEEN, PAIRS);
        assertThat(channel(talk.fern())).doesNotContain(SEEN, PAIRS);
    }
}
