package dev.stagecoach.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.stagecoach.calendar.CalendarFiles;
import dev.stagecoach.calendar.CalendarText;
import dev.stagecoach.calendar.Reading;
import dev.stagecoach.calendar.SchoolYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the days off that the bot would read in a calendar file, before it does. */
@Command(name = "calendar", mixinStandardHelpOptions = true, description = {
        "Prints the days off that I read in a calendar file, what I leave out, and why.",
        "Exit code: 0 all is well, 1 there is a warning, 2 the file cannot be used."})
final class CalendarCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A calendar file (.ics).")
    Path file = Path.of("");

    @Option(names = "--zone", paramLabel = "ZONE", description = "Where the school is, for files that do not say so (default: America/Boise).")
    ZoneId zone = SchoolCalendars.USUAL_ZONE;

    @Option(names = "--school-year", paramLabel = "YEAR", description = "The year in which the school year begins, on July 1 (default: the present one).")
    Optional<Integer> year = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", description = "How to print it (default: text).")
    Format format = Format.TEXT;

    /** How it is printed. */
    enum Format {
        TEXT, JSON
    }

    @Override
    public Integer call() {
        var schoolYear = year.map(SchoolYear::beginning).orElseGet(() -> SchoolYear.of(LocalDate.now(zone)));
        return switch (CalendarFiles.read(file, schoolYear, zone)) {
            case CalendarText.Read.Days(var reading) -> {
                print(reading, schoolYear);
                yield reading.warnings().isEmpty() ? Launcher.DONE : Launcher.FAILED;
            }
            case CalendarText.Read.Unusable(var reason) -> {
                var words = "calendar file " + file + ": I cannot use it: " + reason + ".";
                if (format == Format.JSON) {
                    print(new Reading(List.of(), List.of(), List.of(words)), schoolYear);
                } else {
                    spec.commandLine().getErr().println("stagecoach: " + words);
                }
                yield Launcher.UNUSABLE;
            }
        };
    }

    private void print(Reading reading, SchoolYear schoolYear) {
        var out = spec.commandLine().getOut();
        out.println(switch (format) {
            case TEXT -> CalendarReport.text(reading, schoolYear);
            case JSON -> CalendarReport.json(reading);
        });
        out.flush();
    }
}
