package dev.stagecoach.coaching.learn;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Vignette;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What people do with scenes. */
public final class SceneActions {
    private static final SceneStore STORE = new SceneStore();
    private static final Carried<String> SCENE = Carried.thing(STORE::team);
    /** Shows a practice's scenes. */
    public static final Action<Work> OPEN = Action.click("scene.open", Carried.work(),
            Access.reads(Who.TEAM).withPractice());
    static final Action<WorkPart> PUT = Action.click("scene.put", Carried.workPart(),
            Access.writes(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<String> PLACE = Action.click("scene.place", SCENE, Access.reads(Who.MEMBERS));
    static final Action<String> PLACED = Action.form("scene.place", SCENE, Access.writes(Who.MEMBERS));
    static final Action<String> WORDING = Action.click("scene.wording", SCENE, Access.reads(Who.TEAM));
    static final Action<String> CLOSE = Action.click("scene.close", SCENE, Access.writes(Who.MEMBERS_AND_COACHES));
    static final Action<String> RESULT = Action.click("scene.result", SCENE, Access.outside(Who.TEAM));
    private static final Reply GONE = Reply.Refused
            .because("This scene is no longer here. /coach stage leads to the others.");
    private static final Reply CLOSED = Reply.Refused
            .because("This scene has closed. See the result in your team's channel.");
    private static final Reply TOO_FEW = Reply.Refused.because("Fewer than " + Visibility.TEAM_MINIMUM
            + " people have chosen a level so far, and showing it would give them away. Once " + Visibility.TEAM_MINIMUM
            + " have, I can show it.");

    private final ReachabilityStore places = new ReachabilityStore();
    private final Database database;
    private final Guide guide;
    private final Scenes scenes;
    private final SceneCards cards;

    SceneActions(Database database, Guide guide, Scenes scenes) {
        this.database = database;
        this.guide = guide;
        this.scenes = scenes;
        this.cards = new SceneCards(guide);
    }

    List<Handled<?>> all() {
        return List.of(OPEN.by((here, _) -> list(here)), PUT.by(this::put),
                PLACE.by((here, id) -> with(here.tx(), id, (scene, vignette) -> open(here, scene, vignette))),
                PLACED.by((here, id) -> with(here.tx(), id, (scene, _) -> place(here, scene))),
                WORDING.by((here, id) -> with(here.tx(), id, (scene, _) -> wording(here.tx(), scene))),
                CLOSE.by((here, id) -> with(here.tx(), id, (scene, _) -> close(here, scene))), RESULT.by(this::result));
    }

    private Reply list(CallContext here) {
        return guide.practice(here.chosenPractice()).<Reply>map(practice -> new Reply.ToYou(list(here, practice)))
                .orElse(GONE);
    }

    private Card list(CallContext here, Practice practice) {
        var put = scenes.of(here.tx(), here.teamId(), practice.key());
        var open = put.stream().filter(scene -> scene.closed().isEmpty())
                .collect(Collectors.toMap(Scene::id, scene -> scenes.standing(here.tx(), scene, here.person())));
        return cards.list(here, practice,
                new SceneCards.Put(put.stream().collect(Collectors.toMap(Scene::vignette, Function.identity())), open,
                        scenes.members(here.tx(), here.teamId()) < Visibility.TEAM_MINIMUM));
    }

    private Reply put(CallContext here, WorkPart scene) {
        return guide.workbook().vignette(scene.part()).<Reply>map(vignette -> {
            var put = scenes.put(here.tx(), here.team(), vignette, here.person(), here.now());
            return new Reply.ToYou(cards.put(put, vignette, places.resting(here.tx(), here.team()).isEmpty(),
                    here.standing().isMember()));
        }).orElse(GONE);
    }

    /** The scene with its words, as long as the guide has it. */
    private <R> R with(Transaction tx, String id, BiFunction<Scene, Vignette, R> work, R otherwise) {
        return scenes.find(tx, id).filter(scene -> guide.practice(scene.practice()).isPresent())
                .flatMap(scene -> guide.workbook().vignette(scene.vignette()).map(words -> work.apply(scene, words)))
                .orElse(otherwise);
    }

    private Reply with(Transaction tx, String id, BiFunction<Scene, Vignette, Reply> work) {
        return with(tx, id, work, GONE);
    }

    private Reply open(CallContext here, Scene scene, Vignette vignette) {
        var own = scenes.own(here.tx(), scene, here.person());
        return scene.closed().isPresent()
                ? CLOSED
                : scenes.practice(here.tx(), scene).<Reply>map(practice -> new Reply.Open(
                        PlaceForm.form(guide, scene, vignette, practice, own))).orElse(GONE);
    }

    private Reply wording(Transaction tx, Scene scene) {
        return scenes.practice(tx, scene)
                .<Reply>map(practice -> new Reply.Open(PlaceForm.wording(guide, practice))).orElse(GONE);
    }

    private Reply place(CallContext here, Scene scene) {
        var level = PlaceForm.read(here.submission().answers(), guide);
        if (level.isEmpty()) {
            return new Reply.Mend(Map.of(PlaceForm.LEVEL, "Please choose one; if you are between two, choose the "
                    + "lower."));
        }
        return scenes.place(here.tx(), scene, here.person(), level.get(), here.now())
                ? new Reply.ToYou(cards.placed(scene))
                : CLOSED;
    }

    private Reply close(CallContext here, Scene scene) {
        return switch (scenes.close(here.tx(), here.team(), scene, here.now())) {
            case CLOSED -> new Reply.ToYou(Card.saying("Closed. I show the channel how you placed it."));
            case CLOSED_ALREADY -> CLOSED;
            case TOO_FEW -> TOO_FEW;
        };
    }

    /** The picture is drawn once what was read is read: it takes too long to hold a transaction for. */
    private Reply result(CallContext here, String id) {
        return database.<Supplier<Reply>>read(tx -> with(tx, id,
                (scene, vignette) -> scene.closed().filter(_ -> SceneCards.mayCount(here, scene))
                        .<Supplier<Reply>>map(end -> () -> new Reply.ToYou(cards.result(scene, vignette, end)))
                        .orElse(() -> GONE),
                () -> GONE)).get();
    }
}
