package dev.stagecoach.coaching.plan;

import java.util.List;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.People;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * A line for each team of the school: what it works on and in which stage it is. Only for those who coach or lead one of
 * the teams; what a team has written itself stays with it.
 */
final class SchoolLines {
    private static final int MOST = 20;

    private final SchoolStore schools = new SchoolStore();
    private final JourneyStore journeys = new JourneyStore();
    private final People people;
    private final Guide guide;

    SchoolLines(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
    }

    /** None for members, and none while the school has not said that the team is one of its teams. */
    List<Text> of(CallContext here) {
        var at = schools.of(here.tx(), here.teamId());
        if (!at.agreed() || !SidePlans.Kind.SCHOOL.write().access().who().admits(here.standing())) {
            return List.of();
        }
        var teams = people.teams().find(here.tx(), schools.teams(here.tx(), at.school())).values();
        return teams.stream().sorted((one, other) -> one.name().compareTo(other.name())).limit(MOST)
                .map(team -> Text.bolded(team.name() + ": ").plus(stands(here.tx(), team))).toList();
    }

    private String stands(Transaction tx, Team team) {
        return journeys.current(tx, team.id()).map(this::words).orElse("no practice chosen yet.");
    }

    private String words(Journey journey) {
        return guide.practice(journey.practice()).map(Practice::name).orElse(journey.practice()) + ", "
                + guide.stage(journey.stage()).map(Stage::name).orElse(journey.stage()) + ".";
    }
}
