package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.guide.Introduction.Card;
import dev.stagecoach.guide.Introduction.LearningCycle;
import dev.stagecoach.guide.Introduction.Phase;

import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads the introduction's cards and the learning cycle. */
final class IntroductionReading {
    private static final int LAST_DAY = 60;

    private IntroductionReading() {}

    static Introduction introduction(YamlNode file) {
        file.withKeys("cards", "cycle");
        var cards = file.each("cards", IntroductionReading::card, Card::key);
        inOrder(file, cards);
        return new Introduction(cards, file.has("cycle") ? Optional.of(cycle(file.at("cycle"))) : Optional.empty());
    }

    private static Card card(YamlNode item) {
        item.withKeys("key", "day", "minutes", "title", "text", "points");
        return new Card(item.key("key"), item.number("day", 0, LAST_DAY), item.number("minutes", 1, 30),
                item.text("title", NAME), item.text("text", SENTENCE), item.textsIfAny("points", SENTENCE));
    }

    private static void inOrder(YamlNode file, List<Card> cards) {
        var days = cards.stream().map(Card::day).toList();
        if (!days.equals(days.stream().sorted().toList())) {
            throw file.at("cards").refuse("must stand in the order of their days, not " + days);
        }
    }

    private static LearningCycle cycle(YamlNode item) {
        item.withKeys("name", "text", "span", "centre", "small", "phases");
        var phases = item.each("phases", phase -> {
            phase.withKeys("key", "name", "text", "question");
            return new Phase(phase.key("key"), phase.text("name", NAME), phase.text("text", SENTENCE),
                    phase.text("question", SENTENCE));
        }, Phase::key);
        return new LearningCycle(item.text("name", NAME), item.text("text", SENTENCE), item.text("span", NAME),
                item.text("centre", SENTENCE), item.text("small", SENTENCE), phases);
    }
}
