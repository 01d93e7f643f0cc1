package dev.stagecoach.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One of the people of the story. Whatever does not work stops the story and says who could not do what, and when. */
final class StoryPerson {
    static final String CHANNEL = "#grade-7-team";
    private final Persona hand;
    private final String name;
    private final StoryCalendar calendar;
    private final String channel;

    StoryPerson(Persona hand, String name, StoryCalendar calendar) {
        this(hand, name, calendar, CHANNEL);
    }

    /** @param channel of the team in which the person acts */
    StoryPerson(Persona hand, String name, StoryCalendar calendar, String channel) {
        this.hand = hand;
        this.name = name;
        this.calendar = calendar;
        this.channel = channel;
    }

    /** The same person in another team's channel. */
    StoryPerson in(String other) {
        return new StoryPerson(hand, name, calendar, other);
    }

    /** Plain words or a command, in the team's channel. */
    void types(String words) {
        step("type \"" + words + "\"", () -> hand.types(channel, words));
    }

    void replies(String to, String words) {
        step("answer \"" + to + "\"", () -> hand.repliesTo(channel, to, words));
    }

    /** The newest button so labelled in the team's channel. */
    void presses(String label) {
        step("press \"" + label + "\"", () -> hand.clicks(channel, label));
    }

    /** The newest button so labelled in the conversation with the bot. */
    void pressesInPrivate(String label) {
        step("press \"" + label + "\" in private", () -> hand.clicks("dm", label));
    }

    void pressesAtHome(String label) {
        step("press \"" + label + "\" at Home", () -> {
            hand.home();
            return hand.clicks("home", label);
        });
    }

    void saves(String words) {
        step("save \"" + words + "\" as evidence", () -> hand.shortcut(words, "save_evidence"));
    }

    /** Fills in the form on the screen and sends it. */
    void sends(String title, Consumer<OpenModal> filling) {
        step("send \"" + title + "\"", () -> {
            var modal = hand.modal();
            if (!modal.title().equals(title)) {
                return Optional.of("on the screen was \"" + modal.title() + "\":\n" + modal.text());
            }
            filling.accept(modal);
            return Optional.of(modal.submit()).filter(wrong -> !wrong.isEmpty()).map(Map::toString);
        });
    }

    /** Fills in whatever form is on the screen and sends it. */
    void sendsWhatever(Consumer<OpenModal> filling) {
        step("send the form", () -> {
            var modal = hand.modal();
            filling.accept(modal);
            return Optional.of(modal.submit()).filter(wrong -> !wrong.isEmpty()).map(Map::toString);
        });
    }

    /** Closes whatever is on the screen. */
    void closes() {
        step("close the form", () -> {
            while (hand.hasModal()) {
                hand.modal().close();
            }
            return Optional.empty();
        });
    }

    private void step(String what, Supplier<Optional<String>> work) {
        final Optional<String> wrong;
        try {
            wrong = work.get();
        } catch (AssertionError | IllegalArgumentException e) {
            throw stopped(what, String.valueOf(e.getMessage()), e);
        }
        wrong.ifPresent(words -> {
            throw stopped(what, words, new IllegalStateException(words));
        });
    }

    private IllegalStateException stopped(String what, String why, Throwable cause) {
        return new IllegalStateException(
                "The story stopped in %s: %s could not %s. %s".formatted(calendar.place(), name, what, why), cause);
    }
}
