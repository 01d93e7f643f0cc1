package dev.stagecoach.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;

/**
 * From the command to "Ready", and resident memory at rest, of {@code stagecoach run} in Socket Mode beside
 * {@link BareBolt}: same JVM, same flags, same jar on the class path, in turn, against the sandbox in this process.
 * Both get two of glibc's memory arenas, as the Dockerfile sets it. Linux only: memory is read from {@code /proc}. Arguments: rounds, then JVM flags for both; {@code --aot} among them
 * trains a class cache for each with the same flags first.
 */
public final class StartBench {
    private static final Path JAR = Path.of("target/stagecoach.jar");
    private static final Path BENCH_CLASSES = Path.of("target/test-classes");
    private static final Duration REST = Duration.ofSeconds(8);

    private final Sandbox sandbox;
    private final Path folder;
    private final List<String> flags;
    private final boolean aot;

    private StartBench(Sandbox sandbox, Path folder, List<String> arguments) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.aot = arguments.contains("--aot");
        this.flags = arguments.stream().filter(flag -> !flag.equals("--aot")).toList();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var flags = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        try (var sandbox = Sandbox.start(0, SandboxClock.running(SandboxClock.START))) {
            new StartBench(sandbox, Files.createTempDirectory("stagecoach-bench"), flags).compare(rounds);
        }
    }

    private void compare(int rounds) throws IOException, InterruptedException {
        var benchJar = jarOfBench();
        var bare = new Program("bare", List.of("-cp", JAR + ":" + benchJar, BareBolt.class.getName()));
        var ours = new Program("stagecoach", List.of("-cp", JAR.toString(), "dev.stagecoach.Main", "run"));
        if (aot) {
            train(bare);
            train(ours);
        }
        var bareRuns = new ArrayList<Run>();
        var ourRuns = new ArrayList<Run>();
        for (var round = 0; round <= rounds; round++) {
            var oneBare = measure(bare);
            var oneOurs = measure(ours);
            if (round > 0) { // the first round only warms the file cache
                bareRuns.add(oneBare);
                ourRuns.add(oneOurs);
            }
        }
        report(bareRuns, ourRuns);
    }

    private void report(List<Run> bare, List<Run> ours) {
        System.out.printf("flags %s, AOT cache %s, %d rounds in turn%n", flags, aot, bare.size());
        System.out.printf("ready   bare %5d ms   stagecoach %5d ms   ratio %.2f%n", median(bare, Run::millis),
                median(ours, Run::millis), ratio(bare, ours, Run::millis));
        System.out.printf("memory  bare %5d MB   stagecoach %5d MB   ratio %.2f%n",
                median(bare, Run::kilobytes) / 1024, median(ours, Run::kilobytes) / 1024,
                ratio(bare, ours, Run::kilobytes));
    }

    private static long median(List<Run> runs, ToLongFunction<Run> figure) {
        return runs.stream().mapToLong(figure).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
    }

    private static double ratio(List<Run> bare, List<Run> ours, ToLongFunction<Run> figure) {
        return (double) median(ours, figure) / median(bare, figure);
    }

    /** What is started, and the name of its class cache. */
    private record Program(String name, List<String> command) {}

    private record Run(long millis, long kilobytes) {}

    /** The first start makes the database; what only that one needs is no part of the cache. */
    private void train(Program program) throws IOException, InterruptedException {
        stop(start(program, List.of()));
        stop(start(program, List.of("-XX:AOTCacheOutput=" + cache(program))));
    }

    private static void stop(Process process) throws IOException, InterruptedException {
        awaitReady(process);
        Thread.sleep(Duration.ofSeconds(2));
        process.destroy();
        process.waitFor();
    }

    private Run measure(Program program) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var process = start(program, aot ? List.of("-XX:AOTCache=" + cache(program)) : List.of());
        try {
            awaitReady(process);
            var millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            Thread.sleep(REST);
            return new Run(millis, residentKilobytes(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process start(Program program, List<String> more) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(List.of(java), flags, more, program.command()).flatMap(List::stream).toList();
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SLACK_API_URL", sandbox.apiUrl());
        builder.environment().put("SLACK_BOT_TOKEN", sandbox.botToken());
        builder.environment().put("SLACK_APP_TOKEN", sandbox.appToken());
        builder.environment().put("DATABASE_URL", "jdbc:sqlite:" + folder.resolve("bench.db"));
        builder.environment().put("PORT", "0");
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    private Path cache(Program program) {
        return folder.resolve(program.name() + ".aot");
    }

    private static void awaitReady(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Ready")) {
                return;
            }
        }
        throw new IllegalStateException("the program ended before it was ready");
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong).findFirst().orElseThrow();
    }

    /** A class cache takes jars only. */
    private Path jarOfBench() throws IOException, InterruptedException {
        var jar = folder.resolve("bench.jar");
        var tool = Path.of(System.getProperty("java.home"), "bin", "jar").toString();
        var made = new ProcessBuilder(tool, "cf", jar.toString(), "-C", BENCH_CLASSES.toString(),
                BareBolt.class.getName().replace('.', '/') + ".class").inheritIO().start().waitFor();
        if (made != 0) {
            throw new IOException("jar ended with " + made);
        }
        return jar;
    }
}
