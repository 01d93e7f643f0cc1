package dev.stagecoach.coaching.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.rounds.Distribution;
import dev.stagecoach.coaching.rounds.RoundWords;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Level;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Vignette;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.picture.DistributionPicture;

/** Scenes in chat. */
record SceneCards(Guide guide) {
    private static final String PROMISE = "Nobody sees who placed it where; when it closes, I delete each person's "
            + "placement.";

    /**
     * How far an open scene is.
     *
     * @param rate how many of how many members have placed it
     * @param enough whether so many chose a level that the figures may be shown
     * @param own whether the viewer has placed it
     */
    record Standing(ResponseRate rate, boolean enough, boolean own) {}

    /**
     * What was put to the team.
     *
     * @param scenes by the key of their words in the guide
     * @param open how far each open one is, by its id
     * @param small whether the team is too small for figures
     */
    record Put(Map<String, Scene> scenes, Map<String, Standing> open, boolean small) {}

    /** The scenes of a practice; those that were put to the team with how far they are. */
    Card list(CallContext here, Practice practice, Put put) {
        var vignettes = guide.workbook().vignettes(practice.key());
        if (vignettes.isEmpty()) {
            return Card.saying("The guide has no scenes for " + practice.name() + ".");
        }
        var title = "Scenes: " + practice.name();
        var card = Card.titled(title).heading(title)
                .text("Short made-up scenes. Each of us places one alone; then we see whether we mean the same "
                        + "thing.");
        for (var vignette : vignettes) {
            card = card.divider().text(Text.bolded(vignette.title()).plus("\n" + vignette.text()));
            var scene = Optional.ofNullable(put.scenes().get(vignette.key()));
            card = scene.isEmpty()
                    ? card.buttons(putting(here, vignette))
                    : scene(card, here, scene.get(), Optional.ofNullable(put.open().get(scene.get().id())));
        }
        return card.footnote(put.small()
                ? "There are fewer than " + Visibility.TEAM_MINIMUM + " of you, so numbers would give people away. "
                        + "Read a scene aloud, and each say where and why. A coach can waive this step."
                : PROMISE);
    }

    private static List<Button> putting(CallContext here, Vignette vignette) {
        return here.mayWrite()
                ? List.of(SceneActions.PUT.button("Put it to the team",
                        new WorkPart(here.teamId(), vignette.practice(), vignette.key())).asking(
                                new Confirm("Put it to the team?",
                                        "I post the scene in the channel, and every member places it alone.",
                                        "Put it to the team")))
                : List.of();
    }

    private Card scene(Card card, CallContext here, Scene scene, Optional<Standing> open) {
        if (open.isPresent()) {
            return card.text(progress(open.get().rate().words(here.standing().view())))
                    .buttons(buttons(here, scene, open.get()));
        }
        return mayCount(here, scene)
                ? card.text(scene.closed().map(end -> middle(end.placed())).orElse(""))
                        .buttons(SceneActions.RESULT.button("See the result", scene.id()))
                : card.text("The team has placed it and is talking about it.");
    }

    static boolean mayCount(CallContext here, Scene scene) {
        return scene.closed().filter(end -> Visibility.mayCount(DataKind.TEAM_DISTRIBUTION, here.standing().view(),
                end.placed().answers())).isPresent();
    }

    private static Text progress(Optional<String> count) {
        return Text.of(count.map(words -> words + " placed it so far.").orElse("Members are placing it now."));
    }

    private static List<Button> buttons(CallContext here, Scene scene, Standing standing) {
        var buttons = new ArrayList<Button>();
        if (here.standing().isMember()) {
            buttons.add(standing.own()
                    ? SceneActions.PLACE.button("Change my placement", scene.id())
                    : SceneActions.PLACE.primary("Place it", scene.id()));
        }
        if (here.mayWrite() && standing.enough()) {
            buttons.add(closing(scene));
        }
        return buttons;
    }

    private static Button closing(Scene scene) {
        return SceneActions.CLOSE.button("Close and show", scene.id()).asking(new Confirm("Show how we placed it?",
                "Nobody can place it after that. The channel sees how many chose each level.", "Close and show"));
    }

    /** The scene as it stands in the channel, for members to place. */
    Card inChannel(Scene scene, Vignette vignette, Standing standing) {
        var card = Card.titled("A scene to place: " + vignette.title())
                .text(Text.mentioning(scene.opened().by()).plus(" is asking all of us: where on our continuum is "
                        + "this?"))
                .text(Text.bolded(vignette.title())).quote(vignette.text());
        if (scene.closed().isPresent()) {
            return card.footnote("This scene is closed; see the result in this channel.");
        }
        var buttons = new ArrayList<>(List.of(SceneActions.PLACE.primary("Place it", scene.id())));
        if (standing.enough()) {
            buttons.add(closing(scene));
        }
        return card.buttons(buttons).footnote(standing.rate().count() + " of " + standing.rate().of() + " placed it. "
                + PROMISE);
    }

    Card put(Scene scene, Vignette vignette, boolean reached, boolean member) {
        var card = Card.saying("“" + vignette.title() + "” is with the team now. " + (reached
                ? "It is in the channel."
                : "I cannot reach your team's channel right now; when it is back, I will show it there."));
        return member ? card.buttons(SceneActions.PLACE.primary("Place it", scene.id())) : card;
    }

    Card placed(Scene scene) {
        return Card.saying("Placed. Nobody sees yours; you can change it until the scene closes.").buttons(
                SceneActions.OPEN.button("All scenes", new Work(scene.team(), scene.practice())));
    }

    /** How it was placed, and what to talk about. */
    Card result(Scene scene, Vignette vignette, Scene.Closing end) {
        var middle = middle(end.placed());
        var title = "How we placed “" + vignette.title() + "”";
        var card = Card.titled(title + ": " + middle).heading(title).quote(vignette.text())
                .picture(picture(vignette, end)).text(Text.bolded(middle));
        return card.text(Text.bolded(scene.shared() ? "You mostly agree. " : "Worth talking about: ")
                .plus(vignette.talk())).footnote("These numbers are final; I have deleted each person's placement.");
    }

    private String middle(Distribution placed) {
        return "In the middle: " + new RoundWords(guide).median(placed.median()) + ", " + placed.spread().words()
                + (placed.twoCamps() ? ", in two camps." : ".");
    }

    private Picture picture(Vignette vignette, Scene.Closing end) {
        var levels = guide.levels().stream().map(Level::name).toList();
        var counts = end.placed().counts();
        var alt = "Bar of placements by level: " + IntStream.rangeClosed(1, counts.size())
                .mapToObj(level -> new RoundWords(guide).level(level) + " " + counts.get(level - 1))
                .collect(Collectors.joining(", ")) + "; " + guide.cannotSay() + " " + end.placed().cannotSay() + ".";
        return DistributionPicture.of("Placements by level", alt,
                new DistributionPicture.Scale(levels, guide.cannotSay(), end.asked()),
                List.of(new DistributionPicture.Group(vignette.title(), List.of(new DistributionPicture.Bar(
                        PlaceForm.side(guide), counts, end.placed().cannotSay())))));
    }
}
