package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;
import dev.stagecoach.storage.Ids;

/** The member's form: a page for each practice, students first, and a last page for what matters most. */
final class RatingForm {
    static final String CLASS = "class";
    private static final String CONFIDENCE = "confidence";
    private static final int LONGEST_CLASS = 60;
    static final String DOTS = "dots";
    static final int MOST_DOTS = 3;
    static final int LONGEST_NOTE = 300;

    private static final String CANNOT_SAY = "0";

    private RatingForm() {}

    /**
     * Which page of which round; the page after the last practice is the one with the dots.
     *
     * @param opening of its own for each time that a page is put before somebody
     */
    record Place(String round, int page, String opening) {
        static Place fresh(Round round, int page) {
            return new Place(round.id(), page, Ids.next());
        }

        /** Reads a form's context; empty where it is none of ours. */
        static Optional<Place> parse(String context) {
            return Carried.parts(context, 3).filter(three -> three.get(1).matches("\\d{1,3}"))
                    .map(three -> new Place(three.get(0), Integer.parseInt(three.get(1)), three.get(2)));
        }

        String context() {
            return round + " " + page + " " + opening;
        }
    }

    static Form page(Round round, OwnAnswers own, int page, Guide guide) {
        return page < round.practices().size()
                ? practicePage(round, own, page, guide)
                : lastPage(round, own, guide, false);
    }

    private static Form practicePage(Round round, OwnAnswers own, int page, Guide guide) {
        var saved = own.pages().get(page);
        var practice = guide.practice(saved.practice());
        var fields = new ArrayList<Field>();
        if (practice.isEmpty()) {
            fields.add(new Field.Words(Text.of("The guide no longer has this practice. Please go on.")));
        }
        practice.ifPresent(known -> {
            fields.add(new Field.Words(Text.bolded(known.name()).plus("\n" + known.from() + " → " + known.to())));
            if (page == 0) {
                fields.add(new Field.Words(ModeWords.beforeChoosing(round.mode())));
                fields.add(new Field.Aside(RatingActions.PRIVACY.button("Who sees what", round.id())));
                fields.add(new Field.Words(Text.of("Think of one " + guide.sides().group()
                        + " and its last 10 school days. Choose the "
                        + "highest level you have an example of. I save each choice.")));
            }
            for (var side : Side.values()) {
                fields.add(pick(side, saved, guide));
            }
            for (var side : Side.values()) {
                fields.add(new Field.ShortText(note(side), "Note on " + guide.sides().of(side).who(),
                        page == 0 && side == Side.values()[0] ? "Private; no names." : "", true, LONGEST_NOTE,
                        saved.notes().of(side)));
            }
            fields.add(new Field.Aside(RatingActions.WORDING.button("Read the levels",
                    new Part(round.id(), known.key()))));
        });
        if (page > 0) {
            fields.add(RatingActions.BACK.turn("Back"));
        }
        return RatingActions.PAGE.form("Practice " + (page + 1) + " of " + round.practices().size(), "Next",
                Place.fresh(round, page), fields);
    }

    /** The levels are explained at the first question of a page; the second one stands right below. */
    private static Field pick(Side side, RatingPage saved, Guide guide) {
        var options = new ArrayList<Field.Option>();
        for (var level : guide.levels()) {
            options.add(Field.Option.of(String.valueOf(level.value()),
                    side == Side.values()[0] ? level.explained() : level.name()));
        }
        options.add(Field.Option.of(CANNOT_SAY, guide.cannotSay()));
        return new Field.Pick(side.key(), guide.sides().of(side).doing(), "", true, options,
                saved.side(side).map(choice -> String.valueOf(choice.number()))).telling(RatingActions.CHOICE.id());
    }

    /**
     * What matters most to the person.
     *
     * @param whole with what can be said about all of it, too
     */
    static Form lastPage(Round round, OwnAnswers own, Guide guide, boolean whole) {
        var options = round.practices().stream().flatMap(key -> guide.practice(key).stream()).map(
                practice -> Field.Option.of(practice.key(), practice.name()))
                .toList();
        var fields = new ArrayList<Field>();
        fields.add(new Field.PickMany(DOTS,
                "Where would a change help your " + guide.sides().of(Side.STUDENT).who() + " most?",
                "Choose up to " + MOST_DOTS + ".", true, options, own.dots(), MOST_DOTS));
        fields.addAll(whole || !own.frame().equals(Frame.EMPTY)
                ? frame(own.frame(), guide)
                : List.of(RatingActions.MORE.turn("Add more")));
        fields.add(RatingActions.BACK.turn("Back"));
        return RatingActions.PAGE.form("Last question", "Finish", Place.fresh(round, round.practices().size()), fields);
    }

    private static List<Field> frame(Frame frame, Guide guide) {
        return List.of(
                new Field.ShortText(CLASS, "Which " + guide.sides().group() + " did you have in mind?",
                        "For example 3rd period; no names. Only you see it.", true, LONGEST_CLASS, frame.classLabel()),
                new Field.Pick(CONFIDENCE, "How sure are you of your answers?", "Only you see it.", true,
                        Arrays.stream(Frame.Confidence.values())
                                .map(one -> Field.Option.of(one.key(), one.words())).toList(),
                        frame.confidence().map(Frame.Confidence::key)));
    }

    /** What was said on the last page about all of it. */
    static Frame frame(FormReader reading) {
        return new Frame(reading.optional(CLASS, LONGEST_CLASS),
                Frame.Confidence.of(reading.oneOf(CONFIDENCE, Frame.Confidence.keys(), "")));
    }

    /** The key of a side's note. */
    static String note(Side side) {
        return "note_" + side.key();
    }

    /** What was filled in on a practice's page. */
    static RatingPage parse(Answers answers, String practice, Guide guide) {
        return new RatingPage(practice, choice(answers, Side.STUDENT, guide), choice(answers, Side.SYSTEM, guide),
                new RatingPage.Notes(answers.text(note(Side.STUDENT)), answers.text(note(Side.SYSTEM))));
    }

    private static Optional<Choice> choice(Answers answers, Side side, Guide guide) {
        return answers.number(side.key()).filter(number -> number >= 0 && number <= guide.levels().size())
                .map(Choice::of);
    }

    /** The practices with a dot, as far as the round has them. */
    static List<String> dots(Answers answers, Round round) {
        return answers.many(DOTS).stream().filter(round.practices()::contains).distinct().toList();
    }

    /** Who sees what, to read on top of the form. */
    static Form privacy(Round round, ChannelAudience agreed, String readers) {
        return Form.page(RatingActions.PRIVACY.id(), "Who sees this",
                ModeWords.more(round.mode(), agreed, readers).stream()
                        .<Field>map(Field.Words::new).toList());
    }

    /** All levels of a practice in full, to read on top of the form. */
    static Form wording(Practice practice, Guide guide) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(Text.bolded(practice.name()).plus("\n" + practice.shift())));
        for (var side : Side.values()) {
            var words = Text.bolded(guide.sides().of(side).doing()).plus("\n")
                    .quiet(practice.side(side).indicator());
            fields.add(new Field.Words(words));
            for (var level : guide.levels()) {
                fields.add(new Field.Words(Text.bolded(level.explained()).plus("\n"
                        + practice.side(side).levels().get(level.value() - 1))));
            }
        }
        return Form.page(RatingActions.WORDING.id(), "The levels", fields);
    }
}
