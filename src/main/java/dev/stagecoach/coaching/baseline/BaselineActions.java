package dev.stagecoach.coaching.baseline;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.PracticeAtHand;
import dev.stagecoach.coaching.stage.PracticeLookup;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.FilledStore;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Writing a baseline: entries by everybody who belongs to the team, leaders too. */
final class BaselineActions {
    static final String FORM = "baseline.save";
    private static final Reply GONE = Reply.Refused
            .because("This entry is not yours to change, or it is gone. /coach baseline shows what is there.");

    private final Database database;
    private final People people;
    private final ToolForm form;
    private final Baselines baselines;
    private final BaselineCards cards;

    BaselineActions(Database database, People people, Guide guide, Tool tool) {
        this.database = database;
        this.people = people;
        this.form = new ToolForm(guide, tool, FORM, "Add to the baseline").without("practice");
        this.baselines = new Baselines(people.gate());
        this.cards = new BaselineCards(guide, tool);
    }

    /** Members and coaches change every entry of their team's, a leader those of their own. */
    static boolean mayChange(Standing standing, PersonId person, Observation one) {
        return standing.takesPart()
                || standing.belongs() && one.filled().author().equals(person);
    }

    Reply use(Call.Click click) {
        return database.read(tx -> lookup().reading(tx, click.value(), click.person(), here -> new Reply.Open(
                form.open(Target.fresh(here.team().id(), here.practice().key()), starter(here, click.value())))));
    }

    /** The value's end is which of the practice's look-fors it is; anything else is one's own. */
    private static Entries starter(PracticeAtHand here, String value) {
        var which = value.substring(value.lastIndexOf(' ') + 1);
        var lookFors = here.practice().lookFors();
        return which.matches("\\d{1,2}") && Integer.parseInt(which) < lookFors.size()
                ? new Entries(Map.of()).with(Observation.LOOK_FOR, lookFors.get(Integer.parseInt(which)))
                : Entries.EMPTY;
    }

    Reply edit(Call.Click click) {
        return database.read(tx -> changeable(tx, click.value(), click.person())
                .<Reply>map(one -> new Reply.Open(form.open(Target.of(one.filled()), one.entries()))).orElse(GONE));
    }

    Reply save(Call.Submission sent) {
        var parsed = Target.parse(sent.context());
        return parsed.isEmpty()
                ? GONE
                : database.write(tx -> lookup().reading(tx, parsed.get().team() + " " + parsed.get().practice(),
                        sent.person(), here -> save(tx, here, parsed.get(), sent)));
    }

    private Reply save(Transaction tx, PracticeAtHand here, Target target, Call.Submission sent) {
        var present = baselines.store().find(tx, target.id()).isPresent();
        if (present && changeable(tx, target.id(), sent.person()).isEmpty()) {
            return GONE;
        }
        var reading = new FormReader(sent.answers());
        var entries = form.read(reading, sent.answers());
        check(reading, entries, sent.now().atZone(here.team().zone()).toLocalDate());
        var submissions = new ToolSubmissions(people, baselines.store(), form);
        return reading.mend().or(() -> submissions.warning(tx, sent, target, entries))
                .orElseGet(() -> submissions.keep(tx, sent, target, entries, kept -> kept(tx, here, target, kept)));
    }

    private static void check(FormReader reading, Entries entries, LocalDate today) {
        var until = entries.day(Observation.UNTIL);
        until.filter(day -> day.isAfter(today))
                .ifPresent(_ -> reading.mend(Observation.UNTIL, "This day has not come yet."));
        until.filter(day -> entries.day(Observation.FROM).filter(day::isBefore).isPresent())
                .ifPresent(_ -> reading.mend(Observation.UNTIL, "This is before the first day."));
        entries.day(Observation.NEXT).filter(day -> until.filter(day::isAfter).isEmpty() && until.isPresent())
                .ifPresent(_ -> reading.mend(Observation.NEXT, "Please choose a day after the last one looked at."));
    }

    /** What leaders were shown was the version before, so a changed entry is the team's own again. */
    private Reply kept(Transaction tx, PracticeAtHand here, Target target, FilledStore.Saved.Kept kept) {
        if (!kept.first() && kept.filled().version().number() > target.seen()) {
            baselines.store().share(tx, target.id(), Optional.empty());
        }
        return new Reply.ToYou(cards.saved(here, baselines.of(tx, here.team().id(), here.practice().key(),
                here.person())));
    }

    Reply delete(Call.Click click) {
        return changed(click, (tx, one) -> baselines.store().delete(tx, one.id()));
    }

    /** Leaders may see the entry from now on; only the team shows it to them. */
    Reply show(Call.Click click) {
        return changed(click, (tx, one) -> {
            if (!people.members().standing(tx, one.filled().team(), click.person()).isLeader()) {
                baselines.store().share(tx, one.id(), Optional.of(click.now()));
            }
        });
    }

    Reply keepWithin(Call.Click click) {
        return changed(click, (tx, one) -> baselines.store().share(tx, one.id(), Optional.empty()));
    }

    /** What is done to an entry. */
    private interface Change {
        void of(Transaction tx, Observation one);
    }

    private Reply changed(Call.Click click, Change change) {
        return database.write(tx -> changeable(tx, click.value(), click.person()).map(one -> {
            change.of(tx, one);
            return page(tx, one, click.person());
        }).orElse(GONE));
    }

    private Reply page(Transaction tx, Observation one, PersonId person) {
        var filled = one.filled();
        return lookup().reading(tx, filled.team() + " " + filled.practice(), person, here -> new Reply.Replace(
                cards.page(here, baselines.of(tx, filled.team(), filled.practice(), person), 0)));
    }

    private Optional<Observation> changeable(Transaction tx, String id, PersonId person) {
        return baselines.find(tx, id, person).filter(one -> mayChange(
                people.members().standing(tx, one.filled().team(), person), person, one));
    }

    private PracticeLookup lookup() {
        return new PracticeLookup(people, form.guide());
    }
}
