package dev.stagecoach.coaching.goal;

import java.util.Optional;

import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Where a team stands: the practice it takes up, its stage, its goal. For rooms that say so in a line. */
public final class TeamStatus {
    private final JourneyStore journeys = new JourneyStore();
    private final GoalStore goals = new GoalStore();
    private final Guide guide;

    public TeamStatus(Guide guide) {
        this.guide = guide;
    }

    /** The practice that the team works on now, if it has chosen one that the guide still knows. */
    public Optional<Practice> practice(Transaction tx, TeamId team) {
        return journeys.current(tx, team).flatMap(journey -> guide.practice(journey.practice()));
    }

    /** The stage of the practice that the team works on now. */
    public Optional<Stage> stage(Transaction tx, TeamId team) {
        return journeys.current(tx, team).map(Journey::stage).flatMap(guide::stage);
    }

    /** For example "Stage: Explore · Practice: Inquiry · Goal: none yet"; before a choice the guide's first stage. */
    public Optional<String> line(Transaction tx, Team team) {
        var stage = journeys.current(tx, team.id()).map(Journey::stage).flatMap(guide::stage)
                .orElse(guide.stages().getFirst());
        return Optional.of(line(stage, practice(tx, team.id()), goal(tx, team)));
    }

    private static String line(Stage stage, Optional<Practice> practice, Optional<String> goal) {
        return "Stage: " + stage.name() + practice.map(known -> " · Practice: " + known.shortName()).orElse("")
                + " · Goal: " + goal.orElse("none yet");
    }

    private Optional<String> goal(Transaction tx, Team team) {
        return goals.current(tx, team.id()).filter(goal -> goal.published().isPresent())
                .map(goal -> goal.canvas().aim().sentence()).filter(sentence -> !sentence.isBlank());
    }
}
