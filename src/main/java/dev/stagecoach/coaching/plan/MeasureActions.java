package dev.stagecoach.coaching.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.goal.Canvas;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;

/** Picking a measure, changing it, and entering what was counted. */
final class MeasureActions {
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this measure. /coach plan shows the current one.");

    private final People people;
    private final Guide guide;
    private final Measures measures;

    MeasureActions(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
        this.measures = new Measures(people.gate());
    }

    Optional<Tool> tool() {
        return Measures.tool(guide);
    }

    Reply pick(CallContext here) {
        return new Reply.ToYou(MeasureCards.pick(here, lookFors(here)));
    }

    Reply use(CallContext here, Choice choice) {
        var lookFors = lookFors(here);
        var which = choice.key().matches("\\d{1,2}") ? Integer.parseInt(choice.key()) : lookFors.size();
        var start = start(here, which == 0);
        return opened(Target.fresh(here.teamId(), here.chosenPractice()),
                which < lookFors.size() ? start.with(Measure.WHAT, lookFors.get(which)) : start);
    }

    /** Who asks collects it, unless the goal names somebody for what it measures. */
    private Entries start(CallContext here, boolean first) {
        var inGoal = inGoal(here).filter(_ -> first);
        var start = Entries.EMPTY.with(Measure.COLLECTOR,
                inGoal.flatMap(Canvas.Measure::collector).orElse(here.person()).toString());
        return inGoal.map(Canvas.Measure::rhythm).filter(rhythm -> !rhythm.isEmpty())
                .map(rhythm -> start.with(Measure.RHYTHM, rhythm)).orElse(start);
    }

    private static Optional<Canvas.Measure> inGoal(CallContext here) {
        return Measures.inGoal(here.tx(), here.teamId(), here.chosenPractice());
    }

    /** What the goal says that is measured comes first, then what the guide has. */
    private List<String> lookFors(CallContext here) {
        var inGoal = inGoal(here).map(Canvas.Measure::what);
        return Stream.concat(inGoal.stream(), guide.practice(here.chosenPractice()).stream()
                .flatMap(practice -> practice.lookFors().stream())).toList();
    }

    Reply edit(CallContext here, String id) {
        return with(here, id, measure -> opened(Target.of(measure.filled()), measure.filled().entries()));
    }

    private Reply opened(Target target, Entries entries) {
        return form().<Reply>map(form -> new Reply.Open(form.open(target, entries))).orElse(GONE);
    }

    private Optional<ToolForm> form() {
        return tool().map(tool -> new ToolForm(guide, tool, MeasureRoom.SAVE.id(), tool.name()));
    }

    Reply save(CallContext here, Target target) {
        return form().map(form -> {
            var sent = here.submission();
            var reading = new FormReader(sent.answers());
            var entries = form.read(reading, sent.answers());
            if (entries.person(Measure.COLLECTOR)
                    .filter(who -> !people.members().standing(here.tx(), here.teamId(), who).belongs()).isPresent()) {
                reading.mend(Measure.COLLECTOR, "Please choose somebody on the team.");
            }
            return reading.mend().orElseGet(() -> new ToolSubmissions(people, Measures.STORE, form)
                    .keep(here.tx(), sent, target, entries,
                            kept -> new Reply.ToYou(MeasureCards.saved(Measure.of(kept.filled())))));
        }).orElse(GONE);
    }

    Reply count(CallContext here, String id) {
        return with(here, id, measure -> new Reply.Open(CountForm.form(measure,
                measures.series(here.tx(), measure, here.person()), here.today(), guide.sides())));
    }

    Reply counted(CallContext here, String id) {
        return with(here, id, measure -> {
            var reading = new FormReader(here.submission().answers());
            var point = CountForm.read(reading, here.today(), guide.sides());
            return reading.mend().orElseGet(() -> {
                var counted = point.orElseThrow();
                measures.points().keep(here.tx(), measure.id(), counted, here.person(), here.now());
                return new Reply.ToYou(MeasureCards.counted(measure, counted, guide.sides()));
            });
        });
    }

    private Reply with(CallContext here, String id, Function<Measure, Reply> work) {
        return measures.find(here.tx(), id).map(work).orElse(GONE);
    }
}
