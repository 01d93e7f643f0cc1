package dev.stagecoach.app;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Reply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a form holds that cannot be chosen there is refused beside its field, and not quoted. */
class ErrorBoundaryTest {
    private static final String TYPED = "Between us two";

    private static Reply reading(Consumer<Answers> read) {
        return ErrorBoundary.caught(() -> {
            read.accept(new Answers(Map.of("field", List.of(TYPED))));
            return new Reply.Done();
        });
    }

    @Test
    void aDayATimeAndAPersonThatAreNone() {
        assertThat(reading(answers -> answers.day("field")))
                .isEqualTo(new Reply.Mend(Map.of("field", "Please choose a day, such as 2026-12-18.")));
        assertThat(reading(answers -> answers.time("field")))
                .isEqualTo(new Reply.Mend(Map.of("field", "Please choose a time, such as 9:15 AM.")));
        assertThat(reading(answers -> answers.people("field")))
                .isEqualTo(new Reply.Mend(Map.of("field", "Please choose people from the list.")));
        assertThat(reading(answers -> answers.day("another"))).isEqualTo(new Reply.Done());
    }
}
