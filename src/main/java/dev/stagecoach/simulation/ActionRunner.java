package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.BooleanSupplier;

import dev.stagecoach.people.DaysOff;
import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.Sandbox;

/** Carries out what the seed brings beside the everyday, through people's own hands wherever people do it. */
final class ActionRunner {
    /** The bot answers in the same process, where one is alive; in real time. */
    private static final Duration SOON = Duration.ofMillis(500);

    private final Sandbox sandbox;
    private final ExpectedState expected;
    private final Nodes nodes;
    private final FaultInjector faults;
    private final CheckinAnswers.Errands errands;

    ActionRunner(Sandbox sandbox, ExpectedState expected, Nodes nodes, FaultInjector faults,
            CheckinAnswers.Errands errands) {
        this.sandbox = sandbox;
        this.expected = expected;
        this.nodes = nodes;
        this.faults = faults;
        this.errands = errands;
    }

    void happens(SeededEvent one) {
        if (one.ofMachines()) {
            machines(one);
            return;
        }
        expected.population().groups().stream().filter(group -> group.number() == one.place()).findFirst()
                .ifPresent(group -> {
                    if (one.member() < group.everybody().size()) {
                        people(one, group, group.everybody().get(one.member()));
                    }
                });
    }

    private void machines(SeededEvent one) {
        switch (one.kind()) {
            case KILLED -> nodes.find(one.place()).ifPresent(node -> node.life().endAfter(one.amount()));
            case STANDSTILL -> nodes.sleep(now().plus(Duration.ofMinutes(one.amount())));
            case CLOCK_SET -> nodes.find(one.place())
                    .ifPresent(node -> node.clock().set(Duration.ofSeconds(one.amount())));
            case STORM -> faults.storm(now().plus(Duration.ofMinutes(one.amount())));
            case DISK_FULL -> faults.diskFull(now().plus(Duration.ofMinutes(one.amount())));
            case VACATION, EARLY_EVENINGS, DO_NOT_DISTURB, LEAVES, DEACTIVATED, STOPS, ARCHIVED, BOT_REMOVED, PAUSED,
                    SENT_NOW, LIMITS_CHANGED, SNOW_DAY, CHECKIN_MOVED, ROUND, EVIDENCE, REFLECTION, HELP_ASKED,
                    NOTE_KEPT,
                    COPY_TAKEN ->
                throw new IllegalStateException(one.words());
        }
    }

    private void people(SeededEvent one, Group group, Teacher who) {
        var hand = sandbox.as(who.id());
        switch (one.kind()) {
            case VACATION -> vacation(hand, who, one.amount());
            case EARLY_EVENINGS -> evenings(hand, who, LocalTime.of(one.amount(), 0));
            case DO_NOT_DISTURB -> hand.wantsNoDisturbance(now().plus(Duration.ofHours(one.amount())));
            case LEAVES -> leaves(hand, who, group, one.amount());
            case DEACTIVATED -> {
                sandbox.owner().deactivate(who.id());
                after(one.amount(), () -> sandbox.owner().reactivate(who.id()));
            }
            case STOPS -> stops(hand, who, one.amount());
            case ARCHIVED -> {
                sandbox.owner().archive(group.channelName());
                after(one.amount(), () -> sandbox.owner().unarchive(group.channelName()));
            }
            case BOT_REMOVED -> {
                sandbox.owner().removeBot(group.channelName());
                after(one.amount(), () -> sandbox.owner().inviteBot(group.channelName()));
            }
            case PAUSED -> {
                checkins(hand, group, "Pause");
                after(one.amount(), () -> checkins(hand, group, "Resume"));
            }
            case SENT_NOW -> checkins(hand, group, "Send now");
            case LIMITS_CHANGED -> limits(hand, group, one.amount());
            case SNOW_DAY -> dayOff(group, LocalDate.ofInstant(now(), group.zone()).plusDays(one.amount()));
            case CHECKIN_MOVED -> errands.trying().once(() -> types(hand, group, "/coach checkin")
                    && clicks(hand, group.place(), "Edit") && sends(hand, form -> form.choose("On",
                            SettingUp.named(DayOfWeek.of(one.amount())))));
            case ROUND -> errands.trying().once(() -> types(hand, group, "/coach round") && sends(hand, form -> form));
            case EVIDENCE, REFLECTION, HELP_ASKED, NOTE_KEPT -> writes(one, hand, group, who);
            case COPY_TAKEN -> errands.trying().once(() -> types(hand, group, "/coach my-data")
                    && clicks(hand, group.place(), "Send me a copy"));
            case KILLED, STANDSTILL, CLOCK_SET, STORM, DISK_FULL -> throw new IllegalStateException(one.words());
        }
    }

