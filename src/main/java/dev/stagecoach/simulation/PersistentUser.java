package dev.stagecoach.simulation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.Sandbox;

/** How people deal with what does not work: they try again a little later, a few times, and then let it be. */
final class PersistentUser {
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final int TIMES = 6;

    private final Sandbox sandbox;
    private final Agenda agenda;
    private int acts;

    PersistentUser(Sandbox sandbox, Agenda agenda) {
        this.sandbox = sandbox;
        this.agenda = agenda;
    }

    /**
     * Does it, and later again where it did not work.
     *
     * @param done follows when it was acknowledged
     */
    void until(BooleanSupplier act, Runnable done) {
        again(act, done, 1);
    }

    private void again(BooleanSupplier act, Runnable done, int time) {
        if (once(act)) {
            done.run();
        } else if (time < TIMES) {
            agenda.put(sandbox.clock().instant().plus(LATER), () -> again(act, done, time + 1));
        }
    }

    /** Whether it was acknowledged. Where no form comes or the button is gone, it was not. */
    boolean once(BooleanSupplier act) {
        acts++;
        try {
            return act.getAsBoolean();
        } catch (AssertionError _) {
            return false;
        }
    }

    /** Sends the form on somebody's screen, at once again where nobody answered; whether it was taken. */
    static boolean sends(OpenModal form) {
        for (var time = 0; time < 3 && form.isOpen(); time++) {
            var wrong = form.submit();
            if (wrong.isEmpty()) {
                return !form.saysNotSaved();
            }
            if (!wrong.containsKey("")) {
                return false;
            }
        }
        return false;
    }

    /** Leaves no form on the screen. */
    static boolean leaving(Persona hand, BooleanSupplier act) {
        try {
            return act.getAsBoolean();
        } finally {
            SettingUp.closeAll(hand);
        }
    }

    int acts() {
        return acts;
    }
}
