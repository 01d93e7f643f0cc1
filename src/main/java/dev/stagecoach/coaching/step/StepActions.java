package dev.stagecoach.coaching.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What people do with their own step and plan; everything here is the caller's own. */
final class StepActions {
    private static final Reply NOT_YOURS = Reply.Refused
            .because("This is not your step, or you have deleted it. /coach step starts a new one.");

    private final People people;
    private final Guide guide;
    private final Tool tool;
    private final OwnLevel level;

    StepActions(People people, Guide guide, Tool tool, OwnLevel level) {
        this.people = people;
        this.guide = guide;
        this.tool = tool;
        this.level = level;
    }

    private OwnReflections reflections() {
        return new OwnReflections(people);
    }

    private OwnPlans plans() {
        return new OwnPlans(people);
    }

    private StepCards cards() {
        return new StepCards(guide, tool);
    }

    /** The step as it is; who has none begins with it. */
    Reply show(CallContext here) {
        return own(here).<Reply>map(own -> new Reply.ToYou(cards().step(own))).orElseGet(() -> write(here));
    }

    Reply write(CallContext here) {
        return new Reply.Open(form(here, step()));
    }

    Reply fill(CallContext here) {
        return new Reply.Open(reflections().below(here, form(here, plan()),
                own(here).map(own -> own.filled().entries()).orElse(Entries.EMPTY)));
    }

    private ToolForm step() {
        return new ToolForm(guide, tool, StepRoom.SAVE.id(), "Your when-then step",
                Stream.of(OwnPlan.WHEN_THEN, OwnPlan.IF_THEN)
                        .flatMap(field -> tool.field(field).stream()).toList());
    }

    private ToolForm plan() {
        return new ToolForm(guide, tool, StepRoom.WHOLE.id(), tool.name()).without(OwnPlan.PRACTICE);
    }

    private Form form(CallContext here, ToolForm form) {
        var own = own(here).map(OwnPlan::filled);
        return own.map(filled -> form.open(Target.of(filled), filled.entries())).orElseGet(() -> fresh(here, form))
                .and(Readership.of(here, people, DataKind.MEMBER_STEP)
                        .line(own.flatMap(Filled::shared).isPresent()));
    }

    private Form fresh(CallContext here, ToolForm form) {
        var starters = Starters.of(guide.practice(here.chosenPractice()),
                level.of(here.tx(), here.teamId(), here.person(), here.chosenPractice()));
        var target = new Target(here.teamId(), here.chosenPractice(),
                OwnPlans.id(here.teamId(), here.chosenPractice(), here.person()), 0);
        return form.open(target,
                Entries.EMPTY.with(OwnPlan.WHEN_THEN, starters.prefilled(ToolForm.LONGEST_LINE)), starters.words());
    }

    Reply saveStep(CallContext here, Target target) {
        return save(here, target, step(), own -> cards().step(own));
    }

    Reply savePlan(CallContext here, Target target) {
        return save(here, target, plan(), own -> page(here, own, List.of()));
    }

    private Reply save(CallContext here, Target target, ToolForm form, Function<OwnPlan, Card> shown) {
        var sent = here.submission();
        var reading = new FormReader(sent.answers());
        var entries = form.read(reading, sent.answers(),
                reflections().chosen(here, known(here.tx(), target, here.person())));
        if (entries.text(OwnPlan.WHEN_THEN).startsWith(Starters.OPENING)) {
            reading.mend(OwnPlan.WHEN_THEN, "Please put a moment or a cue from your week in place of the dots.");
        }
        return reading.mend().orElseGet(() -> new ToolSubmissions(people, OwnPlans.STORE, form).keep(here.tx(), sent,
                target, entries, kept -> new Reply.ToYou(shown.apply(new OwnPlan(kept.filled())))));
    }

    /** What the form does not ask for: the other fields as they are, and the practice. */
    private Entries known(Transaction tx, Target target, PersonId person) {
        var before = plans().own(tx, target.id(), person).map(own -> own.filled().entries()).orElse(Entries.EMPTY);
        return tool.field(OwnPlan.PRACTICE).isPresent() ? before.with(OwnPlan.PRACTICE, target.practice()) : before;
    }

    /** The whole plan, and what colleagues have shared. */
    Reply page(CallContext here) {
        var others = plans().ofOthers(here.tx(), here.teamId(), here.chosenPractice(), here.person());
        return new Reply.Replace(own(here).map(own -> page(here, own, others))
                .orElseGet(() -> cards().noneOfMine(here.teamId(), others)));
    }

    private Card page(CallContext here, OwnPlan own, List<OwnPlan> others) {
        return cards().plan(here, own, reflections().lines(here, own), others);
    }

    /** @param since when colleagues may read it; empty to keep it to oneself */
    Reply shared(CallContext here, String id, Optional<Instant> since) {
        OwnPlans.STORE.share(here.tx(), id, since);
        return withOwn(here, id, cards()::step);
    }

    Reply history(CallContext here, String id) {
        return withOwn(here, id, own -> cards().history(own, OwnPlans.STORE.history(here.tx(), own.filled()),
                here.team().zone()));
    }

    Reply delete(CallContext here, String id) {
        OwnPlans.STORE.delete(here.tx(), id);
        return new Reply.Replace(cards().none(here.teamId()));
    }

    private Reply withOwn(CallContext here, String id, Function<OwnPlan, Card> shown) {
        return plans().own(here.tx(), id, here.person()).map(shown).<Reply>map(Reply.Replace::new).orElse(NOT_YOURS);
    }

    private Optional<OwnPlan> own(CallContext here) {
        return plans().own(here.tx(), here.teamId(), here.chosenPractice(), here.person());
    }
}
