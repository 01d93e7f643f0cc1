package dev.stagecoach.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.Wiring;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.jobs.JobScheduler;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.simulation.Program;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.storage.Database;
import dev.stagecoach.web.Endpoint;

/** The bot as a simulation starts it: the real wiring in HTTP mode, ticking when it is told to. */
record SimulatedBot(Guide guide, String signingSecret) implements Program {
    /** What the sandbox signs with. */
    static final String SECRET = "sandbox-secret";

    @Override
    public Running start(SlackApi api, Database database, Clock clock) {
        var log = LogTap.open();
        var bot = new Wiring(SlackConnection.over(api), database, guide, clock);
        bot.answer();
        return new Process(bot, bot.endpoint(signingSecret), clock, log);
    }

    private record Process(Wiring bot, Endpoint endpoint, Clock clock, LogTap log) implements Running {

        @Override
        public Answer take(String body, Map<String, List<String>> headers) {
            var answer = endpoint.answer(body, headers);
            return new Answer(answer.status(), answer.body());
        }

        @Override
        public void tick() {
            bot.jobs().runNow();
        }

        @Override
        public void send() {
            bot.send(clock.instant());
        }

        @Override
        public Optional<Instant> next() {
            return bot.jobs().next().map(JobScheduler.Next::at);
        }

        @Override
        public List<String> logged() {
            return log.drain();
        }

        @Override
        public Map<String, SendPolicy> policies() {
            return bot.policies();
        }

        @Override
        public void close() {
            bot.close();
            log.stop();
        }
    }
}
