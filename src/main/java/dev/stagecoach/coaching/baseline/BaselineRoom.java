package dev.stagecoach.coaching.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** What practice is like before anything changes: who looked for what, where, how often it was there. */
public final class BaselineRoom implements Room {
    private static final Carried<String> ENTRY = Carried.thing(Baselines.STORE::team);
    /** Shows all practices' baselines. */
    static final Action<TeamId> OPEN = Action.click("baseline.open", Carried.team(), Access.reads(Who.TEAM));
    /** Offers what can be looked for. */
    static final Action<Work> ADD = Action.click("baseline.add", Carried.work(), Access.reads(Who.TEAM));
    static final Action<TeamId> OTHER = Action.click("baseline.other", Carried.team(), Access.reads(Who.TEAM));
    /** Its part is which of the practice's look-fors it is; anything else is one's own. */
    static final Action<WorkPart> USE = Action.click("baseline.use", Carried.workPart(), Access.reads(Who.TEAM));
    /** Its part is the first entry shown, counted from 0. */
    static final Action<WorkPart> PAGE = Action.click("baseline.page", Carried.workPart(), Access.reads(Who.TEAM));
    static final Action<String> EDIT = Action.click("baseline.edit", ENTRY, Access.reads(Who.TEAM));
    static final Action<String> DELETE = Action.click("baseline.delete", ENTRY, Access.writes(Who.TEAM).deleting());
    static final Action<String> SHOW = Action.click("baseline.show", ENTRY,
            Access.writes(Who.MEMBERS_AND_COACHES));
    static final Action<String> KEEP = Action.click("baseline.keep", ENTRY, Access.writes(Who.TEAM));
    static final Action<Target> SAVE = Action.form("baseline.save", Target.CARRIED, Access.writes(Who.TEAM));
    static final Action<Target> MORE = Action.form("baseline.more", Target.CARRIED, Access.writes(Who.TEAM));
    static final Action<TeamId> PRIORITIES = Action.click("baseline.first", Carried.team(), Access.reads(Who.TEAM));
    static final Action<Target> PRIORITIZED = Action.form("baseline.priorities", Target.CARRIED,
            Access.writes(Who.TEAM));
    private static final int DAYS_AHEAD = 7;

    private final People people;
    private final Guide guide;
    private final Baselines baselines;

    public BaselineRoom(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
        this.baselines = new Baselines(people.gate());
    }

    @Override
    public Feature feature() {
        return Baselines.tool(guide).map(this::feature).orElse(Feature.NONE);
    }

    private Feature feature(Tool tool) {
        var actions = new BaselineActions(people, guide, tool);
        var first = new PriorityActions(people, guide);
        var cards = new BaselineCards(guide, tool);
        var all = new ArrayList<Handled<?>>(actions.all());
        all.addAll(List.of(OPEN.by((here, _) -> new Reply.Replace(overview(here, cards))),
                ADD.by((here, _) -> add(here, cards)),
                OTHER.by((_, team) -> new Reply.Replace(cards.choose(team))),
                PAGE.by((here, part) -> page(here, part, cards)),
                PRIORITIES.by((here, _) -> first.open(here)),
                PRIORITIZED.by((here, target) -> first.save(here, target, () -> overview(here, cards)))));
        return new Feature("baseline",
                List.of(new Action.Typed("baseline", "shows what practice is like now, and adds to it",
                        OPEN.by((here, _) -> new Reply.ToYou(overview(here, cards))))),
                all);
    }

    private Card overview(CallContext here, BaselineCards cards) {
        return cards.overview(here, baselines.all(here.tx(), guide, here.teamId(), here.person()),
                Priorities.of(here.tx(), people.gate(), here.teamId()));
    }

    /** Before the team has chosen a practice, the one that was looked at has to be named. */
    private Reply add(CallContext here, BaselineCards cards) {
        return new Reply.ToYou(here.practice().flatMap(guide::practice)
                .map(practice -> cards.starters(here, practice)).orElseGet(() -> cards.choose(here.teamId())));
    }

    private Reply page(CallContext here, WorkPart part, BaselineCards cards) {
        var from = part.part().matches("\\d{1,6}") ? Integer.parseInt(part.part()) : 0;
        return new Reply.Replace(cards.page(here, guide.practice(part.practice()).orElseThrow(),
                baselines.of(here.tx(), here.teamId(), part.practice(), here.person()), from));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var today = LocalDate.ofInstant(now, team.zone());
        return Baselines.tool(guide).isEmpty()
                ? List.of()
                : baselines.all(tx, guide, team.id(), person).entrySet().stream()
                        .filter(one -> one.getValue().lookAgain().filter(day -> !day.isAfter(today)).isPresent())
                        .map(Map.Entry::getKey).limit(1)
                        .map(practice -> new NextStep(NextStep.Rank.ANY_TIME,
                                "Time to look again at " + practice.shortName() + ", for the baseline.",
                                ADD.button("Add to the baseline", new Work(team.id(), practice.key()))))
                        .toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return Baselines.tool(guide).isEmpty()
                ? List.of()
                : baselines.all(tx, guide, team.id(), view).entrySet().stream()
                        .flatMap(one -> sections(one.getKey(), one.getValue(), team, period)).toList();
    }

    private static Stream<Section> sections(Practice practice, Baseline baseline, Team team, Period period) {
        var fresh = new Baseline(baseline.observations().stream()
                .filter(one -> !one.filled().made().isBefore(period.from())
                        && one.filled().made().isBefore(period.until()))
                .toList());
        var added = fresh.observations().isEmpty()
                ? Stream.<Section>empty()
                : Stream.of(new Section(Section.Place.STUDENTS, true, List.of(Text.bolded("Baseline, "
                        + practice.shortName()).plus(": new from " + BaselineCards.sources(fresh) + ".")), List.of()));
        var end = LocalDate.ofInstant(period.until(), team.zone());
        var next = baseline.lookAgain().filter(day -> !day.isBefore(end) && day.isBefore(end.plusDays(DAYS_AHEAD)))
                .map(day -> new Section(Section.Place.NEXT, false, List.of(Text.of("Look again at "
                        + practice.shortName() + " on " + ToolFacts.day(day) + ", with /coach baseline.")), List.of()));
        return Stream.concat(added, next.stream());
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (Baselines.tool(guide).isEmpty()) {
            return List.of();
        }
        var baseline = baselines.of(tx, team.id(), practice, View.TEAM);
        var kinds = baseline.sources().keySet();
        return List.of(new Counted(Fact.BASELINE_SOURCES, kinds.size(),
                kinds.isEmpty() ? List.of() : List.of("From " + String.join(", ", kinds) + "."), ADD.id()));
    }
}
