package dev.stagecoach.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the Home tabs that people look at up to date: shown when opened, and again after whatever the person did. */
public final class HomeTab {
    private static final Logger LOG = LoggerFactory.getLogger(HomeTab.class);

    private final BiFunction<PersonId, Instant, Card> home;
    private final Messenger messenger;
    private final InstantSource clock;
    /** Who has opened the tab since the start, with how often it was asked for since it was last shown. */
    private final Map<PersonId, AtomicInteger> viewers = new ConcurrentHashMap<>();

    /** Whose tab is shown again once the transaction that changed it has ended. */
    private final Set<PersonId> changed = ConcurrentHashMap.newKeySet();

    /** @param home what a person's tab shows at a moment */
    public HomeTab(BiFunction<PersonId, Instant, Card> home, Messenger messenger, InstantSource clock) {
        this.home = home;
        this.messenger = messenger;
        this.clock = clock;
    }

    /** Shows the tab, from now on after each thing the person does. */
    public void opened(PersonId person) {
        viewers.computeIfAbsent(person, _ -> new AtomicInteger());
        refresh(person);
    }

    /** Shows the tab again, if the person has it open; returns at once, and many calls in a row make few. */
    public void refresh(PersonId person) {
        var asked = viewers.get(person);
        if (asked != null && asked.getAndIncrement() == 0) {
            Thread.ofVirtual().name("home-tab").start(() -> showWhileAsked(person, asked));
        }
    }

    /** Within a transaction: what the person may see is another thing from its end on. */
    public void changes(PersonId person) {
        changed.add(person);
    }

    /** After a transaction: shows the tabs again of those whom it has {@link #changes changed}. */
    public void refreshChanged() {
        changed.removeIf(person -> {
            refresh(person);
            return true;
        });
    }

    private void showWhileAsked(PersonId person, AtomicInteger asked) {
        int answered;
        do {
            answered = asked.get();
            show(person);
        } while (!asked.compareAndSet(answered, 0));
    }

    /** A tab that could not be shown is shown at the next visit. */
    private void show(PersonId person) {
        try {
            switch (messenger.showHome(person, home.apply(person, clock.instant()))) {
                case Outcome.Sent _ -> LOG.debug("home tab of {} shown", person);
                case Outcome.TooFast(_, var reason) ->
                    LOG.warn("home tab of {} not shown: {}", person, reason);
                case Outcome.Busy(_, var reason) -> LOG.warn("home tab of {} not shown: {}", person, reason);
                case Outcome.Impossible(var reason, _) -> LOG.warn("home tab of {} not shown: {}", person, reason);
                case Outcome.Unclear(var reason) -> LOG.warn("home tab of {} perhaps not shown: {}", person, reason);
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("the home tab of {} could not be made", person, e);
        }
    }
}
