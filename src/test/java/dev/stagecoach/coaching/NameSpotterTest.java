package dev.stagecoach.coaching;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameSpotterTest {
    private final NameSpotter spotter = new NameSpotter(
            List.of("Ms. Fern", "Mr. Reed", "Sam Okafor-Lee", "Coach Wren", "Will Sage", "Principal Oakley",
                    "José Núñez",
                    "王小明", "X"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"I saw Fern help a pair | Fern", "It was in Ms. Fern's room | Ms. Fern",
            "in Ms. O'Hara's class | Ms. O'Hara", "as Mr Reed and Mrs. Unknown said | Mr Reed, Mrs. Unknown",
            "ask Okafor-Lee | Okafor-Lee",
            "Sam's group | Sam", "WREN came | WREN", "dr. Quill came | dr. Quill", "J.S. spoke first | J.S.",
            "then K. L. answered | K. L.", "Jamal R. asked why | Jamal R.", "Núñez tried it | Núñez", "JOSÉ too | JOSÉ",
            "hello <@U0LARCH> there | <@U0LARCH>", "I asked 王小明 again | 王小明",
            "Reed, Reed and Reed | Reed", "I think Will asked | Will"})
    void namesAreSeen(String text, String names) {
        assertThat(String.join(", ", spotter.in(text))).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "They were sage about it, and one drew a reed.", "Ferns grow; Reeds too. Ferny.",
            "Will students ask? Will they?", "The U.S. and P.E. at 9 A.M. today", "Group A. was faster than Group B.",
            "Students in Room C. spoke", "9 of 12 students asked a question!", "The principal and the coach came.",
            "XX and X", "مرحبا שלום 🎉 <!channel> @channel", "Ms. is a title", "Mr. lower case"})
    void otherWordsAreLeftAlone(String text) {
        assertThat(spotter.in(text)).isEmpty();
    }

    @Test
    void aLongTextIsReadToItsEnd_andFiveNamesAreEnough() {
        assertThat(spotter.in("a".repeat(9_990) + " Fern")).containsExactly("Fern");
        assertThat(spotter.in("A.B. C.D. E.F. G.H. I.J. K.L.")).hasSize(5);
        assertThat(new NameSpotter(List.of()).in("Fern and " + ".".repeat(10_000))).isEmpty();
    }

    @Test
    void theFormComesBackWithTheReasonAndAWayToKeepIt() {
        var form = new Form("x.y", "Title", "Send", "context",
                List.of(new Field.LongText("words", "Words", "", false, 100, "Fern did")));
        var back = NameWarning.before(form, new Answers(Map.of()), List.of("Fern")).orElseThrow();
        assertThat(back.fields()).hasSize(3).endsWith(form.fields().getFirst());
        assertThat(back.toString()).contains("“Fern”", "as it is");
        assertThat(back.context()).isEqualTo("context");
        var kept = new Answers(Map.of("names", List.of("keep")));
        assertThat(NameWarning.before(form, kept, List.of("Fern"))).isEqualTo(Optional.empty());
        assertThat(NameWarning.before(form, new Answers(Map.of()), List.of())).isEqualTo(Optional.empty());
    }
}
