package dev.stagecoach.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the bot is, told within two seconds whatever hangs. It lives while only a new start could help it more than
 * waiting does; it is ready while people are answered and what is due goes out.
 */
public final class Health implements AutoCloseable {
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
     * @param trouble says what is wrong just now, in words, or nothing where all is well
     */
    public Health lives(String name, Supplier<Optional<String>> trouble) {
        return new Health(plus(live, new Probe(name, trouble)), ready, warnings);
    }

    /** Without this, the bot is of no use until it comes back; see {@link #lives}. */
    public Health needs(String name, Supplier<Optional<String>> trouble) {
        return new Health(live, plus(ready, new Probe(name, trouble)), warnings);
    }

    /** What works less well than it should, in words; the bot is well all the same. */
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
        var words = warnings.stream().flatMap(one -> one.get().stream()).map(one -> "\"" + escaped(one) + "\"")
                .toList();
        return words.isEmpty() ? "" : words.stream().collect(Collectors.joining(",", ",\"warnings\":[", "]"));
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public void close() {
        Stream.concat(live.stream(), ready.stream()).forEach(Probe::close);
    }
}
