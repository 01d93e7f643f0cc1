package dev.stagecoach.coaching.learn;

import java.time.LocalDate;

import dev.stagecoach.guide.Introduction;

/** One thing to read on the way in. */
sealed interface ReadingItem {

    /** What it is kept under once somebody has seen it. */
    String key();

    /** From which day on it is offered. */
    LocalDate opens();

    /** As people know it. */
    String title();

    /** How long it takes. */
    int minutes();

    /** A card of the introduction. */
    record OfCard(Introduction.Card card, LocalDate opens) implements ReadingItem {
        @Override
        public String key() {
            return "card/" + card.key();
        }

        @Override
        public String title() {
            return card.title();
        }

        @Override
        public int minutes() {
            return card.minutes();
        }
    }

    /** The learning cycle. */
    record OfCycle(Introduction.LearningCycle cycle, LocalDate opens) implements ReadingItem {
        static final String KEY = "cycle";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public String title() {
            return cycle.name();
        }

        @Override
        public int minutes() {
            return 2;
        }
    }
}
