package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Vignette;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Members place a short scene alone; the team sees how far apart it stands, and talks. */
public final class SceneRoom implements Room {
    private final Database database;
    private final Guide guide;
    private final Scenes scenes;
    private final SceneActions actions;
    private final SceneCards cards;
    private final JourneyStore journeys = new JourneyStore();

    public SceneRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.guide = guide;
        this.scenes = new Scenes(people, guide, outbox);
        this.actions = new SceneActions(database, guide, scenes);
        this.cards = new SceneCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("scene", List.of(), hidden() ? List.of() : actions.all());
    }

    private boolean hidden() {
        return guide.workbook().vignettes().isEmpty();
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(Scenes.CARD, Composer.echo(this::card), Scenes.RESULT, Composer.echo(this::result));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(Scenes.CARD, MessageKind.of("A scene to place", "somebody on %s put a scene to the team"),
                Scenes.RESULT, MessageKind.of("How a scene was placed", "somebody on %s closed a scene"));
    }

    private Composer.Composition card(Delivery delivery, Instant now) {
        return composed(delivery, (tx, scene, vignette) -> {
            var standing = scenes.standing(tx, scene, scene.opened().by());
            return Optional.of(() -> cards.inChannel(scene, vignette, standing));
        });
    }

    private Composer.Composition result(Delivery delivery, Instant now) {
        return composed(delivery, (_, scene, vignette) -> scene.closed()
                .map(end -> () -> cards.result(scene, vignette, end)));
    }

    /** What is said about a scene, once what was read is read: a picture takes too long to hold a transaction for. */
    private interface Words {
        Optional<Supplier<Card>> of(Transaction tx, Scene scene, Vignette vignette);
    }

    private Composer.Composition composed(Delivery delivery, Words words) {
        return database.<Optional<Supplier<Card>>>read(tx -> scenes.find(tx, delivery.subject())
                .flatMap(scene -> guide.workbook().vignette(scene.vignette())
                        .flatMap(vignette -> words.of(tx, scene, vignette)))).<Composer.Composition>map(
                                card -> Composer.Composition.Send.of(card.get()))
                .orElseGet(() -> new Composer.Composition.Skip("the guide no longer has this scene"));
    }

    /** A colleague asks each member; and whoever may close a scene sees when it can be shown. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var open = inFocus(tx, team).filter(scene -> scene.closed().isEmpty()).toList();
        var asked = open.stream().filter(_ -> standing.isMember())
                .filter(scene -> scenes.own(tx, scene, person).isEmpty())
                .flatMap(scene -> title(scene).map(title -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "Place the scene “" + title + "”; it takes a minute.",
                        SceneActions.PLACE.primary("Place it", scene.id()))).stream());
        var ready = open.stream().filter(_ -> standing.takesPart())
                .filter(scene -> scenes.standing(tx, scene, person).enough())
                .flatMap(scene -> title(scene).map(title -> new NextStep(NextStep.Rank.ANY_TIME,
                        "Enough of you have placed “" + title + "” to show it.",
                        SceneActions.OPEN.button("See the scenes", new Work(team.id())))).stream());
        return Stream.concat(asked, ready).limit(1).toList();
    }

    private Stream<Scene> inFocus(Transaction tx, Team team) {
        return journeys.current(tx, team.id()).map(Journey::practice)
                .map(practice -> scenes.of(tx, team.id(), practice)).orElse(List.of()).stream();
    }

    private Optional<String> title(Scene scene) {
        return guide.workbook().vignette(scene.vignette()).map(Vignette::title);
    }

    /** Leaders hear nothing of how a scene was placed. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return inFocus(tx, team).flatMap(scene -> title(scene).stream().flatMap(title -> scene.closed()
                .map(end -> closed(title, scene, end, period, view))
                .orElseGet(() -> scene.opened().at().isBefore(period.until())
                        ? Stream.of(
                                section(Section.Place.NEXT, false, "A scene is waiting to be placed: “" + title + "”."))
                        : Stream.empty())))
                .toList();
    }

    private static Stream<Section> closed(String title, Scene scene, Scene.Closing end, Period period, View view) {
        var now = !end.at().isBefore(period.from()) && end.at().isBefore(period.until());
        return now && Visibility.mayCount(DataKind.TEAM_DISTRIBUTION, view, end.placed().answers())
                ? Stream.of(section(Section.Place.HIGHLIGHTS, true, "The team placed the scene “" + title + "”: "
                        + end.placed().spread().words() + "."))
                : Stream.empty();
    }

    private static Section section(Section.Place place, boolean eventful, String words) {
        return new Section(place, eventful, List.of(Text.of(words)), List.of());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (hidden()) {
            return List.of();
        }
        var shared = scenes.of(tx, team.id(), practice).stream().filter(Scene::shared).toList();
        return List.of(new Counted(Fact.SCENES_SHARED, shared.size(), shared.stream()
                .map(scene -> "“" + title(scene).orElse(scene.vignette()) + "”: a shared view.").toList(),
                SceneActions.OPEN.id()));
    }
}
