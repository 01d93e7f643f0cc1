package dev.stagecoach.coaching.stage;

import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** A team at work on the practice in its focus, and one of its people, for rooms whose work belongs to a practice. */
public record TeamAtWork(Team team, Journey journey, PersonId person, Standing standing) {
    private static final JourneyStore JOURNEYS = new JourneyStore();
    private static final Reply OUTSIDERS = Reply.Refused.because("You are not in this team, so this is not yours to"
            + " see.");
    private static final Reply LEADERS = Reply.Refused.because("The team's members and coaches do this. /coach plan"
            + " shows you what they have planned.");

    /** What is done with it. */
    @FunctionalInterface
    public interface Work {
        Reply with(TeamAtWork here);
    }

    /** The team at work, or why there is none for this person. */
    public sealed interface Look {
        record Here(TeamAtWork team) implements Look {}

        record Not(Reply why) implements Look {}
    }

    /** For everybody who belongs to the team; before it has chosen a practice, that comes first. */
    public static Look look(Transaction tx, People people, TeamId id, PersonId person) {
        return Insider.of(tx, people, id, person).map(here -> JOURNEYS.current(tx, id)
                .<Look>map(journey -> new Look.Here(new TeamAtWork(here.team(), journey, person, here.standing())))
                .orElseGet(() -> new Look.Not(chooseFirst(id, here.standing()))))
                .orElseGet(() -> new Look.Not(OUTSIDERS));
    }

    /** {@link #look}, and what is done with it. */
    public static Reply reading(Transaction tx, People people, TeamId id, PersonId person, Work work) {
        return switch (look(tx, people, id, person)) {
            case Look.Here(var here) -> work.with(here);
            case Look.Not(var why) -> why;
        };
    }

    /** {@link #reading} for members and coaches only. */
    public static Reply writing(Transaction tx, People people, TeamId id, PersonId person, Work work) {
        return reading(tx, people, id, person, here -> here.mayWrite() ? work.with(here) : LEADERS);
    }

    private static Reply chooseFirst(TeamId team, Standing standing) {
        return new Reply.Refused("Your team has not chosen the practice it wants to work on yet. That comes first.",
                standing.isLeader()
                        ? Optional.empty()
                        : Optional.of(Button.primary("Choose the practice", "goal.choose", team.value())));
    }

    /** The practice's key in the guide. */
    public String practice() {
        return journey.practice();
    }

    /** Whether the person is a member or a coach; leaders look on. */
    public boolean mayWrite() {
        return standing.takesPart();
    }
}
