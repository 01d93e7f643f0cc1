package dev.stagecoach.coaching.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.guide.Feedback.Protocol;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Threads as each person may see them, and what their cards need to know. */
final class Threads {
    private final FeedbackStore store = new FeedbackStore();
    private final People people;
    private final ProtocolProgress turns;

    Threads(People people, ProtocolProgress turns) {
        this.people = people;
        this.turns = turns;
    }

    /** The thread, where this person may see it and is still a member or coach of its team. */
    Optional<FeedbackThread> seenBy(Transaction tx, String id, PersonId person) {
        return store.find(tx, id, person).flatMap(closed -> people.gate().open(tx, person, closed))
                .filter(thread -> takesPart(tx, thread.team(), person));
    }

    /** The thread as the caller sees it, where the action's rule has let the caller through. */
    FeedbackThread opened(CallContext here, String id) {
        return seenBy(here.tx(), id, here.person()).orElseThrow();
    }

    /** The open threads that this person may see, newest first. */
    List<FeedbackThread> open(Transaction tx, TeamId team, PersonId person) {
        return people.gate().openAll(tx, person, store.open(tx, team, person));
    }

    /** The latest that this person asked for, each with whoever can see it. */
    List<OwnItem> presented(Transaction tx, TeamId team, PersonId person, int limit) {
        return new OwnItems(tx, people.gate(), person).of(store.presented(tx, team, person, limit),
                _ -> "Question to colleagues", (thread, reader) -> store.find(tx, thread.id(), reader));
    }

    /** As everybody sees it who reads the channel; empty where only some are invited. */
    Optional<FeedbackThread> inChannel(Transaction tx, String id) {
        return store.find(tx, id).flatMap(
                (Confidential<FeedbackThread> closed) -> people.gate().openTo(View.TEAM, List.of(closed)).stream()
                        .findFirst());
    }

    boolean takesPart(Transaction tx, TeamId team, PersonId person) {
        return people.members().standing(tx, team, person).takesPart();
    }

    ThreadView scene(Transaction tx, FeedbackThread thread, Instant now) {
        var presenter = thread.setting().presenter();
        var zone = people.members().person(tx, presenter).flatMap(Person::knownZone)
                .or(() -> people.teams().find(tx, thread.team()).map(team -> team.zone())).orElseThrow();
        var awaited = turns.awaited(tx, thread);
        var spoken = store.spoken(tx, thread.id(), thread.course().turn()).stream().filter(awaited::contains).count();
        return new ThreadView(thread, turns.turn(thread),
                turns.protocol(thread).map(one -> one.turns().size()).orElse(0),
                turns.deciding(thread), name(tx, presenter), new ThreadView.Count((int) spoken, awaited.size()),
                new ThreadView.Today(LocalDate.ofInstant(now, zone), zone));
    }

    boolean spoken(Transaction tx, FeedbackThread thread, PersonId person) {
        return store.spoken(tx, thread.id(), thread.course().turn()).contains(person);
    }

    Optional<Protocol> protocol(FeedbackThread thread) {
        return turns.protocol(thread);
    }

    ChannelAudience audience(CallContext here) {
        return ChannelAudience.of(here.tx(), people, here.teamId());
    }

    /** The filled-in form with a question, where its words hold what looks like a name. */
    Optional<Reply> nameIn(CallContext here, Form filled, String... words) {
        return NameGuard.before(here, people, filled, List.of(words));
    }

    private String name(Transaction tx, PersonId person) {
        return people.members().person(tx, person).map(Person::name).orElse("A colleague");
    }
}
