package dev.stagecoach.coaching.due;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.checkin.Hours;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Tells people once a week what is due for them: beside their check-in, or in a message of its own. */
public final class DueRoom implements Room {
    /** The kind of its message. */
    public static final String WEEK = "due.week";
    private static final int MOST = 3;

    private final Database database;
    private final People people;
    private final Due due;
    private final Coming coming;

    /** Knows who has a check-in to come. */
    @FunctionalInterface
    public interface Coming {
        boolean comes(Transaction tx, Team team, PersonId person, Instant until);
    }

    public DueRoom(Database database, People people, Due due, Coming coming) {
        this.database = database;
        this.people = people;
        this.due = due;
        this.coming = coming;
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(WEEK, Composer.asking(SendPolicy.NUDGE, Subscription.DUE, this::composed));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(WEEK, MessageKind.of("What is due for you", "something of yours in %s was due"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new DueJob(database, due.store(), this::tell));
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        due.store().tellAt(tx, team.id(), next(tx, team, now));
    }

    /** At the usual hour on the eve of the team's meeting; on the next school day of that week where that is off. */
    private void tell(Transaction tx, DueStore.Slot slot, Instant now) {
        people.teams().find(tx, slot.team()).ifPresent(team -> {
            var day = people.days().ofTeam(tx, team);
            var date = LocalDate.ofInstant(slot.at(), team.zone());
            var monday = date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            if (!day.school(date)) {
                var later = day.schoolDayAfter(date, 1);
                due.store().moveOn(tx, slot, later.isBefore(monday)
                        ? later.atTime(Hours.usual(day.quiet())).atZone(team.zone()).toInstant()
                        : next(tx, team, now));
            } else if (due.store().moveOn(tx, slot, next(tx, team, now))) {
                var until = monday.atStartOfDay(team.zone()).toInstant();
                people.members().of(tx, team.id()).stream().map(Member::person)
                        .filter(person -> !coming.comes(tx, team, person, until))
                        .forEach(person -> due.plan(tx, team, person, slot.at()));
            }
        });
    }

    private Instant next(Transaction tx, Team team, Instant now) {
        return new Recurrence.Weekly(1, Set.of(Hours.eve(team.meeting().day())),
                Hours.usual(people.days().ofTeam(tx, team).quiet()), LocalDate.ofInstant(now, team.zone()))
                .next(now, team.zone());
    }

    /** Somebody was answered just now; what they did may stand in their message of the week as still due. */
    public void acted(PersonId person, Instant now) {
        if (database.read(tx -> due.store().lately(tx, person, now)
                .filter(told -> due.stands(tx, person, told.week()))).isPresent()) {
            database.change(tx -> due.store().lately(tx, person, now)
                    .ifPresent(told -> due.acted(tx, person, told, now)));
        }
    }

    private Composition composed(Delivery delivery, Instant now) {
        if (!(delivery.to() instanceof PersonId person)) {
            return new Composition.Skip("it is no message to a person");
        }
        return database.read(tx -> {
            var lines = due.lines(tx, person, now);
            return lines.isEmpty() && !due.stands(tx, person, delivery.subject())
                    ? new Composition.Skip("What was due is done.")
                    : Composition.Send.of(card(lines, delivery.team()));
        });
    }

    private static Card card(List<Due.Line> lines, TeamId team) {
        if (lines.isEmpty()) {
            return Card.saying("What was due here is done. Thank you.");
        }
        var title = Plural.of(lines.size(), "thing is", "things are") + " due for you";
        var card = Card.titled(title).heading(title);
        var several = lines.stream().map(line -> line.team().id()).distinct().count() > 1;
        for (var line : lines.stream().limit(MOST).toList()) {
            card = card.text((several ? line.team().name() + ": " : "") + line.step().words())
                    .buttons(line.step().button());
        }
        return lines.size() > MOST
                ? card.buttons(Ways.HOME.button("See all on Home", several ? Optional.empty() : Optional.of(team)))
                : card.footnote("You can see all of it on my Home tab.");
    }
}
