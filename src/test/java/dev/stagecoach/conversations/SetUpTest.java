package dev.stagecoach.conversations;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

class SetUpTest {
    private final Conversation talk = new Conversation();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aTeamIsSetUp_editedTheSecondTime_andFollowsItsChannel() {
        talk.setUpTeam();

        assertThat(channel(talk.fern())).contains("This team is set up: Grade 7 team", "@Coach Wren will coach you",
                "Leading: @Principal Oakley", "[What comes next for me]").doesNotContain("Visitor Moss");
        talk.coach().types(CHANNEL, "/coach setup");
        var form = talk.coach().modal();
        assertThat(form.title()).isEqualTo("Edit the team");
        assertThat(form.value("School")).isEqualTo("Juniper Ridge Middle School");
        assertThat(send(form.fill("Team name", "The Sevens")).text()).contains("Saved");
        form.close();
        assertThat(talk.fern().willSee("This team is set up: The Sevens")).isTrue();
        assertThat(talk.fern().messages(CHANNEL)).filteredOn(said -> said.contains("This team is set up")).hasSize(1);

        talk.fern().leaves(CHANNEL);
        talk.quiet();
        assertThat(team()).contains("Members (6)").doesNotContain("Ms. Fern");
        talk.fern().joins(CHANNEL);
        talk.quiet();
        assertThat(team()).contains("Members (7)", "Ms. Fern");
        talk.fern().types(CHANNEL, "/coach setup");
        assertThat(talk.fern().willSee("its coaches can edit it: Coach Wren")).isTrue();
    }

    private String team() {
        talk.coach().types(CHANNEL, "/coach team");
        return talk.coach().messages(CHANNEL).getLast();
    }

    @Test
    void twoPeopleAtTheSameMoment_getOneTeam() throws Exception {
        var both = new Persona[]{talk.coach(), talk.fern()};
        var ready = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hand : both) {
                hand.types(CHANNEL, "/coach setup");
                var form = hand.modal().fill("School", "School of " + hand.id());
                threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return send(form);
                });
            }
        }
        var pages = both[0].modal().text() + both[1].modal().text();
        assertThat(pages).contains("Grade 7 team is set up", "has just set up this team");
        talk.quiet();
        assertThat(talk.fern().messages(CHANNEL)).filteredOn(said -> said.contains("This team is set up")).hasSize(1);
    }
}
