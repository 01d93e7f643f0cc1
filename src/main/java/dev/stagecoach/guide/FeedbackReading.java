package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.guide.Feedback.Protocol;
import dev.stagecoach.guide.Feedback.Turn;
import dev.stagecoach.guide.Feedback.Visit;

import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads protocols of feedback and visits. */
final class FeedbackReading {
    private static final int MOST_HOURS = 720;
    private static final int MOST_MINUTES = 240;
    private static final int MOST = 100;

    private FeedbackReading() {}

    static Feedback feedback(YamlNode file) {
        file.withKeys("protocols", "visit");
        return new Feedback(file.each("protocols", FeedbackReading::protocol, Protocol::key),
                file.has("visit") ? Optional.of(visit(file.at("visit"))) : Optional.empty());
    }

    private static Protocol protocol(YamlNode item) {
        item.withKeys("key", "name", "use", "hours", "minutes", "turns", "rules");
        var turns = turns(item.at("turns").items());
        var minutes = item.number("minutes", 1, MOST_MINUTES);
        var sum = turns.stream().mapToInt(Turn::minutes).sum();
        if (sum != minutes) {
            throw item.at("minutes").refuse("says " + minutes + ", but the turns take " + sum);
        }
        return new Protocol(item.key("key"), item.text("name", NAME), item.text("use", SENTENCE),
                item.number("hours", 1, MOST_HOURS), minutes, turns, item.textsIfAny("rules", SENTENCE));
    }

    private static List<Turn> turns(List<YamlNode> items) {
        return IntStream.range(0, items.size()).mapToObj(i -> turn(i + 1, items.get(i))).toList();
    }

    private static Turn turn(int number, YamlNode item) {
        item.withKeys("who", "minutes", "name", "text", "starters");
        return new Turn(number, item.oneOf("who", Feedback.Who.values()), item.number("minutes", 1, MOST_MINUTES),
                item.text("name", NAME), item.text("text", SENTENCE), item.textsIfAny("starters", SENTENCE));
    }

    private static Visit visit(YamlNode item) {
        item.withKeys("name", "text", "visitors", "minutes", "rooms_before_sharing", "thanks_within_days", "before",
                "during", "after");
        return new Visit(item.text("name", NAME), item.text("text", SENTENCE), item.span("visitors", MOST),
                item.span("minutes", MOST_MINUTES), item.number("rooms_before_sharing", 1, MOST),
                item.number("thanks_within_days", 1, MOST), item.textsIfAny("before", SENTENCE),
                item.textsIfAny("during", SENTENCE), item.textsIfAny("after", SENTENCE));
    }
}
