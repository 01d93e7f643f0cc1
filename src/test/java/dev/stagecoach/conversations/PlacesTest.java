package dev.stagecoach.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Channels and people that are not as one would wish. */
class PlacesTest {
    private final Conversation talk = new Conversation();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void setUpWhereItCannotBe_andWhereItCan() {
        var coach = talk.coach();
        coach.types("#grade-8-team", "/coach setup");
        assertThat(coach.willSee("I am not in this channel yet. Invite me first")).isTrue();
        coach.types(DM, "/coach setup");
        assertThat(coach.willSee("A team belongs to a channel.")).isTrue();
        coach.types("#general", "/coach");
        assertThat(coach.willSee("There is no team in this channel yet.")).isTrue();
        coach.types("#general", "/coach evidence");
        assertThat(coach.willSee("You are not on a team yet.")).isTrue();
        coach.types(CHANNEL, "/coach setup");
        var form = coach.modal().fill("School", "Juniper Ridge").pickPeople("Coaches", "Former Birch");
        assertThat(form.submit().get("Coaches")).contains("Former Birch's account is deactivated");
        form.close();
        coach.types("#leadership", "/coach setup");
        send(coach.modal().fill("School", "Juniper Ridge")).close();
        assertThat(talk.principal().willSee("This team is set up: Leadership")).isTrue();
        assertThat(talk.fern().sees()).doesNotContain("Leadership");
        coach.types("#grade-8-team", "/coach team");
        assertThat(coach.willSee("Members (1)")).isTrue();
    }
}
