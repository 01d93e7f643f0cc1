package dev.stagecoach.coaching.scene;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.stage.PracticeAtHand;
import dev.stagecoach.coaching.stage.PracticeLookup;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Vignette;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What people do with scenes. */
final class SceneActions {
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this scene any more. /coach stage leads to those that there are.");
    private static final Reply FOR_MEMBERS = Reply.Refused
            .because("Placing a scene is for the team's members. You see the result when it closes.");
    private static final Reply NOT_YOURS = Reply.Refused
            .because("The team's members and coaches decide when a scene is shown.");
    private static final Reply CLOSED = Reply.Refused
            .because("This scene has closed. The result stands in your team's channel.");
    private static final Reply TOO_FEW = Reply.Refused.because("Fewer than " + Visibility.TEAM_MINIMUM
            + " have chosen a level so far, and showing it would give them away. From " + Visibility.TEAM_MINIMUM
            + " on it can be shown.");

    private final ReachabilityStore places = new ReachabilityStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final Scenes scenes;
    private final SceneCards cards;

    SceneActions(Database database, People people, Guide guide, Scenes scenes) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.scenes = scenes;
        this.cards = new SceneCards(guide);
    }

    Reply list(Call.Click click) {
        return database.read(tx -> lookup().reading(tx, click.value(), click.person(),
                here -> new Reply.ToYou(list(tx, here))));
    }

    private Card list(Transaction tx, PracticeAtHand here) {
        var put = scenes.of(tx, here.team().id(), here.practice().key());
        var open = put.stream().filter(scene -> scene.closed().isEmpty())
                .collect(Collectors.toMap(Scene::id, scene -> scenes.standing(tx, scene, here.person())));
        return cards.list(here, put.stream().collect(Collectors.toMap(Scene::vignette, Function.identity())), open,
                scenes.members(tx, here.team().id()) < Visibility.TEAM_MINIMUM);
    }

    Reply put(Call.Click click) {
        var key = click.value().substring(click.value().lastIndexOf(' ') + 1);
        var vignette = guide.workbook().vignette(key);
        return vignette.isEmpty()
                ? GONE
                : database.write(tx -> lookup().writing(tx, click.value(), click.person(), here -> {
                    var scene = scenes.put(tx, here.team(), vignette.get(), click.person(), click.now());
                    return new Reply.ToYou(cards.put(scene, vignette.get(),
                            places.resting(tx, here.team()).isEmpty(), here.standing().isMember()));
                }));
    }

    /** A scene that the caller may see, with its words. */
    private record Seen(Scene scene, Vignette vignette, PracticeAtHand here) {}

    private Optional<Seen> seen(Transaction tx, String id, PersonId person) {
        return scenes.find(tx, id).flatMap(scene -> switch (lookup().find(tx, scene.team() + " " + scene.practice(),
                person)) {
            case PracticeLookup.Found.Here(var here) -> guide.workbook().vignette(scene.vignette())
                    .map(vignette -> new Seen(scene, vignette, here));
            case PracticeLookup.Found.NoneChosen _,PracticeLookup.Found.Not _ -> Optional.empty();
        });
    }

    Reply open(Call.Click click) {
        return database.read(tx -> seen(tx, click.value(), click.person()).map(seen -> open(tx, seen)).orElse(GONE));
    }

    private Reply open(Transaction tx, Seen seen) {
        if (!seen.here().standing().isMember()) {
            return FOR_MEMBERS;
        }
        var own = scenes.own(tx, seen.scene(), seen.here().person());
        return seen.scene().closed().isPresent()
                ? CLOSED
                : scenes.practice(tx, seen.scene()).<Reply>map(practice -> new Reply.Open(
                        PlaceForm.form(guide, seen.scene(), seen.vignette(), practice, own))).orElse(GONE);
    }

    Reply wording(Call.Click click) {
        return database.read(tx -> seen(tx, click.value(), click.person())
                .flatMap(seen -> scenes.practice(tx, seen.scene()))
                .<Reply>map(practice -> new Reply.Open(PlaceForm.wording(guide, practice))).orElse(GONE));
    }

    Reply place(Call.Submission sent) {
        return database.write(tx -> seen(tx, sent.context(), sent.person()).map(seen -> place(tx, sent, seen.scene(),
                seen.here().standing())).orElse(GONE));
    }

    private Reply place(Transaction tx, Call.Submission sent, Scene scene, Standing standing) {
        if (!standing.isMember()) {
            return FOR_MEMBERS;
        }
        var level = PlaceForm.read(sent.answers(), guide);
        if (level.isEmpty()) {
            return new Reply.Mend(Map.of(PlaceForm.LEVEL, "Please choose one; between two, take the lower."));
        }
        return scenes.place(tx, scene, sent.person(), level.get(), sent.now())
                ? new Reply.ToYou(cards.placed(scene))
                : CLOSED;
    }

    Reply close(Call.Click click) {
        return database.write(tx -> seen(tx, click.value(), click.person())
                .map(seen -> seen.here().mayWrite()
                        ? switch (scenes.close(tx, seen.here().team(), seen.scene(), click.now())) {
                            case CLOSED -> new Reply.ToYou(Card.saying("Closed. The channel sees how you placed it."));
                            case CLOSED_ALREADY -> CLOSED;
                            case TOO_FEW -> TOO_FEW;
                        }
                        : NOT_YOURS)
                .orElse(GONE));
    }

    /** The picture is drawn once what was read is read: it takes too long to hold a transaction for. */
    Reply result(Call.Click click) {
        return database.<Optional<Supplier<Reply>>>read(tx -> seen(tx, click.value(), click.person())
                .filter(seen -> SceneCards.mayCount(seen.here(), seen.scene())).flatMap(seen -> seen.scene().closed()
                        .map(end -> () -> new Reply.ToYou(cards.result(seen.scene(), seen.vignette(), end)))))
                .map(Supplier::get).orElse(GONE);
    }

    private PracticeLookup lookup() {
        return new PracticeLookup(people, guide);
    }
}
