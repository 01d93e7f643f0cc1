package dev.stagecoach.coaching.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.share.Highlight.Reach;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Sharing what works, inside the school and outside, with credit and consent. */
public final class ShareRoom implements Room {
    private static final Carried<String> HIGHLIGHT = Carried.thing(Highlights.STORE::team);
    static final Action<TeamId> LIST = Action.click("highlight.list", Carried.team(), Access.reads(Who.TEAM));
    static final Action<TeamId> WRITE = Action.click("highlight.write", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<Target> SAVE = Action.form("highlight.form", Target.CARRIED,
            Access.writes(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<String> LOOK = Action.click("highlight.look", HIGHLIGHT, Access.reads(Who.TEAM));
    /** Something of another team of the school; carries the reader's own team. */
    static final Action<Choice> LOOK_AT_SCHOOL = Action.click("highlight.look_at_school", Carried.choice(),
            Access.reads(Who.TEAM));
    static final Action<String> EDIT = own(Action.click("highlight.edit", HIGHLIGHT, Access.reads(Who.TEAM)));
    static final Action<String> DELETE = own(
            Action.click("highlight.delete", HIGHLIGHT, Access.writes(Who.TEAM).deleting()));
    static final Action<String> YES = Action.click("highlight.yes", HIGHLIGHT, Access.writes(Who.TEAM));
    static final Action<String> NO = Action.click("highlight.no", HIGHLIGHT, Access.writes(Who.TEAM));
    static final Action<String> COPY = Action.click("highlight.copy", HIGHLIGHT,
            Access.reads(Who.MEMBERS_AND_COACHES));
    static final Action<String> TOLD = Action.click("highlight.told", HIGHLIGHT,
            Access.reads(Who.MEMBERS_AND_COACHES));
    static final Action<String> NOTED = Action.form("highlight.told_form", HIGHLIGHT,
            Access.writes(Who.MEMBERS_AND_COACHES));

    private final Optional<Highlights> highlights;
    private final Optional<HighlightActions> actions;

    public ShareRoom(People people, Guide guide) {
        this.highlights = guide.workbook().tool(Highlights.TOOL).map(tool -> Highlights.of(people, tool));
        this.actions = highlights.map(here -> new HighlightActions(people, guide, here));
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor("its author", (here, id) -> Highlights.STORE.isBy(here.tx(), id, here.person()));
    }

    @Override
    public Feature feature() {
        return actions.map(actions -> new Feature("highlight",
                List.of(new Action.Typed("share", "shows and shares what works, with credit and consent",
                        LIST.by((here, _) -> actions.list(here)))),
                actions.all())).orElse(Feature.NONE);
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.belongs()
                ? Stream.concat(asked(tx, team, person).stream(), school(tx, team).stream()).toList()
                : List.of();
    }

    /** What the other teams of the school share is found at any time. */
    private Optional<NextStep> school(Transaction tx, Team team) {
        return highlights.map(here -> here.fromSchool(tx, team.id()).size()).filter(count -> count > 0)
                .map(count -> new NextStep(NextStep.Rank.ANY_TIME, "Other teams at " + team.school() + " share "
                        + Plural.of(count, "thing") + " that worked for them.",
                        LIST.button("See what works", team.id())));
    }

    /** Whoever is in one is asked on the Home tab alone: nothing waits for it but the highlight. */
    private List<NextStep> asked(Transaction tx, Team team, PersonId person) {
        return highlights.stream()
                .flatMap(here -> here.seenBy(tx, team.id(), person).stream())
                .filter(one -> one.waiting().contains(person)).limit(1)
                .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "A colleague would like to share something you are in. Is that OK with you?",
                        LOOK.primary("Look at it", one.filled().id())))
                .toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var lines = highlights.stream().flatMap(here -> here.told(tx, team.id(), view).stream())
                .filter(one -> !one.filled().made().isBefore(period.from())
                        && one.filled().made().isBefore(period.until()))
                .map(one -> Text.of(HighlightCards.gist(one))).toList();
        return lines.isEmpty() ? List.of() : List.of(new Section(Section.Place.HIGHLIGHTS, true, lines, List.of()));
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return highlights.map(here -> {
            var told = here.told(tx, team.id(), View.TEAM).stream()
                    .filter(one -> one.filled().practice().equals(practice)).toList();
            var inside = told.stream().filter(one -> one.mayBeTold(Reach.SCHOOL)).map(HighlightCards::gist).toList();
            var outside = told.stream().flatMap(one -> one.places().stream()).map(place -> "Told: " + place + ".")
                    .toList();
            return List.of(inside(tx, team, inside),
                    new Counted(Fact.SHARED_OUTSIDE, outside.size(), outside, LIST.id()));
        }).orElseGet(List::of);
    }

    /** It is shared inside the school only where another team of the school can find it. */
    private static Counted inside(Transaction tx, Team team, List<String> shared) {
        return Highlights.hasSchool(tx, team.id())
                ? new Counted(Fact.SHARED_INSIDE, shared.size(), shared, WRITE.id())
                : new Counted(Fact.SHARED_INSIDE, 0, List.of(), WRITE.id(), "No other team at " + team.school()
                        + " is here yet, so nobody there can find what you share. Your team can skip this step.");
    }
}
