package dev.stagecoach.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.simulation.Program;
import dev.stagecoach.simulation.Scope;
import dev.stagecoach.simulation.SimulationDatabases;
import dev.stagecoach.simulation.StoryRunner;
import dev.stagecoach.simulation.StoryRunner.Ending;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Weeks of a school year with everything that can go wrong; a whole year is {@code stagecoach simulate}. */
class SimulationTest {
    private static final Program BOT = new SimulatedBot(ShippedGuide.GUIDE, SimulatedBot.SECRET);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);

    /** All that the bot logs is looked through, down to the least. */
    @BeforeAll
    static void logsAll() {
        LogTap.root().getLoggerContext().getLogger("dev.stagecoach").setLevel(Level.DEBUG);
    }

    private static Ending told(Program bot, Optional<String> postgresql, Scope scope) {
        return new StoryRunner(bot, new SimulationDatabases(postgresql), _ -> {}).tell(scope);
    }

    @Test
    void oneProcessOverTheEndOfDaylightSavingAndABreak() {
        var scope = Scope.of(OCTOBER, LocalDate.of(2026, 11, 30), 3, 1, 1);
        assertThat(told(BOT, Optional.empty(), scope)).isInstanceOf(Ending.Well.class);
    }

    @Test
    void twoProcessesOverTheBeginOfDaylightSavingAndABreak() {
        var scope = Scope.of(LocalDate.of(2027, 2, 22), LocalDate.of(2027, 4, 5), 3, 2, 2);
        assertThat(told(BOT, Optional.of(TestDatabases.postgresqlUrl()), scope)).isInstanceOf(Ending.Well.class);
    }

    /** A bot that forgets what it has sent; a short story of one team shows it. */
    @Test
    void aBotThatSaysThingsTwiceIsFoundOut() {
        Program forgetful = (line, database, clock) -> new Forgetful(BOT.start(line, database, clock), database);
        var ending = told(forgetful, Optional.empty(), Scope.of(OCTOBER, OCTOBER.plusDays(20), 2, 3, 1));
        assertThat(ending).isInstanceOf(Ending.Wrong.class);
        assertThat(String.join("\n", ending.lines())).contains("Seed 3 goes wrong: nothing twice",
                "The shortest story found: 2026-10-12", "  nothing");
    }

    private record Forgetful(Program.Running bot, Database database) implements Program.Running {
        @Override
        public Program.Answer take(String body, Map<String, List<String>> headers) {
            return bot.take(body, headers);
        }

        @Override
        public void tick() {
            bot.tick();
            database.change(tx -> tx.handle().execute(
                    "update delivery set state = 'due', ts = null, channel = null, sent_at = null where state = 'sent'"
                            + " and kind = 'summary.post'"));
        }

        @Override
        public void send() {
            bot.send();
        }

        @Override
        public Optional<Instant> next() {
            return bot.next();
        }

        @Override
        public List<String> logged() {
            return bot.logged();
        }

        @Override
        public Map<String, SendPolicy> policies() {
            return bot.policies();
        }

        @Override
        public void close() {
            bot.close();
        }
    }
}
