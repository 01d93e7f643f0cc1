package dev.stagecoach.conversations;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

class SelfAssessmentTest {
    private static final String NOTE = "Note on students";
    private final Conversation talk = Conversation.ofATeam();

    @BeforeEach
    void open() {
        talk.openRound();
    }

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void halfDone_continuedAfterBreaks_changed_andRevealedOnlyAtTheEnd() {
        assertThat(dm(talk.coach())).doesNotContain("Where does your class stand?");
        var fern = talk.fern();
        fern.clicks(DM, "Start");
        var form = fern.modal();
        assertThat(form.title()).isEqualTo("Practice 1 of 6");
        send(form.choose("What students do", "Trailhead").choose("What adults do", "Own road").fill(NOTE, "my own"));
        assertThat(form.title()).isEqualTo("Practice 2 of 6");
        assertThat(form.value(NOTE)).as("each page begins with its own answers").isEmpty();
        assertThat(form.clicks("Read the levels")).isEmpty();
        assertThat(fern.willSee("Students finish work but cannot name a method")).isTrue();
        fern.modal().close();
        form.close();

        fern.clicks(DM, "Start");
        form = fern.modal();
        assertThat(form.title()).as("where she left off").isEqualTo("Practice 2 of 6");
        form.close();
        talk.rate(fern, "First miles", "Can't say yet");
        talk.quiet();
        assertThat(dm(fern)).contains("Thank you. You placed 6 of 6 practices.");
        fern.clicks(DM, "Look again");
        form = fern.modal();
        assertThat(form.value(NOTE)).isEqualTo("my own");
        send(form.choose("What students do", "First miles")).close();

        talk.teachers().stream().skip(1).limit(3)
                .forEach(teacher -> talk.rate(teacher, "First miles", "Steady pace"));
        talk.teachers().stream().skip(4).forEach(teacher -> talk.rate(teacher, "Trailhead", "Own road"));
        talk.quiet();
        talk.teachers().forEach(teacher -> assertThat(teacher.sees()).doesNotContain("Where we stand"));
        assertThat(talk.coach().sees()).doesNotContain("students First miles", "my own");
        talk.coach().types(CHANNEL, "/coach round");
        assertThat(talk.coach().willSee("Of 7 people, everybody has begun, and everybody has finished.")).isTrue();

        talk.closeRound();
        assertThat(talk.larch().willSee("The same as text, practice by practice:")).isTrue();
        talk.quiet();
        var said = channel(talk.larch());
        assertThat(said).contains("7 of 7 took part", "(picture: Bars of answers by level. Inquiry: students",
                "students First miles", "Where could we begin?",
                "Discussion nearly everyone, Conferencing nearly everyone",
                "The same as text, practice by practice:", "7 of 7 placed it.").doesNotContain("my own");
        assertThat(dm(fern)).contains("The self-assessment round has closed.").doesNotContain("[Look again]");
        fern.types(CHANNEL, "/coach rate");
        assertThat(fern.willSee("No round is open now.")).isTrue();
    }

    @Test
    void aPageClosedInTheMiddleKeepsItsChoices() {
        var fern = talk.fern();
        fern.clicks(DM, "Start");
        var form = fern.modal();
        form.choose("What students do", "Trailhead").choose("What adults do", "Own road");
        form.close();
        talk.restart(() -> {});
        fern.clicks(DM, "Start");
        form = fern.modal();
        assertThat(form.title()).as("both sides are chosen, so the next page is open").isEqualTo("Practice 2 of 6");
        form.choose("What students do", "First miles").close();
        fern.clicks(DM, "Start");
        form = fern.modal();
        assertThat(form.title()).isEqualTo("Practice 2 of 6");
        send(form.choose("What adults do", "Own road"));
        assertThat(form.title()).isEqualTo("Practice 3 of 6");
    }

