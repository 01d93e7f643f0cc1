package dev.stagecoach.coaching.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Visits as each person may see them, and what their cards need to know. */
final class Visits {
    /** For so long after a visit people are asked what they saw, and can say so. */
    private static final Duration FRESH = Duration.ofDays(14);

    private final VisitStore store = new VisitStore();
    private final NoteStore notes = new NoteStore();
    private final CoverStore covers = new CoverStore();
    private final JourneyStore journeys = new JourneyStore();
    private final People people;
    private final Guide guide;

    Visits(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
    }

    /** The visit, where this person may see it and everybody in it still works in the team. */
    Optional<Visit> seenBy(Transaction tx, String id, PersonId person) {
        return store.find(tx, id, person).flatMap(closed -> people.gate().open(tx, person, closed))
                .filter(visit -> alive(tx, visit));
    }

    private boolean alive(Transaction tx, Visit visit) {
        return visit.people().stream().allMatch(one -> takesPart(tx, visit.team(), one));
    }

    boolean takesPart(Transaction tx, TeamId team, PersonId person) {
        return people.members().standing(tx, team, person).takesPart();
    }

    /** Those that this person is in or was asked for alone, the next one first; what is long over is left out. */
    List<Visit> mine(Transaction tx, TeamId team, PersonId person, Instant now) {
        return all(tx, team, person, now).stream().filter(visit -> visit.open(now) || visit.agreed())
                .filter(visit -> visit.people().contains(person)
                        || visit.parties().asked().filter(person::equals).isPresent())
                .toList();
    }

    /** What others offer and wish for that this person can take; the team's present practice first. */
    List<Visit> open(Transaction tx, TeamId team, PersonId person, Instant now) {
        var present = journeys.current(tx, team).map(journey -> journey.practice()).orElse("");
        return all(tx, team, person, now).stream()
                .filter(visit -> visit.open(now) && !visit.begunBy(person) && visit.parties().asked().isEmpty())
                .sorted(Comparator.comparing(visit -> !visit.practice().equals(present))).toList();
    }

    private List<Visit> all(Transaction tx, TeamId team, PersonId person, Instant now) {
        return people.gate().openAll(tx, person, store.since(tx, team, now.minus(FRESH), person)).stream()
                .filter(visit -> alive(tx, visit)).toList();
    }

    /** Whether this person is asked what there was to see. */
    boolean toNote(Transaction tx, Visit visit, PersonId person, Instant now) {
        return visit.over(now) && visit.people().contains(person) && !notes.notedBy(tx, visit.id(), person);
    }

    VisitView view(Transaction tx, Visit visit, PersonId viewer, Instant now) {
        var mine = notes.notedBy(tx, visit.id(), viewer);
        var coach = people.members().coaches(tx, visit.team()).stream()
                .anyMatch(one -> !visit.people().contains(one));
        return new VisitView(visit, viewer, now, when(tx, visit, now), practice(visit.practice()),
                covers.find(tx, visit.id()).flatMap(closed -> people.gate().open(tx, viewer, closed))
                        .filter(cover -> cover.state() != Cover.State.DROPPED && cover.person().equals(viewer)),
                new VisitView.After(mine, notes.noted(tx, visit.id()), notes.shown(tx, visit.id(), viewer),
                        store.returned(tx, visit.id()), coach));
    }

    String practice(String key) {
        return guide.practice(key).map(Practice::name).orElse(key);
    }

    private String when(Transaction tx, Visit visit, Instant now) {
        return people.teams().find(tx, visit.team()).map(team -> when(team, visit.slot().at(), now)).orElseThrow();
    }

    static String when(Team team, Instant at, Instant now) {
        return DateText.at(now, team.zone()).moment(at);
    }

    /** "You visit Ada", as it begins a sentence; in the past once it is over. */
    String words(Transaction tx, Visit visit, PersonId person, Instant now) {
        var other = visit.other(person).map(one -> name(tx, one)).orElse("A colleague");
        var over = visit.over(now);
        return visit.visitedBy(person)
                ? (over ? "You visited " : "You visit ") + other
                : other + (over ? " visited you" : " visits you");
    }

    String name(Transaction tx, PersonId person) {
        return people.members().person(tx, person).map(Person::name).orElse("A colleague");
    }
}
