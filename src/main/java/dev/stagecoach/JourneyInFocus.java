package dev.stagecoach;

import java.util.Optional;

import dev.stagecoach.app.ActionRouter.PracticeInFocus;
import dev.stagecoach.chat.Button;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** The practice that a team works on is the one of the journey in its focus. */
final class JourneyInFocus implements PracticeInFocus {
    private final JourneyStore journeys = new JourneyStore();
    private final Guide guide;

    JourneyInFocus(Guide guide) {
        this.guide = guide;
    }

    @Override
    public Optional<String> of(Transaction tx, TeamId team) {
        return journeys.current(tx, team).map(Journey::practice);
    }

    @Override
    public boolean known(String practice) {
        return guide.practice(practice).isPresent();
    }

    @Override
    public Button choose(TeamId team) {
        return Ways.CHOOSE_PRACTICE.primary("Choose the practice", team);
    }
}
