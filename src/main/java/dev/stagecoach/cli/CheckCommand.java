package dev.stagecoach.cli;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.stagecoach.calendar.CalendarFiles;
import dev.stagecoach.calendar.CalendarUnusable;
import dev.stagecoach.calendar.SchoolFile;
import dev.stagecoach.calendar.SchoolYear;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.guide.GuideUnusable;
import dev.stagecoach.people.Retention;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SettingsUnusable;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.slack.ScopeCheck;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.DatabaseUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything that a start needs, and says what is missing and how to mend it. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks settings, guide, database and, with tokens, Slack.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    SettingsOptions options;

    private final List<String> problems = new ArrayList<>();

    @Override
    public Integer call() {
        settings().ifPresent(settings -> {
            guide(settings);
            calendars(settings);
            database(settings);
            retention(settings.retention());
            slack(settings.slack());
        });
        problems.forEach(problem -> say("to mend   " + problem));
        say(problems.isEmpty() ? "All is well." : "Not ready yet: see above.");
        return problems.isEmpty() ? Launcher.DONE : Launcher.UNUSABLE;
    }

    private Optional<Settings> settings() {
        try {
            var settings = options.settings(Settings.DEFAULT_PORT);
            say("fine      settings");
            return Optional.of(settings);
        } catch (SettingsUnusable | Unstartable e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void guide(Settings settings) {
        try {
            var guide = GuideFiles.load(Optional.of(settings.guideFolder()));
            say("fine      guide: " + guide.name() + ", " + guide.practices().size() + " practices");
            guide.uncounted().forEach(fact -> say("look at   guide: nothing counts the fact " + fact.key()
                    + ", so gates that need it stay open until a coach waives them. To count it, give a tool in"
                    + " tools.yml a page with fact: " + fact.key() + "."));
        } catch (GuideUnusable e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void calendars(Settings settings) {
        try {
            var files = CalendarFiles.read(settings.calendarFolder(),
                    SchoolYear.around(LocalDate.now(SchoolCalendars.USUAL_ZONE)), _ -> SchoolCalendars.USUAL_ZONE);
            var fine = files.stream().filter(file -> file.troubles().isEmpty()).map(SchoolFile::school).toList();
            say("fine      school calendars: " + (files.isEmpty() ? "no files" : String.join(", ", fine)));
            SchoolCalendars.troubles(files).forEach(words -> say("look at   " + words));
        } catch (CalendarUnusable e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void database(Settings settings) {
        try (var database = Database.open(settings.databaseUrl())) {
            say("fine      database: " + database.dialect().name().toLowerCase(Locale.ROOT));
        } catch (DatabaseUnusable e) {
            if (e.inUse()) {
                say("fine      database: a bot that runs has it open, so I did not look into it");
                return;
            }
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void retention(Retention retention) {
        var terms = retention.terms();
        say(retention.legalHold()
                ? "look at   retention: a legal hold is on, so nothing is deleted; retention.legal_hold ends it"
                : "fine      retention: placements until " + Plural.of(terms.ratingDays(), "day")
                        + " after the school year, people's own words " + Plural.of(terms.writingMonths(), "month")
                        + ", figures " + Plural.of(terms.figureYears(), "year"));
    }

    private void slack(SlackSettings slack) {
        if (slack.botToken().isEmpty()) {
            say("not asked Slack: SLACK_BOT_TOKEN is not set; the README's section on Slack tells where it comes from");
            return;
        }
        var findings = new ScopeCheck(URI.create(slack.apiUrl()), slack.botToken())
                .run(Optional.of(slack.appToken()).filter(token -> !token.isEmpty()));
        findings.workspace().ifPresent(name -> say("fine      Slack: " + name));
        problems.addAll(findings.problems());
        if (!slack.socketMode() && slack.signingSecret().isEmpty()) {
            problems.add("Neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP mode) is set;"
                    + " one of them is needed.");
        }
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }
}
