package dev.stagecoach.coaching.share;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.share.Highlight.Reach;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Sharing what works, inside the school and outside, with credit and consent. */
public final class ShareRoom implements Room {
    static final String LIST = "highlight.list";
    static final String WRITE = "highlight.write";
    static final String LOOK = "highlight.look";
    static final String EDIT = "highlight.edit";
    static final String DELETE = "highlight.delete";
    static final String YES = "highlight.yes";
    static final String NO = "highlight.no";
    static final String COPY = "highlight.copy";
    static final String TOLD = "highlight.told";

    private final Optional<Highlights> highlights;
    private final Function<Highlights, HighlightActions> actions;

    public ShareRoom(Database database, People people, Guide guide) {
        this.highlights = guide.workbook().tool(Highlights.TOOL).map(tool -> Highlights.of(people, tool));
        this.actions = here -> new HighlightActions(database, people, guide, here);
    }

    @Override
    public Feature feature() {
        return highlights.map(actions).map(here -> new Feature("highlight",
                List.of(new Command("share", "Shows and shares what works, with credit and consent",
                        Access.Who.TEAM, call -> here.list(call, call.inTeam()))),
                Map.of(LIST, click -> here.list(click, new TeamId(click.value())), WRITE, here::write, LOOK, here::look,
                        EDIT, here::edit, DELETE, here::delete, YES,
                        click -> here.answer(click, ConsentStore.Answer.AGREED), NO,
                        click -> here.answer(click, ConsentStore.Answer.REFUSED), COPY, here::copy, TOLD,
                        here::telling),
                Map.of(HighlightActions.FORM, here::save, HighlightActions.TOLD_FORM, here::told), Map.of()))
                .orElseGet(() -> new Feature("highlight", List.of(), Map.of(), Map.of(), Map.of()));
    }

    /** Whoever is in one is asked on the Home tab alone: nothing waits for it but the highlight. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return highlights.filter(_ -> standing.belongs()).stream()
                .flatMap(here -> here.seenBy(tx, team.id(), person).stream())
                .filter(one -> one.waiting().contains(person)).limit(1)
                .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                        "You are in something that a colleague would like to tell. May it be told?",
                        Button.primary("Look at it", LOOK, one.filled().id())))
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
            return List.of(new Counted(Fact.SHARED_INSIDE, inside.size(), inside, WRITE),
                    new Counted(Fact.SHARED_OUTSIDE, outside.size(), outside, LIST));
        }).orElseGet(List::of);
    }
}
