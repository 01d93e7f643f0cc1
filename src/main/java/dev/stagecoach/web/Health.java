package dev.stagecoach.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the bot is, told within two seconds whatever hangs. It lives while only a new start could help it more than
 * waiting does; it is ready while people are answered and what is due goes out.
 */
public final class Health implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final List<Probe> live;
    private final List<Probe> ready;
    private final List<Supplier<List<String>>> warnings;

    private Health(List<Probe> live, List<Probe> ready, List<Supplier<List<String>>> warnings) {
        this.live = live;
        this.ready = ready;
        this.warnings = warnings;
    }

    /** A bot of which nothing can be wrong. */
    public static Health well() {
        return new Health(List.of(), List.of(), List.of());
    }

    /**
     * Without this, only a new start helps.
     *
     * @param name as in "NAME has not answered for 2 seconds"
     * @param trouble says what is wrong just now, or nothing where all is well; in words of ours, because anybody may
     *        ask: what a fault, Slack or the database said is for the log
     */
    public Health lives(String name, Supplier<Optional<String>> trouble) {
        return new Health(plus(live, new Probe(name, trouble)), ready, warnings);
    }

    /** Without this, the bot is of no use until it comes back; see {@link #lives}. */
    public Health needs(String name, Supplier<Optional<String>> trouble) {
        return new Health(live, plus(ready, new Probe(name, trouble)), warnings);
    }

    /** What works less well than it should, in words of ours; the bot is well all the same. */
    public Health warns(Supplier<List<String>> words) {
        return new Health(live, ready, plus(warnings, words));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    Endpoint.Answer live() {
        return answer(live);
    }

    Endpoint.Answer ready() {
        return answer(ready);
    }

    Endpoint.Answer all() {
        return answer(Stream.concat(live.stream(), ready.stream()).toList());
    }

    private Endpoint.Answer answer(List<Probe> probes) {
        var until = System.nanoTime() + Probe.PATIENCE.toNanos();
        probes.forEach(Probe::begin);
        var troubles = probes.stream().flatMap(probe -> probe.trouble(until).stream()).toList();
        return troubles.isEmpty()
                ? new Endpoint.Answer(200, "application/json", "{\"status\":\"ok\"" + warned() + "}")
                : new Endpoint.Answer(503, "application/json",
                        "{\"status\":\"down\",\"reason\":\"" + escaped(String.join("; ", troubles)) + "\"}");
    }

    private String warned() {
        var words = warnings.stream().flatMap(one -> told(one).stream()).map(one -> "\"" + escaped(one) + "\"")
                .toList();
        return words.isEmpty() ? "" : words.stream().collect(Collectors.joining(",", ",\"warnings\":[", "]"));
    }

    private static List<String> told(Supplier<List<String>> warning) {
        try {
            return warning.get();
        } catch (RuntimeException e) {
            LOG.warn("a question about the bot's health failed", e);
            return List.of("one question about my health failed; the log tells why");
        }
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public void close() {
        Stream.concat(live.stream(), ready.stream()).forEach(Probe::close);
    }
}
