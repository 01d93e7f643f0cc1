package dev.stagecoach.coaching.why;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.NudgeButtons;
import dev.stagecoach.outbox.NudgeStore;
import dev.stagecoach.outbox.NudgeStore.Part;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Subscription;

/** Later, not this time, or never again: what everybody can say about any message that asked for something. */
public final class NudgeRoom implements Room {
    static final Action<String> LATER = NudgeButtons.mine(
            Action.form("nudge.snooze", NudgeButtons.MESSAGE, Access.writes(Who.ANYONE)));
    /** Stops one kind where a message holds several; its name. */
    private static final Action<String> STOP_KIND = Action.click("nudge.stop_kind", Carried.anything(),
            Access.writes(Who.ANYONE));
    static final String WHEN = "when";
    private static final String TOMORROW = "tomorrow";
    private static final String MONDAY = "monday";
    private static final Reply SETTLED = new Reply.ToYou(Card.saying("This one is already settled. Nothing more "
            + "will come.")
            .buttons(Ways.HOME.button("Where I stand", Optional.empty())));

    private final NudgeStore store = new NudgeStore();
    private final PreferenceStore preferences = new PreferenceStore();
    private final People people;
    private final Outbox outbox;
    private final Supplier<Map<String, Composer>> composers;

    /** @param composers of all kinds of messages */
    public NudgeRoom(People people, Outbox outbox, Supplier<Map<String, Composer>> composers) {
        this.people = people;
        this.outbox = outbox;
        this.composers = composers;
    }

    @Override
    public Feature feature() {
        return new Feature("nudge", List.of(), List.of(NudgeButtons.SNOOZE.by(this::when), LATER.by(this::later),
                NudgeButtons.SKIP.by(this::skip), NudgeButtons.STOP.by(this::stop),
                STOP_KIND.by((here, name) -> Subscription.named(name).map(kind -> stopped(here, Set.of(kind)))
                        .orElse(SETTLED))));
    }

    private Reply when(CallContext here, String id) {
        if (asking(here, id).isEmpty()) {
            return SETTLED;
        }
        var day = day(here);
        return new Reply.Open(LATER.form("Remind me later", "Remind me", id, List.of(new Field.Pick(WHEN,
                "When is a better time?", "", false,
                List.of(option(TOMORROW, "Tomorrow", tomorrow(here.now(), day), day),
                        option(MONDAY, "Next week", monday(here.now(), day), day)),
                Optional.of(TOMORROW)))));
    }

    private static Option option(String value, String label, Instant at, Day day) {
        return new Option(value, label, DateText.near(at, day.zone()));
    }

    private Reply later(CallContext here, String id) {
        var parts = asking(here, id);
        if (parts.isEmpty()) {
            return SETTLED;
        }
        var day = day(here);
        return here.submission().answers().one(WHEN).flatMap(when -> switch (when) {
            case TOMORROW -> Optional.of(tomorrow(here.now(), day));
            case MONDAY -> Optional.of(monday(here.now(), day));
            default -> Optional.<Instant>empty();
        }).<Reply>map(until -> {
            parts.forEach(part -> store.putOff(here.tx(), outbox, part, until));
            return new Reply.ToYou(Card.saying("I will ask again on " + DateText.near(until, day.zone())
                    + ", unless it is done by then."));
        }).orElseGet(() -> new Reply.Mend(Map.of(WHEN, "Choose when I should ask again.")));
    }

    private Reply skip(CallContext here, String id) {
        asking(here, id).forEach(part -> store.leave(here.tx(), outbox, part, here.now()));
        return new Reply.Done();
    }

    private Reply stop(CallContext here, String id) {
        var kinds = EnumSet.noneOf(Subscription.class);
        asking(here, id).forEach(part -> kind(part).ifPresent(kinds::add));
        if (kinds.isEmpty()) {
            return SETTLED;
        }
        if (kinds.size() > 1) {
            return new Reply.ToYou(Card.saying("This message has more than one kind. Which one should stop?")
                    .buttons(kinds.stream().map(kind -> STOP_KIND.button("Stop " + kind.named(), kind.name()))
                            .toList()));
        }
        asking(here, id).forEach(part -> outbox.refresh(here.tx(), part.uniqueKey()));
        return stopped(here, kinds);
    }

    private Reply stopped(CallContext here, Set<Subscription> kinds) {
        var before = preferences.of(here.tx(), here.person());
        preferences.keep(here.tx(), here.person(), before.without(kinds), here.now());
        var named = String.join(", ", kinds.stream().map(Subscription::named).toList());
        return new Reply.ToYou(Card.saying("From now on, no " + named + ". What is waiting is still on your Home "
                + "tab. To get them again, change your preferences.")
                .buttons(Ways.PREFERENCES.button("My preferences", Optional.empty())));
    }

    /** The parts that these buttons stand for and that nothing was said about yet. */
    private List<Part> asking(CallContext here, String id) {
        return store.open(here.tx(), id).stream().filter(part -> kind(part).isPresent()).toList();
    }

    private Optional<Subscription> kind(Part part) {
        return Optional.ofNullable(composers.get().get(part.kind())).filter(composer -> !composer.hasOwnWays())
                .flatMap(Composer::subscription);
    }

    private Day day(CallContext here) {
        return people.days().ofPerson(here.tx(), here.team(), here.person());
    }

    private static Instant tomorrow(Instant now, Day day) {
        return opening(LocalDate.ofInstant(now, day.zone()).plusDays(1), day);
    }

    private static Instant monday(Instant now, Day day) {
        return opening(LocalDate.ofInstant(now, day.zone()).with(TemporalAdjusters.next(DayOfWeek.MONDAY)), day);
    }

    private static Instant opening(LocalDate date, Day day) {
        return day.nextOpen(date.atStartOfDay(day.zone()).toInstant());
    }
}
