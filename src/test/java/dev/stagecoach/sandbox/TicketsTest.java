package dev.stagecoach.sandbox;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an app may use for a while, and how it is refused afterwards. */
class TicketsTest {
    private final SandboxClock clock = SandboxClock.still(SandboxClock.START);
    private final Tickets tickets = new Tickets(clock);

    @Test
    void aResponseAddressTakesFiveAnswers() {
        var address = tickets.response("C1", "U1", "");
        for (var i = 0; i < 5; i++) {
            assertThat(tickets.use(address)).isInstanceOf(Tickets.Used.By.class);
        }
        assertThat(tickets.use(address)).isEqualTo(new Tickets.Used.No("used_url"));
    }

    @Test
    void aResponseAddressLivesHalfAnHour() {
        var address = tickets.response("C1", "U1", "");
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(tickets.use(address)).isInstanceOf(Tickets.Used.By.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(tickets.use(address)).isEqualTo(new Tickets.Used.No("expired_url"));
        assertThat(tickets.use("unknown")).isEqualTo(new Tickets.Used.No("expired_url"));
    }

    @Test
    void aTriggerOpensOneView() {
        var trigger = tickets.trigger("U1");
        assertThat(tickets.redeem(trigger)).isEqualTo(new Tickets.Redeemed.By("U1"));
        assertThat(tickets.redeem(trigger)).isEqualTo(new Tickets.Redeemed.No("exchanged_trigger_id"));
        assertThat(tickets.redeem("unknown")).isEqualTo(new Tickets.Redeemed.No("invalid_trigger_id"));
    }
}
