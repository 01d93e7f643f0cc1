package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/** What a team reads first: a card at a time, and the learning cycle where the guide has one. */
public record Introduction(List<Card> cards, Optional<LearningCycle> cycle) {
    static final Introduction NONE = new Introduction(List.of(), Optional.empty());

    public Introduction {
        cards = List.copyOf(cards);
    }

    /** Cards that are due so many school days after the team began. */
    public List<Card> cardsOfDay(int schoolDay) {
        return cards.stream().filter(card -> card.day() == schoolDay).toList();
    }

    public Optional<Card> card(String key) {
        return cards.stream().filter(card -> card.key().equals(key)).findFirst();
    }

    /**
     * A card of the introduction.
     *
     * @param day school days after the team began, from 0; never falls from card to card
     * @param minutes to read it
     * @param points a list below the text, may be empty; the point {@code {practices}} stands for a line per practice,
     *        from and to
     */
    public record Card(String key, int day, int minutes, String title, String text, List<String> points) {
        public Card {
            points = List.copyOf(points);
        }
    }

    /**
     * How a stretch of learning is shaped.
     *
     * @param span how long one round takes, in words
     * @param centre what stands in the middle of the circle
     * @param small where else the same circle turns
     * @param phases each with what happens in it
     */
    public record LearningCycle(String name, String text, String span, String centre, String small,
            List<Phase> phases) {
        public LearningCycle {
            phases = List.copyOf(phases);
        }

        public Optional<Phase> phase(String key) {
            return phases.stream().filter(phase -> phase.key().equals(key)).findFirst();
        }
    }

    /** A phase of the learning cycle; steps and evidence are tagged with its key. */
    public record Phase(String key, String name, String text, String question) {}
}
