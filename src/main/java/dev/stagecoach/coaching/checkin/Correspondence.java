package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.checkin.Asked.Subject;
import dev.stagecoach.coaching.checkin.Rhythm.Choice;
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
 * @param asked those that there are, by occasion and person
 * @param questions by occasion, where the guide has them
 * @param stands the ledger's keys of those messages that were sent
 */
record Correspondence(Map<Place, Asked> asked, Map<String, Questions> questions, Map<TeamId, Team> teams,
        Map<Part, Standing> standings, Set<String> stands, Wishes wishes) {

    private record Place(String occasion, PersonId person) {}

    private record Wishes(Map<PersonId, Preference> preferences, Map<PersonId, Choice> choices) {}

    static Correspondence of(Transaction tx, Checkins checkins, Collection<Subject> subjects) {
        var asked = checkins.occasions().find(tx, subjects);
        var people = asked.stream().map(Asked::person).distinct().toList();
        var keys = asked.stream().flatMap(one -> one.keys().stream()).toList();
        return new Correspondence(
                asked.stream().collect(Collectors.toMap(
                        one -> new Place(one.occasion().id(), one.person()), Function.identity())),
                questions(tx, checkins, asked),
                checkins.people().teams().find(tx,
                        asked.stream().map(one -> one.occasion().team()).distinct().toList()),
                checkins.people().members().standings(tx, asked.stream().map(Correspondence::part).toList()),
                checkins.ledger().sentAmong(tx, keys),
                new Wishes(checkins.preferences().of(tx, people), checkins.rhythms().choices(tx, people)));
    }

    private static Map<String, Questions> questions(Transaction tx, Checkins checkins, List<Asked> asked) {
        var questions = new HashMap<String, Questions>();
        asked.stream().collect(Collectors.toMap(one -> one.occasion().id(), Function.identity(), (one, _) -> one))
                .forEach((occasion, one) -> checkins.questions(tx, one)
                        .ifPresent(list -> questions.put(occasion, list)));
        return questions;
    }

    private static Part part(Asked asked) {
        return new Part(asked.occasion().team(), asked.person());
    }

    Optional<Asked> asked(Subject subject) {
        return Optional.ofNullable(asked.get(new Place(subject.occasion(), subject.person())));
    }

    /** Whether the person is still in the team. */
    boolean belongs(Asked one) {
        return standings.getOrDefault(part(one), Standing.OUTSIDER).belongs();
    }

    /** Whether this message about it was sent. */
    boolean stands(Asked one, int which) {
        return stands.contains(one.key(which));
    }

    boolean wantsCheckins(Asked one, Instant now) {
        var zone = Optional.ofNullable(teams.get(one.occasion().team())).orElseThrow().zone();
        return preference(one).wantsCheckins(now.atZone(zone).toLocalDate());
    }

    private Preference preference(Asked one) {
        return wishes.preferences().getOrDefault(one.person(), Preference.NONE);
    }

    /** What was asked; empty where the guide no longer has it. */
    Optional<Questions> questions(Asked one) {
        return Optional.ofNullable(questions.get(one.occasion().id()));
    }

    /** What the message says. */
    Letter letter(Asked one, Questions list, int which) {
        var wish = new Letter.Wish(preference(one).checkins(), Optional.ofNullable(wishes.choices().get(one.person())));
        return new Letter(one, list, wish, which, one.latest() != which && stands(one, one.latest()));
    }
}
