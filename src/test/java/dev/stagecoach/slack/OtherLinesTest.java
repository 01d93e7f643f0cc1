package dev.stagecoach.slack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OtherLinesTest {
    private final OtherLines lines = new OtherLines();

    @Test
    void oneLineIsOurs_andTwoWhileItIsRenewed() {
        lines.heard(hello(1));
        assertThat(lines.warning()).isEmpty();
        lines.heard(hello(2));
        assertThat(lines.warning()).isEmpty();
    }

    @Test
    void oneMoreIsTold_untilItIsGone() {
        lines.heard(hello(2));
        assertThat(lines.warning()).get().asString().contains("2 Socket Mode connections", "somebody else");
        lines.heard(hello(1));
        assertThat(lines.warning()).isEmpty();
        lines.heard(hello(3));
        assertThat(lines.warning()).isPresent();
    }

    @Test
    void whatPeopleTypeIsNoHello() {
        lines.heard("{\"type\":\"slash_commands\",\"num_connections\":9,\"text\":\"\\\"num_connections\\\"\"}");
        assertThat(lines.warning()).isEmpty();
    }

    private static String hello(int connections) {
        return "{\"type\":\"hello\",\"num_connections\":" + connections + ",\"debug_info\":{\"host\":\"h\"}}";
    }
}
