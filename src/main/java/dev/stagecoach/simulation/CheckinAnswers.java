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
import dev.stagecoach.simulation.ExpectedState.Matter;
import dev.stagecoach.simulation.ExpectedState.Settled;

/** What people do about check-ins: answer, now or later, put off, skip, think better of it, or nothing. */
final class CheckinAnswers {
    private static final List<String> ANSWER = List.of("Answer", "Answer all");
    private static final List<String> CHANGING = List.of("Add or change", "Change", "Answer after all");
    private static final List<String> BETTER_TIMES = List.of("In 1 hour", "Tomorrow", "Next week");

    private final Scope scope;
    private final Sandbox sandbox;
    private final ExpectedState expected;
    private final Agenda agenda;
    private final PersistentUser trying;
    private final BiConsumer<Matter, Settled> told;

    /** @param told hears of each answer that was acknowledged */
    CheckinAnswers(Scope scope, Sandbox sandbox, ExpectedState expected, Errands errands,
            BiConsumer<Matter, Settled> told) {
        this.scope = scope;
        this.sandbox = sandbox;
        this.expected = expected;
        this.agenda = errands.agenda();
        this.trying = errands.trying();
        this.told = told;
    }

    /** What people have to do it with. */
    record Errands(Agenda agenda, PersistentUser trying) {}

    /** Somebody has got a message; if it asks for a check-in, the person may do something about it some time. */
    void arrived(Posted post) {
        var who = post.person().flatMap(expected::person);
        if (who.isEmpty() || post.buttons().stream().noneMatch(button -> ANSWER.contains(button.label()))) {
            return;
        }
        var random = scope.random("reaction", who.get().id(), LocalDate.ofInstant(post.at(), who.get().zone()));
        when(who.get(), random)
                .ifPresent(wait -> agenda.put(post.at().plus(wait), () -> does(who.get(), post, random)));
    }

    private static Optional<Duration> when(Teacher who, SeededRandom random) {
        var minutes = switch (who.temper()) {
            case PROMPT -> random.chance(0.92) ? random.between(1, 300) : 0;
            case BUSY -> random.chance(0.7) ? random.between(60, 4_500) : 0;
            case FORGETFUL -> random.chance(0.3) ? random.between(600, 8_000) : 0;
            case SILENT -> 0;
        };
        return Optional.of(minutes).filter(some -> some > 0).map(Duration::ofMinutes);
    }

    private void does(Teacher who, Posted post, SeededRandom random) {
        var matter = PostCheck.occasions(post).stream().findFirst();
        if (matter.isEmpty() || expected.settled(matter.get()).isPresent()) {
            return;
        }
        if (random.chance(0.1)) {
            trying.until(() -> putsOff(who, post, matter.get(), random), () -> {});
        } else if (random.chance(0.08)) {
            trying.until(() -> presses(who, post, "Skip", matter.get()), () -> settle(matter.get(), Map.of()));
        } else {
            trying.until(() -> answers(who, post, matter.get(), ANSWER, random), () -> {});
            if (random.chance(0.2)) {
                agenda.put(sandbox.clock().instant().plus(Duration.ofMinutes(random.between(1, 2_000))), () -> trying
                        .until(() -> answers(who, post, matter.get(), CHANGING, random), () -> {}));
            }
        }
    }

    private boolean putsOff(Teacher who, Posted post, Matter matter, SeededRandom random) {
        var hand = sandbox.as(who.id());
        return !there(who, post, "Snooze", matter) || presses(who, post, "Snooze", matter) && hand.hasModal()
                && PersistentUser.leaving(hand, () -> PersistentUser.sends(hand.modal().choose("When is a better time?",
                        random.pick(BETTER_TIMES))));
    }

    /** Where the message has no such button any more there is nothing to do. */
    private boolean answers(Teacher who, Posted post, Matter matter, List<String> labels, SeededRandom random) {
        var label = labels.stream().filter(one -> there(who, post, one, matter)).findFirst();
        if (label.isEmpty()) {
            return true;
        }
        var hand = sandbox.as(who.id());
        if (!presses(who, post, label.get(), matter) || !hand.hasModal()) {
            return false;
        }
        return PersistentUser.leaving(hand, () -> {
            var form = hand.modal();
            var given = fill(form, who, random);
            if (given.isEmpty()) {
                return true;
            }
            // Until it is acknowledged nobody knows which answer is stored.
            expected.unsure(matter);
            var taken = PersistentUser.sends(form);
            if (taken) {
                settle(matter, given);
                given.values().stream().filter(typed -> Confidence.written(typed).isPresent())
                        .forEach(_ -> expected.confided());
            }
            return taken;
        });
    }

    private void settle(Matter matter, Map<String, String> given) {
        var settled = new Settled(sandbox.clock().instant(), given);
        expected.settled(matter, settled);
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
    private static Map<String, String> fill(OpenModal form, Teacher who, SeededRandom random) {
        var given = new HashMap<String, String>();
        for (var field : form.fields()) {
            if (field.key().startsWith("q.")) {
                fill(form, field, given, who, random);
            }
        }
        return given;
    }

    private static void fill(OpenModal form, ModalField field, Map<String, String> given, Teacher who,
            SeededRandom random) {
        var question = field.key().substring(2);
        if (!field.options().isEmpty()) {
            var chosen = random.pick(field.options());
            form.choose(field.key(), chosen);
            given.put(question, chosen);
        } else if (question.endsWith(".n") || question.endsWith(".m")) {
            var number = question.endsWith(".n") ? random.between(0, 12) : random.between(12, 30);
            form.fill(field.key(), Integer.toString(number));
            given.merge(question.substring(0, question.length() - 2), Integer.toString(number),
                    (n, m) -> n + "/" + m);
        } else {
            var number = Integer.toString(random.between(0, 999_999));
            var typed = field.type().startsWith("number") ? number : Confidence.of(who) + number + " <!channel> 😀";
            form.fill(field.key(), typed);
            given.put(question, typed);
        }
    }
}