    private void writes(SeededEvent one, Persona hand, Group group, Teacher who) {
        var place = group.place();
        BooleanSupplier writing = switch (one.kind()) {
            case EVIDENCE -> () -> types(hand, group, "/coach evidence")
                    && sends(hand, form -> form.fill("What you saw", Confidence.ofTeam(who) + one.key())
                            .choose("Who sees it?", "My team"));
            case REFLECTION -> () -> types(hand, group, "/coach reflect") && clicks(hand, place, "Write")
                    && sends(hand, form -> form.fill("Your thoughts", Confidence.of(who) + one.key()));
            case HELP_ASKED -> () -> types(hand, group, "/coach ask") && hand.hasModal()
                    && sends(hand, form -> filled(form, Confidence.of(who, group.coach()) + one.key()));
            case NOTE_KEPT -> () -> types(hand, group, "/coach brief") && clicks(hand, place, "Write a note")
                    && sends(hand, form -> filled(form, Confidence.of(who) + one.key()));
            default -> throw new IllegalStateException(one.words());
        };
        errands.trying().until(writing, expected::confided);
    }

    /** All that must be filled in; what is typed, with these words. */
    private static OpenModal filled(OpenModal form, String words) {
        form.fields().stream().filter(field -> !field.optional()).forEach(field -> {
            if (field.options().isEmpty()) {
                form.fill(field.key(), words);
            } else {
                form.choose(field.key(), field.options().getFirst());
            }
        });
        return form;
    }

    private void vacation(Persona hand, Teacher who, int days) {
        var first = LocalDate.ofInstant(now(), who.zone()).plusDays(1);
        var off = new DaysOff(first, first.plusDays(days), "vacation");
        expected.noVacation(who);
        prefers(hand, form -> form.pickDate("On vacation from", off.first()).pickDate("to", off.last()),
                () -> expected.vacation(who, off));
    }

    private void evenings(Persona hand, Teacher who, LocalTime from) {
        expected.evenings(who, Hours.FROM);
        prefers(hand, form -> form.pickTime("Quiet for me from", from).pickTime("until the next morning at", Hours.TO),
                () -> expected.evenings(who, from));
    }

    private void stops(Persona hand, Teacher who, int days) {
        prefers(hand, form -> form.choose("Check-ins by private message", "No"), () -> {
            expected.stops(who);
            after(days, () -> {
                expected.startsAgain(who);
                prefers(hand, form -> form.choose("Check-ins by private message", "Yes, send them to me"), () -> {});
            });
        });
    }

    /** The bot hears of it when the event arrives, at the latest with its daily look at the channel. */
    private void leaves(Persona hand, Teacher who, Group group, int days) {
        if (!expected.goesAway(who, group)) {
            return; // away already: nobody leaves a channel twice
        }
        hand.leaves(group.place());
        if (days > 2) {
            after(2, () -> expected.leaves(who, group));
        }
        after(days, () -> {
            expected.comesBack(who, group);
            hand.joins(group.place());
        });
    }

    /** The coach who brought the school's calendar adds it; it holds for all of the school's teams. */
    private void dayOff(Group group, LocalDate day) {
        var first = expected.population().groups().stream().filter(one -> one.school().equals(group.school()))
                .findFirst().orElse(group);
        var hand = sandbox.as(first.coach().id());
        errands.trying().until(() -> types(hand, first, "/coach calendar")
                && clicks(hand, first.place(), "Add days off")
                && sends(hand, form -> form.fill("Name", "Snow day").pickDate("First day", day)),
                () -> expected.dayOff(group, new DaysOff(day, day, "Snow day")));
    }

    private void checkins(Persona hand, Group group, String button) {
        errands.trying().once(() -> types(hand, group, "/coach checkin") && clicks(hand, group.place(), button));
    }

    /** While nobody knows which limit holds, the wider one does. */
    private void limits(Persona hand, Group group, int aWeek) {
        expected.nudges(group, Math.max(aWeek, expected.nudges(group)));
        errands.trying().until(() -> types(hand, group, "/coach calendar")
                && clicks(hand, group.place(), "Hours and limits") && hand.hasModal()
                && PersistentUser.leaving(hand, () -> {
                    var form = hand.modal();
                    var choice = form.fields().stream().filter(field -> field.key().equals("nudges")).findFirst()
                            .orElseThrow(() -> new AssertionError("no limit to choose"));
                    form.choose(choice.key(), choice.options().get(aWeek - 1));
                    return PersistentUser.sends(form) && hand.hasModal() && PersistentUser.sends(hand.modal());
                }), () -> expected.nudges(group, aWeek));
    }

    /** What somebody types or picks in a form. */
    private interface Filling {
        OpenModal in(OpenModal form);
    }

    private void prefers(Persona hand, Filling filling, Runnable done) {
        errands.trying().until(() -> {
            if (!hand.canClick("home", "Change")) {
                hand.home(SOON);
            }
            return clicks(hand, "home", "Change") && sends(hand, filling);
        }, done);
    }

    /** Nobody waits for a button that is not there. */
    private static boolean clicks(Persona hand, String place, String button) {
        return hand.canClick(place, button) && hand.clicks(place, button).isEmpty();
    }

    private static boolean types(Persona hand, Group group, String command) {
        return hand.types(group.place(), command).isEmpty();
    }

    private static boolean sends(Persona hand, Filling filling) {
        return hand.hasModal() && PersistentUser.leaving(hand, () -> PersistentUser.sends(filling.in(hand.modal())));
    }

    private void after(int days, Agenda.Act act) {
        errands.agenda().put(now().plus(Duration.ofDays(days)), act);
    }

    private Instant now() {
        return sandbox.clock().instant();
    }
}
