package dev.stagecoach.coaching.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What people do with their own step and plan; everything here is the caller's own. */
final class StepActions {
    /** The step alone: two lines, in under a minute. */
    static final String STEP = "step.save";
    /** The whole plan. */
    static final String PLAN = "step.whole";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("This is not yours, or you have deleted it. /coach step begins a new one.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Tool tool;
    private final OwnLevel level;

    StepActions(Database database, People people, Guide guide, Tool tool, OwnLevel level) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.tool = tool;
        this.level = level;
    }

    private OwnPlans plans() {
        return new OwnPlans(people);
    }

    private StepCards cards() {
        return new StepCards(guide, tool);
    }

    /** The step as it is; who has none begins with it. */
    Reply show(TeamId team, PersonId person) {
        return database.read(tx -> writing(tx, team, person, here -> own(tx, here)
                .<Reply>map(own -> new Reply.ToYou(cards().step(own))).orElseGet(() -> opened(tx, here, step()))));
    }

    Reply write(Call.Click click) {
        return database.read(tx -> writing(tx, new TeamId(click.value()), click.person(),
                here -> opened(tx, here, step())));
    }

    Reply fill(Call.Click click) {
        return database.read(tx -> writing(tx, new TeamId(click.value()), click.person(),
                here -> opened(tx, here, plan())));
    }

    private ToolForm step() {
        return new ToolForm(guide, tool, STEP, "Your when-then step", Stream.of(OwnPlan.WHEN_THEN, OwnPlan.IF_THEN)
                .flatMap(field -> tool.field(field).stream()).toList());
    }

    private ToolForm plan() {
        return new ToolForm(guide, tool, PLAN, tool.name()).without(OwnPlan.PRACTICE);
    }

    private Reply opened(Transaction tx, TeamAtWork here, ToolForm form) {
        var own = own(tx, here).map(OwnPlan::filled);
        if (own.isPresent()) {
            return new Reply.Open(form.open(Target.of(own.get()), own.get().entries()));
        }
        var starters = Starters.of(guide.practice(here.practice()),
                level.of(tx, here.team().id(), here.person(), here.practice()));
        var target = new Target(here.team().id(), here.practice(),
                OwnPlans.id(here.team().id(), here.practice(), here.person()), 0);
        return new Reply.Open(form.open(target,
                Entries.EMPTY.with(OwnPlan.WHEN_THEN, starters.prefilled(ToolForm.LONGEST_LINE)), starters.words()));
    }

    Reply saveStep(Call.Submission sent) {
        return save(sent, step(), (_, own) -> cards().step(own));
    }

    Reply savePlan(Call.Submission sent) {
        return save(sent, plan(), (here, own) -> cards().plan(here, own, List.of()));
    }

    /** How what was saved is shown. */
    private interface Shown {
        Card of(TeamAtWork here, OwnPlan own);
    }

    private Reply save(Call.Submission sent, ToolForm form, Shown shown) {
        var target = Target.parse(sent.context())
                .filter(one -> one.id().equals(OwnPlans.id(one.team(), one.practice(), sent.person())));
        return target.isEmpty()
                ? NOT_YOURS
                : database.write(tx -> writing(tx, target.get().team(), sent.person(), here -> {
                    var reading = new FormReader(sent.answers());
                    var entries = form.read(reading, sent.answers(), known(tx, target.get(), sent.person()));
                    if (entries.text(OwnPlan.WHEN_THEN).startsWith(Starters.OPENING)) {
                        reading.mend(OwnPlan.WHEN_THEN,
                                "Please put a moment or a cue of your week in place of the dots.");
                    }
                    return reading.mend().orElseGet(() -> new ToolSubmissions(people, plans().store(), form)
                            .keep(tx, sent, target.get(), entries, kept -> new Reply.ToYou(
                                    shown.of(here, new OwnPlan(kept.filled())))));
                }));
    }

    /** What the form does not ask for: the other fields as they are, and the practice. */
    private Entries known(Transaction tx, Target target, PersonId person) {
        var before = plans().own(tx, target.id(), person).map(own -> own.filled().entries()).orElse(Entries.EMPTY);
        return tool.field(OwnPlan.PRACTICE).isPresent() ? before.with(OwnPlan.PRACTICE, target.practice()) : before;
    }

    /** The whole plan, and what colleagues have shared. */
    Reply page(Call.Click click) {
        return database.read(tx -> writing(tx, new TeamId(click.value()), click.person(), here -> {
            var others = plans().ofOthers(tx, here.team().id(), here.practice(), click.person());
            return new Reply.Replace(own(tx, here).map(own -> cards().plan(here, own, others))
                    .orElseGet(() -> cards().noneOfMine(here.team().id(), others)));
        }));
    }

    Reply share(Call.Click click) {
        return shared(click, Optional.of(click.now()));
    }

    Reply keep(Call.Click click) {
        return shared(click, Optional.empty());
    }

    private Reply shared(Call.Click click, Optional<Instant> since) {
        return withOwn(click, (tx, own) -> {
            plans().store().share(tx, own.id(), since);
            return plans().own(tx, own.id(), click.person()).map(cards()::step);
        });
    }

    Reply history(Call.Click click) {
        return withOwn(click, (tx, own) -> people.teams().find(tx, own.filled().team())
                .map(team -> cards().history(own, plans().store().history(tx, own.filled()), team.zone())));
    }

    Reply delete(Call.Click click) {
        return withOwn(click, (tx, own) -> {
            plans().store().delete(tx, own.id());
            return Optional.of(cards().none(own.filled().team()));
        });
    }

    /** What happens to the caller's own plan, and what is shown then. */
    private interface Change {
        Optional<Card> on(Transaction tx, OwnPlan own);
    }

    /** Also for somebody who has left the team: it is the author's own. */
    private Reply withOwn(Call.Click click, Change change) {
        return database.write(tx -> plans().own(tx, click.value(), click.person())
                .flatMap(own -> change.on(tx, own)).<Reply>map(Reply.Replace::new).orElse(NOT_YOURS));
    }

    private Optional<OwnPlan> own(Transaction tx, TeamAtWork here) {
        return plans().own(tx, here.team().id(), here.practice(), here.person());
    }

    private Reply writing(Transaction tx, TeamId team, PersonId person, TeamAtWork.Work work) {
        return TeamAtWork.writing(tx, people, team, person, work);
    }
}
