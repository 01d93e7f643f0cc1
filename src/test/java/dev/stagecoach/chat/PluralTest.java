package dev.stagecoach.chat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PluralTest {

    @Test
    void oneIsSingularAndEveryOtherNumberIsPlural() {
        assertThat(Plural.of(1, "member")).isEqualTo("1 member");
        assertThat(Plural.of(0, "member")).isEqualTo("0 members");
        assertThat(Plural.of(2, "person")).isEqualTo("2 people");
        assertThat(Plural.of(1, "entry", "entries")).isEqualTo("1 entry");
        assertThat(Plural.of(3, "entry", "entries")).isEqualTo("3 entries");
        assertThat(Plural.either(1, "is", "are")).isEqualTo("is");
        assertThat(Plural.every(1, "week")).isEqualTo("every week");
        assertThat(Plural.every(2, "week")).isEqualTo("every 2 weeks");
    }
}
