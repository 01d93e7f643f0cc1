package dev.stagecoach.conversations;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A name that somebody types makes no school theirs: what its teams share changes only once the school agrees. */
class SchoolsTest {
    private static final String OTHER = "#my-own";

    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void whoeverTypesASchoolsNameSilencesNobodyThere() {
        assertThat(secondTeam(talk.fern(), "juniper ridge middle-school")).contains("other teams are at juniper",
                "(not agreed by the school yet)");
        for (var way : List.of("Add days off", "Import a calendar")) {
            talk.fern().types(OTHER, "/coach calendar");
            talk.fern().clicks(OTHER, way);
            assertThat(talk.fern().hasModal()).isFalse();
            assertThat(talk.fern().willSee("have not said yet that My own is one of its teams")).isTrue();
        }
        assertThat(calendar(talk.coach(), CHANNEL)).contains("There are no days off in the calendar yet");

        dayOff(talk.coach(), CHANNEL, "Fall break");
        assertThat(calendar(talk.fern(), OTHER)).as("it follows the school's days off").contains("Fall break");
        talk.fern().clicks(OTHER, "Delete");
        assertThat(talk.fern().willSee("have not said yet that My own is one of its teams")).isTrue();
        assertThat(calendar(talk.coach(), CHANNEL)).contains("Fall break");

        var asked = "The team My own (coach: Ms. Fern) says it is at Juniper Ridge Middle School.";
        for (var person : List.of(talk.coach(), talk.principal())) {
            assertThat(person.home()).contains("[Is this team yours?]");
            person.clicks("Is this team yours?");
            assertThat(person.modal().text()).contains(asked);
        }
        talk.coach().modal().close();
        talk.principal().modal().clicks("No, it is not");
        Conversation.closeAll(talk.principal());
        assertThat(talk.coach().home()).doesNotContain("Is this team yours?");
        dayOff(talk.fern(), OTHER, "Closed");
        assertThat(calendar(talk.fern(), OTHER)).contains("Closed").doesNotContain("Fall break");
        assertThat(calendar(talk.coach(), CHANNEL)).contains("Fall break").doesNotContain("Closed");
    }

    @Test
    void onceTheSchoolAgreesTheCoachesOfTheOthersHearOfEachChangeInOneMessageADay() {
        secondTeam(talk.fern(), "Juniper Ridge Middle School");
        talk.coach().home();
        talk.coach().clicks("Is this team yours?");
        talk.coach().modal().clicks("Yes, it is ours");
        Conversation.closeAll(talk.coach());
        dayOff(talk.fern(), OTHER, "Closed");
        dayOff(talk.fern(), OTHER, "Closed again");
        talk.moveOn(Duration.ofMinutes(5));
        assertThat(talk.coach().willSee("Ms. Fern (My own) added Closed again, Mon, Oct 5, 2026")).isTrue();
        talk.quiet();
        assertThat(talk.coach().messages(DM)).filteredOn(said -> said.contains("Changed for every team"))
                .singleElement()
                .asString().contains("Ms. Fern (My own) added Closed, Mon, Oct 5, 2026", "[School calendar]");
        assertThat(talk.fern().messages(DM)).noneMatch(said -> said.contains("Changed for every team"));
        assertThat(calendar(talk.coach(), CHANNEL)).contains("Closed");
    }

    @Test
    void whoCoachesATeamThereAlreadyAgreesByDoingSo_andASchoolOfTheSameNameIsAnother() {
        assertThat(secondTeam(talk.coach(), "Juniper Ridge Middle School")).doesNotContain("not agreed");
        dayOff(talk.coach(), OTHER, "Fall break");
        assertThat(calendar(talk.fern(), CHANNEL)).contains("Fall break");

        team(talk.larch(), "#third", "Juniper Ridge Middle School");
        talk.larch().types("#third", "/coach calendar");
        talk.larch().clicks("#third", "Add days off");
        talk.larch().clicks("#third", "We are a different school");
        assertThat(talk.larch().willSee("has days off and reading of its own now")).isTrue();
        assertThat(calendar(talk.larch(), "#third")).contains("There are no days off");
        dayOff(talk.larch(), "#third", "Closed");
        assertThat(calendar(talk.coach(), CHANNEL)).doesNotContain("Closed");
    }

    private String secondTeam(Persona coach, String school) {
        return team(coach, OTHER, school);
    }

    private String team(Persona coach, String channel, String school) {
        talk.sandbox.addChannel(channel.substring(1), List.of(coach.id(), "U0COACHBOT"));
        coach.types(channel, "/coach setup");
        var form = send(coach.modal().fill("School", school));
        var said = form.text();
        form.close();
        talk.quiet();
        return said;
    }

    private static void dayOff(Persona hand, String channel, String name) {
        hand.types(channel, "/coach calendar");
        hand.clicks(channel, "Add days off");
        send(hand.modal().fill("Name", name).pickDate("First day", LocalDate.of(2026, 10, 5))).close();
    }

    private static String calendar(Persona hand, String channel) {
        hand.types(channel, "/coach calendar");
        return hand.messages(channel).getLast();
    }
}
