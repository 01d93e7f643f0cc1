package dev.stagecoach.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import dev.stagecoach.sandbox.AppEndpoint;
import dev.stagecoach.sandbox.SandboxClock;

/**
 * Brings what the workspace tells to one of the bot's processes: once, twice, at the same moment, or not at all. Events
 * that nobody acknowledged come again after a minute and after five, as Slack does it; people try again by themselves.
 */
final class EventDelivery implements AppEndpoint {
    private static final Pattern PERSON = Pattern.compile("U0[A-Z0-9]+");
    private static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final Answer HEARD = new Answer(200, "");

    private final Nodes nodes;
    private final FaultInjector faults;
    private final Agenda agenda;
    private final SandboxClock clock;
    private int turn;

    EventDelivery(Nodes nodes, FaultInjector faults, Agenda agenda, SandboxClock clock) {
        this.nodes = nodes;
        this.faults = faults;
        this.agenda = agenda;
        this.clock = clock;
    }

    private record Letter(String body, Map<String, List<String>> headers) {
        boolean event() {
            return headers.getOrDefault("Content-Type", List.of()).contains("application/json");
        }

        String person() {
            var found = PERSON.matcher(body);
            return found.find() ? found.group() : "";
        }
    }

    @Override
    public Answer take(String body, Map<String, List<String>> headers) throws IOException {
        var letter = new Letter(body, headers);
        if (!letter.event()) {
            return brought(letter);
        }
        try {
            return brought(letter);
        } catch (IOException e) {
            later(letter, 0);
            return HEARD;
        }
    }

    private void later(Letter letter, int number) {
        if (number < AGAIN.size()) {
            agenda.put(clock.instant().plus(AGAIN.get(number)), () -> {
                try {
                    brought(letter);
                } catch (IOException e) {
                    later(letter, number + 1);
                }
            });
        }
    }

    private Answer brought(Letter letter) throws IOException {
        return switch (faults.in(letter.person(), now())) {
            case FINE -> handed(letter);
            case MISSED -> throw new IOException("lost on the way");
            case UNHEARD -> {
                handed(letter);
                throw new IOException("the answer was lost");
            }
            case TWICE -> {
                var answer = handed(letter);
                handed(letter);
                yield answer;
            }
            case TWICE_AT_ONCE -> atOnce(letter);
        };
    }

    private Answer atOnce(Letter letter) throws IOException {
        var nodeOfOther = nodes.awake().isEmpty() ? List.<Node>of() : List.of(next());
        var other = CompletableFuture.runAsync(() -> nodeOfOther.forEach(node -> node.bot().take(letter.body(),
                letter.headers())));
        try {
            return handed(letter);
        } finally {
            other.exceptionally(_ -> null).join();
        }
    }

    private Answer handed(Letter letter) throws IOException {
        if (!nodes.isThere()) {
            throw new IOException("nobody is there");
        }
        var node = next();
        try {
            var answer = node.bot().take(letter.body(), letter.headers());
            if (!node.life().isOver()) {
                return new Answer(answer.status(), answer.body());
            }
        } catch (ProcessLife.Ended _) {
            // As if it had not answered.
        }
        throw new IOException("the process ended before it answered");
    }

    /** In turn. */
    private Node next() {
        var awake = nodes.awake();
        return awake.get(Math.floorMod(turn++, awake.size()));
    }

    private Instant now() {
        return clock.instant();
    }
}
