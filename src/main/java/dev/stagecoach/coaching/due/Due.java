package dev.stagecoach.coaching.due;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.due.DueStore.Told;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * What is due for people, from the same rules as the steps on Home: one message a person and week, of whichever team
 * comes first. It goes out beside a check-in of that moment as one message with it, and counts with it as one.
 */
public final class Due {
    /** So long the message is kept up to date. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final DueStore store = new DueStore();
    private final People people;
    private final Outbox outbox;
    private final List<Room> rooms;

    public Due(People people, Outbox outbox, List<Room> rooms) {
        this.people = people;
        this.outbox = outbox;
        this.rooms = rooms;
    }

    /** One thing that is due. */
    record Line(Team team, NextStep step) {}

    List<Line> lines(Transaction tx, PersonId person, Instant now) {
        return people.teams().of(tx, person).stream().flatMap(team -> {
            var standing = people.members().standing(tx, team.id(), person);
            return rooms.stream().flatMap(room -> room.due(tx, team, person, standing, now).stream())
                    .map(step -> new Line(team, step));
        }).toList();
    }

    /** Plans the person's message of that week, where anything is due and none is planned yet. */
    public void plan(Transaction tx, Team team, PersonId person, Instant at) {
        var lines = lines(tx, person, at);
        if (lines.isEmpty()) {
            return;
        }
        var week = week(LocalDate.ofInstant(at, team.zone()));
        if (outbox.plan(tx, team.id(), key(person, week), DueRoom.WEEK, person, week, at)) {
            store.told(tx, person, new Told(week, said(lines)), at.plus(KEPT));
        }
    }

    /** The person has done something: where the message of the week says otherwise, it is written anew. */
    void acted(Transaction tx, PersonId person, Told told, Instant now) {
        var said = said(lines(tx, person, now));
        if (!said.equals(told.said())) {
            store.saysNow(tx, person, said);
            outbox.refresh(tx, key(person, told.week()));
        }
    }

    private static String said(List<Line> lines) {
        return lines.stream().map(line -> line.step().button().action() + " " + line.step().button().value())
                .collect(Collectors.joining("\n"));
    }

    boolean stands(Transaction tx, PersonId person, String week) {
        return outbox.sent(tx, key(person, week)).isPresent();
    }

    DueStore store() {
        return store;
    }

    /** As yyyy-Www: the day's ISO date without the day of the week. */
    static String week(LocalDate date) {
        var day = DateTimeFormatter.ISO_WEEK_DATE.format(date);
        return day.substring(0, day.lastIndexOf('-'));
    }

    private static String key(PersonId person, String week) {
        return "due/" + person + "/" + week;
    }
}
