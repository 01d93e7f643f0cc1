package dev.stagecoach.coaching.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;
import dev.stagecoach.guide.Vignette;

/** The form that places a scene; its context is the scene. */
final class PlaceForm {
    static final String LEVEL = "level";
    private static final String CANNOT_SAY = "0";
    /** All place a scene by the same side, so that what differs is the reading and not the question. */
    private static final Side SIDE = Side.STUDENT;

    private PlaceForm() {}

    /** @param own where the person placed it before */
    static Form form(Guide guide, Scene scene, Vignette vignette, Practice practice, Optional<Integer> own) {
        var options = new ArrayList<Field.Option>();
        for (var level : guide.levels()) {
            options.add(new Field.Option(String.valueOf(level.value()), level.explained(),
                    practice.side(SIDE).brief().get(level.value() - 1)));
        }
        options.add(Field.Option.of(CANNOT_SAY, guide.cannotSay()));
        return SceneActions.PLACED.form("Place a scene", "Place it", scene.id(), List.of(
                new Field.Words(Text.bolded(vignette.title()).plus("\n" + vignette.text())),
                new Field.Pick(LEVEL, guide.sides().of(SIDE).doing(),
                        "Which level is closest to what you read? There is no right answer. Nobody sees yours; the "
                                + "channel sees how many chose each level.",
                        false, options, own.map(String::valueOf)),
                new Field.Aside(SceneActions.WORDING.button("Read the levels", scene.id()))));
    }

    /** The chosen level, 0 for none; empty where nothing was chosen that the guide has. */
    static Optional<Integer> read(Answers answers, Guide guide) {
        return answers.number(LEVEL).filter(level -> level >= 0 && level <= guide.levels().size());
    }

    /** The levels in full, to read on top of the form. */
    static Form wording(Guide guide, Practice practice) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(Text.bolded(practice.name()).plus("\n").quiet(practice.side(SIDE).indicator())));
        guide.levels().forEach(level -> fields.add(new Field.Words(Text.bolded(level.explained())
                .plus("\n" + practice.side(SIDE).levels().get(level.value() - 1)))));
        return Form.page(SceneActions.WORDING.id(), "The levels", fields);
    }

    static String side(Guide guide) {
        return guide.sides().of(SIDE).who();
    }
}
