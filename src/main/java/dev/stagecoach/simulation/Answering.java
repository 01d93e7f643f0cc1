package dev.stagecoach.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import dev.stagecoach.sandbox.ModalField;
import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SeenMessage;
import dev.stagecoach.simulation.Truth.Matter;
import dev.stagecoach.simulation.Truth.Settled;

/** What people do about check-ins: answer, now or later, put off, skip, think better of it, or nothing. */
final class Answering {
    private static final String ANSWER = "Answer";
    private static final List<String> CHANGING = List.of("Edit", "Answer after all");
    private static final List<String> BETTER_TIMES = List.of("In 1 hour", "Tomorrow", "Next week");

    private final Scope scope;
    private final Sandbox sandbox;
    private final Truth truth;
    private final Agenda agenda;
    private final Trying trying;
    private final BiConsumer<Matter, Settled> told;

    /** @param told hears of each answer that was acknowledged */
    Answering(Scope scope, Sandbox sandbox, Truth truth, Errands errands, BiConsumer<Matter, Settled> told) {
        this.scope = scope;
        this.sandbox = sandbox;
        this.truth = truth;
        this.agenda = errands.agenda();
        this.trying = errands.trying();
        this.told = told;
    }

    /** What people have to do it with. */
    record Errands(Agenda agenda, Trying trying) {}

    /** Somebody has got a message; if it asks for a check-in, the person may do something about it some time. */
    void arrived(Posted post) {
        var who = post.person().flatMap(truth::person);
        if (who.isEmpty() || post.buttons().stream().noneMatch(button -> button.label().equals(ANSWER))) {
            return;
        }
        var dice = scope.dice("reaction", who.get().id(), LocalDate.ofInstant(post.at(), who.get().zone()));
        when(who.get(), dice).ifPresent(wait -> agenda.put(post.at().plus(wait), () -> does(who.get(), post, dice)));
    }

    private static Optional<Duration> when(Teacher who, Dice dice) {
        var minutes = switch (who.temper()) {
            case PROMPT -> dice.chance(0.92) ? dice.between(1, 300) : 0;
            case BUSY -> dice.chance(0.7) ? dice.between(60, 4_500) : 0;
            case FORGETFUL -> dice.chance(0.3) ? dice.between(600, 8_000) : 0;
            case SILENT -> 0;
        };
        return Optional.of(minutes).filter(some -> some > 0).map(Duration::ofMinutes);
    }

    private void does(Teacher who, Posted post, Dice dice) {
        var matter = PostCheck.occasions(post).stream().findFirst();
        if (matter.isEmpty() || truth.settled(matter.get()).isPresent()) {
            return;
        }
        if (dice.chance(0.1)) {
            trying.until(() -> putsOff(who, post, matter.get(), dice), () -> {});
        } else if (dice.chance(0.08)) {
            trying.until(() -> presses(who, post, "Skip", matter.get()), () -> settle(matter.get(), Map.of()));
        } else {
            trying.until(() -> answers(who, post, matter.get(), List.of(ANSWER), dice), () -> {});
            if (dice.chance(0.2)) {
                agenda.put(sandbox.clock().instant().plus(Duration.ofMinutes(dice.between(1, 2_000))), () -> trying
                        .until(() -> answers(who, post, matter.get(), CHANGING, dice), () -> {}));
            }
        }
    }

    private boolean putsOff(Teacher who, Posted post, Matter matter, Dice dice) {
        var hand = sandbox.as(who.id());
        return !there(who, post, "Snooze", matter) || presses(who, post, "Snooze", matter) && hand.hasModal()
                && Trying.leaving(hand, () -> Trying.sends(hand.modal().choose("When is a better time?",
                        dice.pick(BETTER_TIMES))));
    }

    /** Where the message has no such button any more there is nothing to do. */
    private boolean answers(Teacher who, Posted post, Matter matter, List<String> labels, Dice dice) {
        var label = labels.stream().filter(one -> there(who, post, one, matter)).findFirst();
        if (label.isEmpty()) {
            return true;
        }
        var hand = sandbox.as(who.id());
        if (!presses(who, post, label.get(), matter) || !hand.hasModal()) {
            return false;
        }
        return Trying.leaving(hand, () -> {
            var form = hand.modal();
            var given = fill(form, dice);
            if (given.isEmpty()) {
                return true;
            }
            // Until it is acknowledged nobody knows which answer is stored.
            truth.unsure(matter);
            var taken = Trying.sends(form);
            if (taken) {
                settle(matter, given);
            }
            return taken;
        });
    }

    private void settle(Matter matter, Map<String, String> given) {
        var settled = new Settled(sandbox.clock().instant(), given);
        truth.settled(matter, settled);
        told.accept(matter, settled);
    }

    private boolean there(Teacher who, Posted post, String label, Matter matter) {
        return message(who, post).buttons().stream()
                .anyMatch(button -> button.label().equals(label) && button.value().equals(matter.occasion()));
    }

    /** A message can ask about several check-ins, each with its own buttons. */
    private boolean presses(Teacher who, Posted post, String label, Matter matter) {
        return message(who, post).presses(label, matter.occasion()).isEmpty();
    }

    private SeenMessage message(Teacher who, Posted post) {
        return sandbox.as(who.id()).message(post.channel(), post.ts());
    }

    /** Fills in every question; gives what the bot must have stored then, by question. */
    private static Map<String, String> fill(OpenModal form, Dice dice) {
        var given = new HashMap<String, String>();
        for (var field : form.fields()) {
            if (field.key().startsWith("q.")) {
                fill(form, field, given, dice);
            }
        }
        return given;
    }

    private static void fill(OpenModal form, ModalField field, Map<String, String> given, Dice dice) {
        var question = field.key().substring(2);
        if (!field.options().isEmpty()) {
            var chosen = dice.pick(field.options());
            form.choose(field.key(), chosen);
            given.put(question, chosen);
        } else if (question.endsWith(".n") || question.endsWith(".m")) {
            var number = question.endsWith(".n") ? dice.between(0, 12) : dice.between(12, 30);
            form.fill(field.key(), Integer.toString(number));
            given.merge(question.substring(0, question.length() - 2), Integer.toString(number),
                    (n, m) -> n + "/" + m);
        } else {
            var words = "Note " + dice.between(0, 999_999)
                    + (field.type().startsWith("number") ? "" : " <!channel> 😀");
            var typed = field.type().startsWith("number") ? words.replaceAll("\\D", "") : words;
            form.fill(field.key(), typed);
            given.put(question, typed);
        }
    }
}
