package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.checkin.Cadence.Choice;
import dev.stagecoach.coaching.checkin.Cadence.Turn;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Asks everybody of a schedule, each in the person's own rhythm. */
record RecipientPlanner(Checkins checkins) {

    /**
     * By schedule. Whether it still goes out, and when, is decided at the send.
     *
     * @param slot the moment that the asking stands for
     * @return how many get a message; empty where that day has been asked
     */
    Optional<Integer> bySchedule(Transaction tx, Schedule schedule, Instant slot, Instant now) {
        return ask(tx, schedule, false, slot, now);
    }

    /** {@link #bySchedule}, because a coach wants it now. */
    Optional<Integer> byCoach(Transaction tx, Schedule schedule, Instant now) {
        return ask(tx, schedule, true, now, now);
    }

    private Optional<Integer> ask(Transaction tx, Schedule schedule, boolean wanted, Instant slot, Instant now) {
        var team = checkins.team(tx, schedule.team());
        var run = new CheckinRun(Ids.next(), schedule.id(), team.id(), set(tx, schedule),
                Slots.name(slot, team.zone()), now, CheckinRun.Status.OPEN);
        if (!checkins.runs().add(tx, run)) {
            return Optional.empty();
        }
        var day = checkins.people().days().ofTeam(tx, team);
        var repeat = checkins.people().days().budget(tx, team.id()).repeat()
                ? Optional.of(Hours.repeat(day.nextOpen(slot), day))
                : Optional.<Instant>empty();
        var sent = 0;
        for (var person : checkins.recipient(tx, schedule, team, now)) {
            if (Questions.aboutConcerns(run.set())
                    && checkins.people().members().standing(tx, team.id(), person).isLeader()) {
                continue;
            }
            sent += ask(tx, run, person, new Post(wanted, slot, repeat, now)) ? 1 : 0;
            checkins.surroundings().alongside().plan(tx, team, person, slot);
        }
        return Optional.of(sent);
    }

    /** The schedule's questions, or now and then those that come in their place. */
    private String set(Transaction tx, Schedule schedule) {
        return checkins.guide().checkinSet(schedule.set()).flatMap(set -> set.rhythm().instead())
                .filter(other -> checkins.guide().checkinSet(other.set()).isPresent())
                .filter(other -> (checkins.runs().lately(tx, schedule.id(), schedule.set(), other.set()) + 1)
                        % other.every() == 0)
                .map(CheckinSet.Instead::set).orElse(schedule.set());
    }

    /**
     * How and when the people of one occasion hear of it.
     *
     * @param wanted whether somebody wants it just now
     */
    private record Post(boolean wanted, Instant dueAt, Optional<Instant> repeatAt, Instant now) {}

    private boolean ask(Transaction tx, CheckinRun run, PersonId person, Post post) {
        var rhythm = checkins.rhythm(tx, person, post.now());
        var recipient = new Recipient(run, person, Recipient.State.OPEN, rhythm.next(), 0, Optional.empty(), true);
        var rests = recipient.turn() == Turn.RESTED;
        checkins.runs().ask(tx, recipient, rests ? Optional.empty() : post.repeatAt(), post.now());
        plan(tx, recipient, post);
        if (rests) {
            checkins.outbox().skip(tx, recipient.key(0), rhythm.choice().filter(Choice.SECOND::equals).isPresent()
                    ? "you asked for every second check-in; this one waits on your Home tab"
                    : "three check-ins in a row stayed open, so every second one waits only on your Home tab");
        }
        return !rests;
    }

    private void plan(Transaction tx, Recipient recipient, Post post) {
        var team = recipient.run().team();
        if (post.wanted()) {
            checkins.outbox().request(tx, team, recipient.key(0), Checkins.ASK, recipient.person(),
                    recipient.subject(0),
                    post.dueAt());
        } else {
            checkins.outbox().plan(tx, team, recipient.key(0), Checkins.ASK, recipient.person(), recipient.subject(0),
                    post.dueAt());
        }
    }
}
