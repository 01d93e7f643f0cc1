package dev.stagecoach.slack;

import java.time.Duration;

import com.slack.api.bolt.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class DuplicateFilterTest {

    @Test
    void anErrorLeavesNobodyWaiting_andTheNextOneIsWorkedOut() {
        var filter = new DuplicateFilter();
        assertThatThrownBy(() -> filter.once("a", _ -> true, () -> {
            throw new StackOverflowError("on purpose");
        })).isInstanceOf(StackOverflowError.class);

        var again = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> filter.once("a", _ -> true, Response::ok));
        assertThat(again.getStatusCode()).isEqualTo(200);
    }
}
