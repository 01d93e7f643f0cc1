package dev.stagecoach;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.delivery.Manner;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.schedule.Ticks;
import dev.stagecoach.simulation.Program;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackLine;
import dev.stagecoach.storage.Database;
import dev.stagecoach.web.Endpoint;

/** The bot as a simulation starts it: the real wiring in HTTP mode, ticking when it is told to. */
record SimulatedBot(Guide guide, String signingSecret) implements Program {
    /** What the sandbox signs with. */
    static final String SECRET = "sandbox-secret";

    @Override
    public Running start(SlackApi api, Database database, Clock clock) {
        var bot = new Stagecoach(SlackLine.over(api), database, guide, clock);
        bot.answer();
        return new Process(bot, bot.endpoint(signingSecret), clock);
    }

    private record Process(Stagecoach bot, Endpoint endpoint, Clock clock) implements Running {

        @Override
        public Answer take(String body, Map<String, List<String>> headers) {
            var answer = endpoint.answer(body, headers);
            return new Answer(answer.status(), answer.body());
        }

        @Override
        public void tick() {
            bot.ticks().runNow();
        }

        @Override
        public void send() {
            bot.send(clock.instant());
        }

        @Override
        public Optional<Instant> next() {
            return bot.ticks().next().map(Ticks.Next::at);
        }

        @Override
        public Map<String, Manner> manners() {
            return bot.manners();
        }

        @Override
        public void close() {
            bot.close();
        }
    }
}
