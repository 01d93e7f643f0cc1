package dev.stagecoach.coaching.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Picking a measure, changing it, and entering what was counted. */
final class MeasureActions {
    static final String FORM = "measure.save";
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this measure. /coach plan shows the present one.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Measures measures;

    MeasureActions(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.measures = new Measures(people.gate());
    }

    Optional<Tool> tool() {
        return Measures.tool(guide);
    }

    Reply pick(Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(),
                here -> new Reply.ToYou(MeasureCards.pick(here, lookFors(here)))));
    }

    /** The value is the team and which of the practice's look-fors it is; anything else is one's own. */
    Reply use(Call.Click click) {
        var parts = click.value().split(" ", -1);
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(parts[0]), click.person(), here -> {
            var lookFors = lookFors(here);
            var start = new Entries(Map.of(Measure.COLLECTOR, List.of(click.person().toString())));
            var which = parts.length == 2 && parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : -1;
            return opened(Target.fresh(here.team().id(), here.practice()), which >= 0 && which < lookFors.size()
                    ? start.with(Measure.WHAT, lookFors.get(which))
                    : start);
        }));
    }

    private List<String> lookFors(TeamAtWork here) {
        return guide.practice(here.practice()).map(Practice::lookFors).orElse(List.of());
    }

    Reply edit(Call.Click click) {
        return database.read(tx -> writing(tx, click, click.value(), (_, measure) -> opened(
                Target.of(measure.filled()), measure.filled().entries())));
    }

    private Reply opened(Target target, Entries entries) {
        return form().<Reply>map(form -> new Reply.Open(form.open(target, entries))).orElse(GONE);
    }

    private Optional<ToolForm> form() {
        return tool().map(tool -> new ToolForm(guide, tool, FORM, tool.name()));
    }

    Reply save(Call.Submission sent) {
        var target = Target.parse(sent.context());
        var form = form();
        return target.isEmpty() || form.isEmpty()
                ? GONE
                : database.write(tx -> TeamAtWork.writing(tx, people, target.get().team(), sent.person(), here -> {
                    var reading = new FormReader(sent.answers());
                    var entries = form.get().read(reading, sent.answers());
                    if (entries.person(Measure.COLLECTOR).filter(
                            who -> !people.members().standing(tx, here.team().id(), who).belongs()).isPresent()) {
                        reading.mend(Measure.COLLECTOR, "Please choose somebody who is in the team.");
                    }
                    return reading.mend().orElseGet(() -> new ToolSubmissions(people, measures.store(), form.get())
                            .keep(tx, sent, target.get(), entries,
                                    kept -> new Reply.ToYou(MeasureCards.saved(Measure.of(kept.filled())))));
                }));
    }

    Reply count(Call.Click click) {
        return database.read(tx -> writing(tx, click, click.value(),
                (here, measure) -> new Reply.Open(CountForm.form(measure,
                        measures.series(tx, measure, click.person()),
                        click.now().atZone(here.team().zone()).toLocalDate()))));
    }

    Reply counted(Call.Submission sent) {
        return database.write(tx -> writing(tx, sent, sent.context(), (here, measure) -> {
            var reading = new FormReader(sent.answers());
            var point = CountForm.read(reading, sent.now().atZone(here.team().zone()).toLocalDate());
            return reading.mend().orElseGet(() -> {
                var counted = point.orElseThrow();
                measures.points().keep(tx, measure.id(), counted, sent.person(), sent.now());
                return new Reply.ToYou(MeasureCards.counted(measure, counted));
            });
        }));
    }

    /** What is done with a measure. */
    private interface Work {
        Reply with(TeamAtWork here, Measure measure);
    }

    private Reply writing(Transaction tx, Call call, String id, Work work) {
        return measures.find(tx, id).map(measure -> TeamAtWork.writing(tx, people, measure.filled().team(),
                call.person(), here -> work.with(here, measure))).orElse(GONE);
    }
}
