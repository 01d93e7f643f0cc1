package dev.stagecoach.coaching.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Role;

/** Coming to an agreement: choosing the way of coaching, then coach, weeks and days. */
final class AgreementActions {
    private static final int MOST_WEEKS = 52;
    private static final int MOST_DAYS = 60;
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this agreement. /coach plan shows the current one.");

    private final People people;
    private final Guide guide;
    private final Agreements agreements;

    AgreementActions(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
        this.agreements = new Agreements(people.gate());
    }

    Optional<Tool> tool() {
        return Agreements.tool(guide);
    }

    /** A guide without ways of coaching goes straight to the form. */
    Reply choose(CallContext here) {
        var models = guide.workbook().coaching().models();
        return models.isEmpty()
                ? opened(here, Optional.empty())
                : new Reply.ToYou(AgreementCards.choose(here, models));
    }

    Reply use(CallContext here, Choice model) {
        return opened(here, guide.workbook().coaching().model(model.key()));
    }

    /** @param chosen a model whose weeks and days are suggested; none where the agreement is only edited */
    Reply opened(CallContext here, Optional<Model> chosen) {
        var present = agreements.of(here.tx(), here.teamId(), here.chosenPractice()).map(Agreement::filled);
        var known = present.map(Filled::entries).orElseGet(() -> suggested(here));
        var target = present.map(Target::of).orElseGet(() -> new Target(here.teamId(), here.chosenPractice(),
                Agreements.id(here.teamId(), here.chosenPractice()), 0));
        return form().<Reply>map(form -> new Reply.Open(form.open(target,
                chosen.map(model -> with(known, model)).orElse(known)))).orElse(GONE);
    }

    private Entries suggested(CallContext here) {
        return new Entries(people.members().of(here.tx(), here.teamId(), Role.COACH).stream().findFirst()
                .map(Member::person).map(one -> Map.of(Agreement.COACH, List.of(one.toString()))).orElse(Map.of()));
    }

    private static Entries with(Entries known, Model model) {
        return known.with(Agreement.MODEL, model.key()).with(Agreement.WEEKS, Integer.toString(model.weeks().most()))
                .with(Agreement.CONTACT,
                        Integer.toString(model.contactDays()));
    }

    private Optional<ToolForm> form() {
        return tool().map(tool -> new ToolForm(guide, tool, AgreementRoom.SAVE.id(), tool.name()));
    }

    Reply save(CallContext here, Target target) {
        return form().map(form -> {
            var sent = here.submission();
            var reading = new FormReader(sent.answers());
            var entries = form.read(reading, sent.answers());
            check(here, reading, entries);
            return reading.mend().orElseGet(() -> new ToolSubmissions(people, Agreements.store(), form)
                    .keep(here.tx(), sent, target, entries,
                            kept -> new Reply.ToYou(AgreementCards.saved(Agreement.of(kept.filled())))));
        }).orElse(GONE);
    }

    private void check(CallContext here, FormReader reading, Entries entries) {
        entries.person(Agreement.COACH).map(coach -> people.members().standing(here.tx(), here.teamId(), coach))
                .ifPresent(coach -> {
                    if (coach.isLeader()) {
                        reading.mend(Agreement.COACH, "A leader of the team cannot be its coach: leaders do not see"
                                + " what people say in confidence.");
                    } else if (!coach.belongs()) {
                        reading.mend(Agreement.COACH, "Please choose somebody on the team.");
                    }
                });
        within(reading, entries, Agreement.WEEKS, MOST_WEEKS);
        within(reading, entries, Agreement.CONTACT, MOST_DAYS);
    }

    private static void within(FormReader reading, Entries entries, String field, int most) {
        if (entries.number(field).filter(number -> number < 1 || number > most).isPresent()) {
            reading.mend(field, "Please type a whole number from 1 to " + most + ".");
        }
    }
}
