package dev.stagecoach.guide;

import java.util.List;

import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.PARAGRAPH;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads a stage with its outcomes, gates and prompts. */
final class StageReading {
    private static final int BUTTON = 30;
    private static final int MOST_NEEDED = 1000;

    private StageReading() {}

    static Stage stage(YamlNode item) {
        item.withKeys("key", "name", "gist", "condition", "span", "outcomes", "gates", "prompts");
        var outcomes = item.each("outcomes", StageReading::outcome, Outcome::id);
        var ids = outcomes.stream().map(Outcome::id).toList();
        var gates = item.each("gates", gate -> gate(gate, ids), Gate::key);
        return new Stage(item.key("key"), item.text("name", NAME), item.text("gist", SENTENCE),
                item.text("condition", SENTENCE), item.text("span", NAME), outcomes, gates,
                item.at("prompts").items().stream().map(StageReading::prompt).toList());
    }

    private static Outcome outcome(YamlNode item) {
        item.withKeys("id", "text");
        return new Outcome(item.text("id", 40), item.text("text", SENTENCE));
    }

    private static Gate gate(YamlNode item, List<String> outcomes) {
        item.withKeys("key", "text", "button", "outcome", "needs");
        var needs = item.at("needs").items().stream().map(StageReading::need).toList();
        item.at("needs").distinct(needs, need -> need.fact().key());
        return new Gate(item.key("key"), item.text("text", NAME), item.text("button", BUTTON),
                item.reference("outcome", "outcome", outcomes), needs);
    }

    private static Gate.Need need(YamlNode item) {
        item.withKeys("fact", "at_least");
        var fact = item.oneOf("fact", Fact.values());
        var most = fact.key().endsWith("_percent") ? 100 : MOST_NEEDED;
        return new Gate.Need(fact, item.number("at_least", 1, most));
    }

    private static Prompt prompt(YamlNode item) {
        item.withKeys("id", "phase", "for", "text");
        return new Prompt(item.text("id", 40), item.oneOf("phase", Prompt.Phase.values()),
                item.oneOf("for", GuideReading.AUDIENCES), item.text("text", PARAGRAPH));
    }
}
