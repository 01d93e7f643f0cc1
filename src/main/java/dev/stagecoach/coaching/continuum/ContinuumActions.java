package dev.stagecoach.coaching.continuum;

import java.util.Arrays;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.PracticeAtHand;
import dev.stagecoach.coaching.stage.PracticeLookup;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.coaching.tool.Writer;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Side;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Adopting a continuum, wording it, linking it to standards. */
final class ContinuumActions {
    private static final Reply TOO_OLD = Reply.Refused
            .because("I cannot read this form any more. Please open it again from /coach stage.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Wordings wordings;
    private final PracticeLookup lookup;

    ContinuumActions(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.wordings = new Wordings(people.gate());
        this.lookup = new PracticeLookup(people, guide);
    }

    /** The form that words a side; its id says which. */
    static String form(Side side) {
        return "continuum." + side.key();
    }

    /** Adopts it as it is; what the team has adopted already stays. */
    Reply adopt(Call.Click click) {
        return database.write(tx -> lookup.writing(tx, click.value(), click.person(), here -> {
            wordings.store().save(tx, Wordings.target(here.team().id(), here.practice().key(), 0), Entries.EMPTY,
                    new Writer(click.person(), click.now(), guide.version()));
            return new Reply.Replace(page(tx, here));
        }));
    }

    Reply edit(Call.Click click) {
        var side = Arrays.stream(Side.values()).filter(one -> click.value().endsWith(" " + one.key())).findFirst();
        return database.read(tx -> lookup.writing(tx, click.value(), click.person(), here -> side.<Reply>map(one -> {
            var adopted = adopted(tx, here);
            var wording = Wording.of(adopted);
            var seen = adopted.map(filled -> filled.version().number()).orElse(0);
            return new Reply.Open(form(here, wording, one).open(
                    Wordings.target(here.team().id(), here.practice().key(), seen),
                    wording.shown(guide, here.practice(), one)));
        }).orElse(TOO_OLD)));
    }

    private ToolForm form(PracticeAtHand here, Wording wording, Side side) {
        var doing = guide.sides().of(side).doing();
        return new ToolForm(guide,
                new Tool("continuum", doing, doing + ", level by level: say it in words that you use."
                        + " An empty field is as the guide has it.", "", wording.fields(guide, here.practice(), side)),
                form(side), "Our continuum");
    }

    Reply save(Call.Submission sent, Side side) {
        return writing(sent, (tx, here, target) -> {
            var present = Wording.of(adopted(tx, here));
            var form = form(here, present, side);
            var reading = new FormReader(sent.answers());
            var own = Wording.typed(guide, here.practice(), form.read(reading, sent.answers(), present.own())).own();
            return reading.mend()
                    .orElseGet(() -> new ToolSubmissions(people, wordings.store(), form).keep(tx, sent, target,
                            own, _ -> new Reply.ToYou(page(tx, here))));
        });
    }

    Reply link(Call.Click click) {
        return database.read(tx -> lookup.writing(tx, click.value(), click.person(),
                here -> new Reply.Open(standards(tx, here).open(guide, here))));
    }

    Reply linked(Call.Submission sent) {
        return writing(sent, (tx, here, target) -> {
            var reading = new FormReader(sent.answers());
            var lines = Standards.read(guide, here.practice(), reading, sent.answers());
            return reading.mend().orElseGet(() -> new ToolSubmissions(people, Standards.store(), Standards.form(guide))
                    .keep(tx, sent, target, lines, _ -> new Reply.ToYou(page(tx, here))));
        });
    }

    /** What is done with a form that was sent in. */
    private interface Save {
        Reply with(Transaction tx, PracticeAtHand here, Target target);
    }

    private Reply writing(Call.Submission sent, Save save) {
        return Target.parse(sent.context()).map(target -> database.write(tx -> lookup.writing(tx,
                target.team() + " " + target.practice(), sent.person(), here -> save.with(tx, here, target))))
                .orElse(TOO_OLD);
    }

    Card page(Transaction tx, PracticeAtHand here) {
        return new ContinuumCards(guide).page(here, adopted(tx, here), standards(tx, here));
    }

    Optional<Filled> adopted(Transaction tx, PracticeAtHand here) {
        return wordings.adopted(tx, here.team().id(), here.practice().key());
    }

    private Standards standards(Transaction tx, PracticeAtHand here) {
        return Standards.of(tx, people.gate(), here.team().id(), here.practice().key());
    }
}
