package dev.stagecoach.coaching.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Coming to an agreement: choosing the way of coaching, then coach, weeks and days. */
final class AgreementActions {
    static final String FORM = "agreement.save";
    private static final int MOST_WEEKS = 52;
    private static final int MOST_DAYS = 60;
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this agreement. /coach plan shows the present one.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Agreements agreements;

    AgreementActions(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.agreements = new Agreements(people.gate());
    }

    Optional<Tool> tool() {
        return Agreements.tool(guide);
    }

    /** A guide without ways of coaching goes straight to the form. */
    Reply choose(Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(), here -> {
            var models = guide.workbook().coaching().models();
            return models.isEmpty()
                    ? opened(tx, here, Optional.empty())
                    : new Reply.ToYou(AgreementCards.choose(here, models));
        }));
    }

    /** The value is the team and the model's key; anything else is a way of one's own. */
    Reply use(Call.Click click) {
        var parts = click.value().split(" ", -1);
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(parts[0]), click.person(),
                here -> opened(tx, here, guide.workbook().coaching().model(parts.length == 2 ? parts[1] : ""))));
    }

    Reply edit(Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(),
                here -> opened(tx, here, Optional.empty())));
    }

    /** @param chosen a model whose weeks and days are suggested; none where the agreement is only edited */
    private Reply opened(Transaction tx, TeamAtWork here, Optional<Model> chosen) {
        var present = agreements.of(tx, here.team().id(), here.practice()).map(Agreement::filled);
        var known = present.map(Filled::entries).orElseGet(() -> suggested(tx, here));
        var target = present.map(Target::of).orElseGet(() -> new Target(here.team().id(), here.practice(),
                Agreements.id(here.team().id(), here.practice()), 0));
        return form().<Reply>map(form -> new Reply.Open(form.open(target,
                chosen.map(model -> with(known, model)).orElse(known)))).orElse(GONE);
    }

    private Entries suggested(Transaction tx, TeamAtWork here) {
        var coach = people.members().of(tx, here.team().id(), Role.COACH).stream().map(Member::person).findFirst();
        return new Entries(coach.map(one -> Map.of(Agreement.COACH, List.of(one.toString()))).orElse(Map.of()));
    }

    private static Entries with(Entries known, Model model) {
        return known.with(Agreement.MODEL, model.key()).with(Agreement.WEEKS, Integer.toString(model.weeks().most()))
                .with(Agreement.CONTACT,
                        Integer.toString(model.contactDays()));
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
                    check(tx, here, reading, entries);
                    return reading.mend().orElseGet(() -> new ToolSubmissions(people, agreements.store(), form.get())
                            .keep(tx, sent, target.get(), entries,
                                    kept -> new Reply.ToYou(AgreementCards.saved(Agreement.of(kept.filled())))));
                }));
    }

    private void check(Transaction tx, TeamAtWork here, FormReader reading, Entries entries) {
        entries.person(Agreement.COACH).map(coach -> people.members().standing(tx, here.team().id(), coach))
                .ifPresent(coach -> {
                    if (coach.isLeader()) {
                        reading.mend(Agreement.COACH, "A leader of the team cannot be its coach: leaders do not see"
                                + " what people say in confidence.");
                    } else if (!coach.belongs()) {
                        reading.mend(Agreement.COACH, "Please choose somebody who is in the team.");
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
