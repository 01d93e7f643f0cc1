package dev.stagecoach.coaching.due;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
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
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A try to look at, counts to take, a promise, a newcomer's step: said in the person's message of the week. */
public final class DueRoom implements Room {
    private static final int MOST = 3;

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

    @Override
    public Map<String, Composer> composers() {
        return Map.of(DueJob.WEEK, Composer.asking(SendPolicy.NUDGE, Subscription.DUE, this::compose));
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
            var due = lines.of(tx, person, now);
            return due.isEmpty() && !stands
                    ? new Composition.Skip("nothing is due any more")
                    : Composition.Send.of(card(due));
        });
    }

    private static Card card(List<NextStep> due) {
        if (due.isEmpty()) {
            return Card.saying("All of it is done. Thank you.");
        }
        var title = due.size() == 1 ? "One thing is due for you" : due.size() + " things are due for you";
        var card = Card.titled(title + ": " + due.getFirst().words()).text(Text.bolded(title));
        for (var step : due.stream().limit(MOST).toList()) {
            var button = step.button();
            // The first choice: a message without one asks for nothing any more.
            card = card.text(step.words()).buttons(new Button(button.label(), button.action(), button.value(),
                    Button.Style.PRIMARY, button.confirm()));
        }
        return due.size() > MOST ? card.footnote("The others wait on your Home tab.") : card;
    }
}
