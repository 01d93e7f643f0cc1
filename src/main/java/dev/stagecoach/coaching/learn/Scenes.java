package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.continuum.Wordings;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Vignette;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What can be done with scenes. Every call is part of one transaction, with what the channel hears of it. */
final class Scenes {
    static final String CARD = "scene.card";
    static final String RESULT = "scene.result";

    private final People people;
    private final Guide guide;
    private final Outbox outbox;
    private final SceneStore store = new SceneStore();
    private final Wordings wordings;

    Scenes(People people, Guide guide, Outbox outbox) {
        this.people = people;
        this.guide = guide;
        this.outbox = outbox;
        this.wordings = new Wordings(people.gate());
    }

    /** Puts a scene to the team; one that somebody put before is that one. */
    Scene put(Transaction tx, Team team, Vignette vignette, PersonId by, Instant now) {
        var scene = new Scene(Ids.next(), team.id(), vignette.practice(), vignette.key(), new Scene.Opening(by, now),
                Optional.empty());
        if (store.open(tx, scene)) {
            outbox.plan(tx, team.id(), cardKey(scene), CARD, team.channel(), scene.id(), now);
            return scene;
        }
        return of(tx, team.id(), vignette.practice()).stream().filter(one -> one.vignette().equals(vignette.key()))
                .findFirst().orElse(scene);
    }

    /** False where it closed meanwhile. */
    boolean place(Transaction tx, Scene scene, PersonId person, int level, Instant now) {
        if (!store.hold(tx, scene.id())) {
            return false;
        }
        store.place(tx, scene.id(), person, level, now);
        outbox.refresh(tx, cardKey(scene));
        return true;
    }

    /** What became of the wish to close a scene. */
    enum Closing {
        CLOSED, CLOSED_ALREADY, TOO_FEW
    }

    Closing close(Transaction tx, Team team, Scene scene, Instant now) {
        if (!store.hold(tx, scene.id())) {
            return Closing.CLOSED_ALREADY;
        }
        var placed = store.count(tx, scene.id(), guide.levels().size());
        if (!enough(placed.answers())) {
            return Closing.TOO_FEW;
        }
        store.close(tx, scene.id(), new Scene.Closing(now, placed, progress(tx, scene).of()));
        outbox.plan(tx, team.id(), "scene/" + scene.id() + "/result", RESULT, team.channel(), scene.id(), now);
        outbox.refresh(tx, cardKey(scene));
        return Closing.CLOSED;
    }

    Optional<Scene> find(Transaction tx, String id) {
        return store.find(tx, id);
    }

    List<Scene> of(Transaction tx, TeamId team, String practice) {
        return store.of(tx, team, practice);
    }

    /** Where the person placed an open scene. */
    Optional<Integer> own(Transaction tx, Scene scene, PersonId person) {
        return store.placement(tx, scene, person).flatMap(closed -> people.gate().open(tx, person, closed));
    }

    /** How far an open scene is, as the person sees it. */
    SceneCards.Standing standing(Transaction tx, Scene scene, PersonId person) {
        return new SceneCards.Standing(progress(tx, scene), enough(store.progress(tx, scene.id()).withLevel()),
                own(tx, scene, person).isPresent());
    }

    /** How many have placed it, of the members and of those who left since. */
    private ResponseRate progress(Transaction tx, Scene scene) {
        var placed = store.progress(tx, scene.id()).placed();
        return new ResponseRate(placed, Math.max(placed, members(tx, scene.team())));
    }

    int members(Transaction tx, TeamId team) {
        return people.members().of(tx, team, Role.MEMBER).size();
    }

    private static boolean enough(int answers) {
        return Visibility.mayCount(DataKind.TEAM_DISTRIBUTION, View.TEAM, answers);
    }

    /** The practice in the words that the team had when the scene was put to it. */
    Optional<Practice> practice(Transaction tx, Scene scene) {
        return wordings.at(tx, scene.team(), guide, scene.opened().at()).practice(scene.practice());
    }

    private static String cardKey(Scene scene) {
        return "scene/" + scene.id() + "/card";
    }
}
