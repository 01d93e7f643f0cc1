package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.checkin.Cadence.Choice;
import dev.stagecoach.coaching.checkin.CheckinRun.Status;
import dev.stagecoach.coaching.checkin.Recipient.State;
import dev.stagecoach.coaching.checkin.Recipient.Subject;
import dev.stagecoach.people.Part;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * What some messages of check-ins are written from, in a few reads however many they are.
 *
 * @param recipient those that there are, by occasion and person
 * @param questions by occasion, where the guide has them
 * @param stands the outbox's keys of those messages that were sent
 * @param given what those said who have answered and can still change it; it goes back to nobody else
 */
record CheckinMessageData(Map<Place, Recipient> recipient, Map<String, Questions> questions, Map<TeamId, Team> teams,
        Map<Part, Standing> standings, Set<String> stands, Wishes wishes, Map<Place, List<StoredAnswer>> given) {

    private record Place(String run, PersonId person) {}

    private record Wishes(Map<PersonId, Preference> preferences, Map<PersonId, Choice> choices) {}

    static CheckinMessageData of(Transaction tx, Checkins checkins, Collection<Subject> subjects) {
        var recipient = checkins.runs().find(tx, subjects);
        var people = recipient.stream().map(Recipient::person).distinct().toList();
        var keys = recipient.stream().flatMap(one -> one.keys().stream()).toList();
        return new CheckinMessageData(
                recipient.stream().collect(Collectors.toMap(
                        one -> new Place(one.run().id(), one.person()), Function.identity())),
                questions(tx, checkins, recipient),
                checkins.people().teams().find(tx,
                        recipient.stream().map(one -> one.run().team()).distinct().toList()),
                checkins.people().members().standings(tx, recipient.stream().map(CheckinMessageData::part).toList()),
                checkins.outbox().sentAmong(tx, keys),
                new Wishes(checkins.preferences().of(tx, people), checkins.rhythms().choices(tx, people)),
                recipient.stream().filter(one -> one.state() == State.ANSWERED && one.run().status() == Status.OPEN)
                        .collect(Collectors.toMap(
                                one -> new Place(one.run().id(), one.person()), one -> checkins.own(tx, one))));
    }

    private static Map<String, Questions> questions(Transaction tx, Checkins checkins, List<Recipient> recipient) {
        var questions = new HashMap<String, Questions>();
        recipient.stream().collect(Collectors.toMap(one -> one.run().id(), Function.identity(), (one, _) -> one))
                .forEach((run, one) -> checkins.questions(tx, one)
                        .ifPresent(list -> questions.put(run, list)));
        return questions;
    }

    private static Part part(Recipient recipient) {
        return new Part(recipient.run().team(), recipient.person());
    }

    Optional<Recipient> recipient(Subject subject) {
        return Optional.ofNullable(recipient.get(new Place(subject.run(), subject.person())));
    }

    /** Whether the person is still in the team. */
    boolean belongs(Recipient one) {
        return standings.getOrDefault(part(one), Standing.OUTSIDER).belongs();
    }

    /** Whether the person may still answer it, with the role of now. */
    boolean fits(Recipient one) {
        return one.fits(standings.getOrDefault(part(one), Standing.OUTSIDER));
    }

    /** Whether this message about it was sent. */
    boolean stands(Recipient one, int which) {
        return stands.contains(one.key(which));
    }

    boolean wantsCheckins(Recipient one, Instant now) {
        return preference(one).wantsCheckins(now.atZone(zone(one)).toLocalDate());
    }

    /** The team's. */
    ZoneId zone(Recipient one) {
        return Optional.ofNullable(teams.get(one.run().team())).orElseThrow().zone();
    }

    private Preference preference(Recipient one) {
        return wishes.preferences().getOrDefault(one.person(), Preference.NONE);
    }

    /** What was asked; empty where the guide no longer has it. */
    Optional<Questions> questions(Recipient one) {
        return Optional.ofNullable(questions.get(one.run().id()));
    }

    /** What the message says. */
    CheckinMessage message(Recipient one, Questions list, int which) {
        var wish = new CheckinMessage.Wish(preference(one).checkins(),
                Optional.ofNullable(wishes.choices().get(one.person())));
        var first = list.list().getFirst().key();
        var said = given.getOrDefault(new Place(one.run().id(), one.person()), List.of()).stream()
                .filter(answer -> answer.question().equals(first)).map(StoredAnswer::value).findFirst();
        return new CheckinMessage(one, list, wish, which, one.latest() != which && stands(one, one.latest()), said);
    }
}