    @Test
    void backKeepsWhatWasChosen_onEveryPage() {
        var fern = talk.fern();
        fern.clicks(DM, "Start");
        var form = send(fern.modal().choose("What students do", "Trailhead"));
        form.choose("What adults do", "Steady pace").fill(NOTE, "the second");
        assertThat(form.clicks("Back")).isEmpty();
        assertThat(fern.willSee("Practice 1 of 6")).isTrue();
        form = send(fern.modal());
        assertThat(form.title()).isEqualTo("Practice 2 of 6");
        assertThat(form.value(NOTE)).isEqualTo("the second");
        for (var page = 2; page <= 6; page++) {
            send(form);
        }
        assertThat(form.title()).isEqualTo("Last question");
        form.chooseMany("Where would a change help your students most?", "Inquiry-based learning experiences");
        assertThat(form.clicks("Add more")).isEmpty();
        assertThat(fern.willSee("How sure are you of your answers?")).isTrue();
        fern.modal().fill("Which class did you have in mind?", "3rd period")
                .choose("How sure are you of your answers?", "Fairly sure");
        assertThat(fern.modal().clicks("Back")).isEmpty();
        assertThat(fern.willSee("Practice 6 of 6")).isTrue();
        send(send(fern.modal())).close();
        talk.quiet();
        assertThat(dm(fern)).contains("Thank you.");
        fern.clicks(DM, "My answers");
        assertThat(fern.willSee("In mind: 3rd period")).isTrue();
        assertThat(dm(fern)).contains("Fairly sure", "the second", "Only you see this page.");
        talk.teachers().stream().skip(1).limit(3)
                .forEach(teacher -> talk.rate(teacher, "First miles", "Steady pace"));
        talk.teachers().stream().skip(4).forEach(teacher -> talk.rate(teacher, "Trailhead", "Own road"));
        talk.closeRound();
        talk.quiet();
        assertThat(channel(fern)).as("her dot counts").contains("Inquiry 1");
        Stream.concat(Stream.of(talk.coach(), talk.principal()),
                talk.teachers().stream().filter(one -> !one.id().equals(fern.id())))
                .forEach(one -> assertThat(one.sees()).doesNotContain("3rd period", "Fairly sure", "the second"));
    }

    @Test
    void isReadInLessThanThreeMinutes() {
        var fern = talk.fern();
        fern.clicks(DM, "Start");
        var form = fern.modal();
        var words = words(form.text());
        while (!form.title().equals("Last question")) {
            send(form);
            words += words(form.text());
        }
        assertThat(words).as("words on all pages; 200 are read in a minute").isLessThan(500);
    }

    private static int words(String text) {
        return (int) Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*").matcher(text).results().count();
    }

    @Test
    void tooFewAnswers_showNothing_whenItsTimeIsUp() {
        talk.teachers().stream().limit(4).forEach(teacher -> talk.rate(teacher, "Trailhead", "Trailhead"));
        talk.moveTo(LocalDateTime.of(2026, 9, 21, 14, 59));
        assertThat(channel(talk.fern())).doesNotContain("has closed");
        talk.moveTo(LocalDateTime.of(2026, 9, 21, 15, 0));
        assertThat(talk.fern().willSee("The self-assessment has closed")).isTrue();
        assertThat(talk.fern().messages(CHANNEL).getLast()).contains("4 of 7 took part.",
                "I show no result for fewer than 5 answers")
                .doesNotContain("Trailhead", "(picture");
        assertThat(channel(talk.fern()).split("The self-assessment has closed", -1)).hasSize(2);
    }

    @Test
    void whoJoinsLaterIsAskedToo_andWhoLeavesIsNot() {
        talk.larch().leaves(CHANNEL);
        talk.quiet();
        talk.larch().clicks(DM, "Start");
        assertThat(talk.larch().willSee("people can see")).isTrue();
        talk.larch().joins(CHANNEL);
        talk.quiet();
        if (talk.larch().hasModal()) {
            talk.larch().modal().close();
        }
        talk.rate(talk.larch(), "Trailhead", "Trailhead");
        assertThat(talk.larch().willSee("Thank you. You placed 6 of 6")).isTrue();
    }
}
