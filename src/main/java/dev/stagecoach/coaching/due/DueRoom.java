package dev.stagecoach.coaching.due;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A try to look at, counts to take, a promise, a newcomer's step: said in the person's message of the week. */
public final class DueRoom implements Room {
    /** The message that is meant, by its key; it is its reader's alone. */
    private static final Carried<String> MESSAGE = new Carried<>(key -> key, DueRoom::key,
            (_, _) -> Optional.empty());
    static final Action<String> LATER = Action.click("due.later", MESSAGE, Access.writes(Who.ANYONE));
    static final Action<String> SKIP = Action.click("due.skip", MESSAGE, Access.writes(Who.ANYONE));
    static final Action<String> STOP = Action.click("due.stop", MESSAGE, Access.writes(Who.ANYONE));
    private static final Reply GONE = Reply.Refused
            .because("This is not your message. /coach shows what waits for you.");
    private static final int MOST = 3;

    private final DueStore store = new DueStore();
    private final PreferenceStore preferences = new PreferenceStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final DueLines lines;
    private final DueJob job;

    /** @param others the rooms whose open answers it tells, and whose check-ins it goes out with */
    public DueRoom(Database database, People people, Outbox outbox, List<Room> others) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.lines = new DueLines(people, others);
        this.job = new DueJob(database, people, outbox, others, lines);
    }

    private static Optional<String> key(String text) {
        return text.matches("due/[^/\\s]{1,50}/[^/\\s]{1,50}/\\d{4}-\\d{1,2}") ? Optional.of(text) : Optional.empty();
    }

    @Override
    public Feature feature() {
        return new Feature("due", List.of(), List.of(LATER.by(this::later), SKIP.by(this::skip), STOP.by(this::stop)));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(DueJob.WEEK, Composer.in(SendPolicy.NUDGE, this::compose));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(DueJob.WEEK, MessageKind.of("What is due for you", "something in the work of %s waits for you"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(job);
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        job.rearrange(tx, team, now);
    }

    private Composition compose(Delivery delivery, Instant now) {
        if (!(delivery.to() instanceof PersonId person)) {
            return new Composition.Skip("what is due is told to a person");
        }
        return database.read(tx -> {
            var stands = outbox.sent(tx, delivery.subject()).isPresent();
            if (!preferences.of(tx, person).wants(Subscription.DUE)) {
                return stands
                        ? Composition.Send.of(stopped())
                        : new Composition.Skip("word of what is due is switched off; the Home tab shows it");
            }
            if (store.skipped(tx, delivery.subject())) {
                return Composition.Send.of(skipped());
            }
            var due = lines.of(tx, person, now);
            return due.isEmpty() && !stands
                    ? new Composition.Skip("nothing is due any more")
                    : Composition.Send.of(card(delivery.subject(), due));
        });
    }

    private static Card card(String key, List<NextStep> due) {
        if (due.isEmpty()) {
            return Card.saying("All of it is done. Thank you.");
        }
        var title = due.size() == 1 ? "One thing is due for you" : due.size() + " things are due for you";
        var card = Card.titled(title + ": " + due.getFirst().words()).text(Text.bolded(title));
        for (var step : due.stream().limit(MOST).toList()) {
            card = card.text(step.words()).buttons(step.button());
        }
        if (due.size() > MOST) {
            card = card.footnote("The others wait on your Home tab.");
        }
        return card.buttons(LATER.button("Tomorrow", key), SKIP.button("Skip this week", key),
                STOP.button("Stop these", key));
    }

    private static Card skipped() {
        return Card.saying("Skipped. It all waits on your Home tab.");
    }

    private static Card stopped() {
        return Card.saying("I tell you no more what is due; your Home tab still shows it. “Change” at its end switches"
                + " this on again.");
    }

    private static boolean theirs(CallContext here, String key) {
        return key.startsWith("due/" + here.person() + "/");
    }

    /** The next school day at this time, once more; a second click on the same day adds nothing. */
    private Reply later(CallContext here, String key) {
        var teams = people.teams().of(here.tx(), here.person());
        if (!theirs(here, key) || teams.isEmpty()) {
            return GONE;
        }
        var at = people.days().ofTeam(here.tx(), teams.getFirst()).nextOpen(here.now().plus(1, ChronoUnit.DAYS));
        outbox.snooze(here.tx(), key + "/" + at.getEpochSecond() / 86_400, key, key, at);
        return new Reply.Replace(Card.saying("I come back to it " + DateText.near(at, teams.getFirst().zone()) + "."));
    }

    private Reply skip(CallContext here, String key) {
        if (!theirs(here, key)) {
            return GONE;
        }
        store.skip(here.tx(), key, here.now());
        outbox.refresh(here.tx(), key);
        return new Reply.Replace(skipped());
    }

    private Reply stop(CallContext here, String key) {
        if (!theirs(here, key)) {
            return GONE;
        }
        preferences.keep(here.tx(), here.person(),
                preferences.of(here.tx(), here.person()).stopping(Subscription.DUE), here.now());
        outbox.refresh(here.tx(), key);
        return new Reply.Replace(stopped());
    }
}
