package dev.stagecoach.coaching.baseline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;

/** Writing a baseline: entries by everybody who belongs to the team, leaders too. */
final class BaselineActions {
    private final People people;
    private final ToolForm form;
    private final Baselines baselines;
    private final BaselineCards cards;

    BaselineActions(People people, Guide guide, Tool tool) {
        this.people = people;
        this.form = new ToolForm(guide, tool, BaselineRoom.SAVE.id(), "Add to the baseline").without("practice");
        this.baselines = new Baselines(people.gate());
        this.cards = new BaselineCards(guide, tool);
    }

    /** Members and coaches change every entry of their team's, a leader those of their own. */
    static boolean mayChange(Standing standing, PersonId person, Observation one) {
        return standing.takesPart()
                || standing.belongs() && one.filled().author().equals(person);
    }

    List<Handled<?>> all() {
        return List.of(BaselineRoom.USE.by(this::use), changeable(BaselineRoom.EDIT).by(this::edit),
                changeable(BaselineRoom.DELETE).by((here, id) -> changed(here, id,
                        () -> Baselines.STORE.delete(here.tx(), id))),
                own(BaselineRoom.SHOW).by((here, id) -> changed(here, id,
                        () -> Baselines.STORE.share(here.tx(), id, Optional.of(here.now())))),
                changeable(BaselineRoom.KEEP).by((here, id) -> changed(here, id,
                        () -> Baselines.STORE.share(here.tx(), id, Optional.empty()))),
                BaselineRoom.SAVE.onlyFor("whoever may change it", (here, target) -> Baselines.STORE
                        .find(here.tx(), target.id()).isEmpty() || changeable(here, target.id())).by(this::save),
                BaselineRoom.MORE.by(this::more));
    }

    /** Nobody releases what another has noted. */
    private Action<String> own(Action<String> action) {
        return action.onlyFor("its author", (here, id) -> changeable(here, id)
                && find(here, id).filled().author().equals(here.person()));
    }

    private Action<String> changeable(Action<String> action) {
        return action.onlyFor("members, coaches and its author", this::changeable);
    }

    private boolean changeable(CallContext here, String id) {
        return baselines.find(here.tx(), id, here.person())
                .filter(one -> mayChange(here.standing(), here.person(), one)).isPresent();
    }

    private Observation find(CallContext here, String id) {
        return baselines.find(here.tx(), id, here.person()).orElseThrow();
    }

    private Practice practice(String key) {
        return form.guide().practice(key).orElseThrow();
    }

    private Reply use(CallContext here, WorkPart part) {
        var open = form.open(Target.fresh(here.teamId(), part.practice()),
                starter(practice(part.practice()), part.part()));
        return new Reply.Open(form.knows(usual(here), Observation.SOURCE)
                ? open.foldedAfter(Observation.SOURCE, BaselineRoom.MORE.turn("Add more"))
                : open);
    }

    /** All of the form, with what was typed so far. */
    private Reply more(CallContext here, Target target) {
        return new Reply.Next(form.open(target, new Entries(usual(here))).filled(here.submission().answers()));
    }

    /** Where nothing else is said, whoever writes looked, and did so today. */
    private static Map<String, List<String>> usual(CallContext here) {
        var today = List.of(here.today().toString());
        var standing = here.standing();
        var who = standing.isMember() ? "teacher" : standing.isCoach() ? "coach" : "leader";
        return Map.of(Observation.FROM, today, Observation.UNTIL, today, Observation.OBSERVER, List.of(who));
    }

    private static Entries starter(Practice practice, String which) {
        var lookFors = practice.lookFors();
        return which.matches("\\d{1,2}") && Integer.parseInt(which) < lookFors.size()
                ? new Entries(Map.of()).with(Observation.LOOK_FOR, lookFors.get(Integer.parseInt(which)))
                : Entries.EMPTY;
    }

    private Reply edit(CallContext here, String id) {
        var one = find(here, id);
        return new Reply.Open(form.open(Target.of(one.filled()), one.entries()));
    }

    private Reply save(CallContext here, Target target) {
        var sent = here.submission();
        var answers = sent.answers().orElse(usual(here));
        var reading = new FormReader(answers);
        var entries = form.read(reading, answers);
        check(reading, entries, here.today());
        return new ToolSubmissions(people, Baselines.STORE, form).guarded(here, target, reading, entries,
                kept -> kept(here, target, kept));
    }

    private static void check(FormReader reading, Entries entries, LocalDate today) {
        var until = entries.day(Observation.UNTIL);
        until.filter(day -> day.isAfter(today))
                .ifPresent(_ -> reading.mend(Observation.UNTIL, "This day is still to come."));
        until.filter(day -> entries.day(Observation.FROM).filter(day::isBefore).isPresent())
                .ifPresent(_ -> reading.mend(Observation.UNTIL, "This is before the first day."));
        entries.day(Observation.NEXT).filter(day -> until.filter(day::isAfter).isEmpty() && until.isPresent())
                .ifPresent(_ -> reading.mend(Observation.NEXT, "Please choose a day after the last day of looking."));
    }

    /** What leaders were shown was the version before, so a changed entry is the team's own again. */
    private Reply kept(CallContext here, Target target, FilledStore.Saved.Kept kept) {
        if (!kept.first() && kept.filled().version().number() > target.seen()) {
            Baselines.STORE.share(here.tx(), target.id(), Optional.empty());
        }
        return new Reply.ToYou(cards.saved(here, practice(target.practice()),
                baselines.of(here.tx(), here.teamId(), target.practice(), here.person())));
    }

    private Reply changed(CallContext here, String id, Runnable change) {
        var practice = practice(find(here, id).filled().practice());
        change.run();
        return new Reply.Replace(cards.page(here, practice,
                baselines.of(here.tx(), here.teamId(), practice.key(), here.person()), 0));
    }
}
