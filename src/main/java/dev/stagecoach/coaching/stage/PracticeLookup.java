package dev.stagecoach.coaching.stage;

import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * Finds the practice that a button is about, for somebody who belongs to the team. The button's value is the team, a
 * blank and the practice; without a practice the one in the team's focus is meant. What stands behind them is the
 * button's own.
 */
public record PracticeLookup(People people, Guide guide) {
    private static final JourneyStore JOURNEYS = new JourneyStore();
    /** For somebody who does not belong to the team. */
    public static final Reply OUTSIDERS = Reply.Refused
            .because("This belongs to a team that you are not in. /coach shows your own.");
    private static final Reply UNKNOWN = Reply.Refused
            .because("The guide no longer holds this practice. /coach learn shows those that it holds.");
    private static final Reply LEADERS = Reply.Refused
            .because("The team's members and coaches do this. You can look at it at any time.");

    /** What a value leads to. */
    public sealed interface Found {
        record Here(PracticeAtHand practice) implements Found {}

        /** No practice is named, and the team has not chosen one. */
        record NoneChosen(Team team, Standing standing) implements Found {}

        record Not(Reply why) implements Found {}
    }

    /** What is done with the practice. */
    @FunctionalInterface
    public interface Work {
        Reply with(PracticeAtHand here);
    }

    /** The team that a value begins with, where the person belongs to it. */
    public Optional<Team> team(Transaction tx, String value, PersonId person) {
        return Optional.of(value.split(" ", 2)[0]).filter(id -> !id.isEmpty()).map(TeamId::new)
                .filter(id -> people.members().standing(tx, id, person).belongs())
                .flatMap(id -> people.teams().find(tx, id));
    }

    public Found find(Transaction tx, String value, PersonId person) {
        var parts = value.split(" ", 3);
        return team(tx, value, person).map(team -> {
            var standing = people.members().standing(tx, team.id(), person);
            return key(tx, team.id(), parts).map(key -> find(team, key, person, standing))
                    .orElseGet(() -> new Found.NoneChosen(team, standing));
        }).orElseGet(() -> new Found.Not(OUTSIDERS));
    }

    private static Optional<String> key(Transaction tx, TeamId team, String[] parts) {
        return parts.length > 1 ? Optional.of(parts[1]) : JOURNEYS.current(tx, team).map(Journey::practice);
    }

    private Found find(Team team, String key, PersonId person, Standing standing) {
        return guide.practice(key)
                .<Found>map(practice -> new Found.Here(new PracticeAtHand(team, practice, person, standing)))
                .orElseGet(() -> new Found.Not(UNKNOWN));
    }

    /** {@link #find}, and what is done with it; where the team has to choose a practice first, that is offered. */
    public Reply reading(Transaction tx, String value, PersonId person, Work work) {
        return switch (find(tx, value, person)) {
            case Found.Here(var here) -> work.with(here);
            case Found.NoneChosen(var team, var standing) -> chooseFirst(team, standing);
            case Found.Not(var why) -> why;
        };
    }

    /** {@link #reading} for members and coaches only. */
    public Reply writing(Transaction tx, String value, PersonId person, Work work) {
        return reading(tx, value, person, here -> here.mayWrite() ? work.with(here) : LEADERS);
    }

    private static Reply chooseFirst(Team team, Standing standing) {
        return new Reply.Refused("Your team has not chosen the practice it wants to work on yet. That comes first.",
                standing.isLeader()
                        ? Optional.empty()
                        : Optional.of(Button.primary("Choose the practice", "goal.choose", team.id().value())));
    }
}
