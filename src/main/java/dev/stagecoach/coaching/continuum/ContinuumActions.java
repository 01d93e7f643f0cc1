package dev.stagecoach.coaching.continuum;

import java.util.Arrays;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.coaching.workbook.Writer;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;

/** Adopting a continuum, wording it, linking it to standards. */
final class ContinuumActions {
    private static final Reply TOO_OLD = Reply.Refused
            .because("I can no longer read this form. Please open it again from /coach stage.");

    private final People people;
    private final Guide guide;
    private final Wordings wordings;

    ContinuumActions(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
        this.wordings = new Wordings(people.gate());
    }

    /** Adopts it as it is; what the team has adopted already stays. */
    Reply adopt(CallContext here) {
        wordings.store().save(here.tx(), Wordings.target(here.teamId(), here.chosenPractice(), 0), Entries.EMPTY,
                new Writer(here.person(), here.now(), guide.version()));
        return new Reply.Replace(page(here));
    }

    Reply edit(CallContext here, WorkPart part) {
        return Arrays.stream(Side.values()).filter(one -> part.part().equals(one.key())).findFirst()
                .<Reply>map(side -> {
                    var adopted = adopted(here);
                    var wording = Wording.of(adopted);
                    var seen = adopted.map(filled -> filled.version().number()).orElse(0);
                    return new Reply.Open(form(here, wording, side).open(
                            Wordings.target(here.teamId(), here.chosenPractice(), seen),
                            wording.shown(guide, practice(here), side)));
                }).orElse(TOO_OLD);
    }

    private ToolForm form(CallContext here, Wording wording, Side side) {
        var doing = guide.sides().of(side).doing();
        return new ToolForm(guide,
                new Tool("continuum", doing, doing + ", level by level: put it in your own words. If a field is "
                        + "empty, the guide's words stay.", "", wording.fields(guide, practice(here), side)),
                ContinuumRoom.saving(side).id(), "Our continuum");
    }

    Reply save(CallContext here, Target target, Side side) {
        var sent = here.submission();
        var present = Wording.of(adopted(here));
        var form = form(here, present, side);
        var reading = new FormReader(sent.answers());
        var own = Wording.typed(guide, practice(here), form.read(reading, sent.answers(), present.own())).own();
        return reading.mend().orElseGet(() -> new ToolSubmissions(people, wordings.store(), form)
                .keep(here.tx(), sent, target, own, _ -> new Reply.ToYou(page(here))));
    }

    Reply link(CallContext here) {
        return new Reply.Open(standards(here).open(guide, here.teamId(), practice(here)));
    }

    Reply linked(CallContext here, Target target) {
        var sent = here.submission();
        var reading = new FormReader(sent.answers());
        var lines = Standards.read(guide, practice(here), reading, sent.answers());
        return reading.mend().orElseGet(() -> new ToolSubmissions(people, Standards.store(), Standards.form(guide))
                .keep(here.tx(), sent, target, lines, _ -> new Reply.ToYou(page(here))));
    }

    Card page(CallContext here) {
        return cards(here).page(adopted(here), standards(here));
    }

    /** Every version; the page where there is none yet. */
    Card history(CallContext here) {
        return adopted(here).map(filled -> cards(here).history(wordings.store().history(here.tx(), filled)))
                .orElseGet(() -> page(here));
    }

    private ContinuumCards cards(CallContext here) {
        return new ContinuumCards(guide, here, practice(here));
    }

    private Practice practice(CallContext here) {
        return guide.practice(here.chosenPractice()).orElseThrow();
    }

    private Optional<Filled> adopted(CallContext here) {
        return wordings.adopted(here.tx(), here.teamId(), here.chosenPractice());
    }

    private Standards standards(CallContext here) {
        return Standards.of(here.tx(), people.gate(), here.teamId(), here.chosenPractice());
    }
}
