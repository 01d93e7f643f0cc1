package dev.stagecoach.coaching.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.coaching.ask.HelpRequest.State;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Who hears of a request for help, and whom it goes to once its coach is none any more. */
record AskMessages(People people, Outbox outbox, HelpRequestStore store) {
    static final String REQUEST = "help.request";
    static final String NO_COACH = "help.no_coach";

    static String key(String id, PersonId person) {
        return "help/" + id + "/" + person;
    }

    /** Who can help: the team's coaches, except whoever asks. */
    List<Member> coaches(Transaction tx, TeamId team, PersonId author) {
        return people.members().of(tx, team, Role.COACH).stream().filter(coach -> !coach.person().equals(author))
                .toList();
    }

    /** Who asked hears at once that somebody helps; a coach who was asked for enough this week, on the next school day. */
    void tell(Transaction tx, HelpRequest request, PersonId person, Instant now, Instant latest) {
        outbox.plan(tx, request.team(), key(request.id(), person), REQUEST, person, request.id(), now);
        outbox.latest(tx, key(request.id(), person), latest);
    }

    void tellCoaches(Transaction tx, Team team, HelpRequest request, Instant now) {
        coaches(tx, request.team(), request.person()).stream().map(Member::person)
                .forEach(coach -> tell(tx, request, coach, now, tomorrow(tx, team, coach, now)));
    }

    private Instant tomorrow(Transaction tx, Team team, PersonId coach, Instant now) {
        var day = people.days().ofPerson(tx, team, coach);
        var today = LocalDate.ofInstant(now, team.zone());
        return day.nextOpen(day.schoolDayAfter(today, 1).atStartOfDay(day.zone()).toInstant());
    }

    void refresh(Transaction tx, HelpRequest request) {
        Stream.concat(coaches(tx, request.team(), request.person()).stream().map(Member::person),
                Stream.of(request.person())).forEach(person -> outbox.refresh(tx, key(request.id(), person)));
        outbox.refresh(tx, noCoach(request.id(), request.person()));
    }

    /** What waits in the team goes to those who coach it now; where there is none, who asked learns of it. */
    void roleChanged(Transaction tx, Team team, RoleChange change, Instant now) {
        if (change.ceases(Role.COACH) || change.becomes(Role.COACH)) {
            store.waiting(tx, team.id()).stream()
                    .flatMap(closed -> people.gate().open(tx, closed.author(), closed).stream())
                    .forEach(request -> handOn(tx, team, request, change, now));
        }
    }

    private void handOn(Transaction tx, Team team, HelpRequest request, RoleChange change, Instant now) {
        var former = request.coach().equals(Optional.of(change.person())) && change.ceases(Role.COACH);
        if (former) {
            store.move(tx, request, State.OPEN, Optional.empty(), now);
        }
        if (former || request.state() == State.OPEN) {
            tellCoaches(tx, team, request, now);
            if (change.ceases(Role.COACH) && coaches(tx, team.id(), request.person()).isEmpty()) {
                outbox.plan(tx, team.id(), noCoach(request.id(), request.person()), NO_COACH, request.person(),
                        request.id(), now);
            }
        }
        refresh(tx, request);
        outbox.refresh(tx, key(request.id(), change.person()));
    }

    /** Once for a request; afterwards the message tells how it stands. */
    static String noCoach(String id, PersonId author) {
        return key(id, author) + "/none";
    }
}
