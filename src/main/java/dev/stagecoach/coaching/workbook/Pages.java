package dev.stagecoach.coaching.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** What people do with the pages of one declared tool; the names of its actions begin with the tool's key. */
final class Pages {
    private final People people;
    private final Guide guide;
    private final Tool tool;
    private final Tool.Page page;
    private final FilledStore store;
    private final PageActions actions;
    private final PageCards cards;

    Pages(People people, Guide guide, Tool tool, Tool.Page page) {
        this.people = people;
        this.guide = guide;
        this.tool = tool;
        this.page = page;
        this.store = new FilledStore(tool.key(), DataKind.TEAM_GOAL);
        this.actions = PageActions.of(tool.key(), page, store);
        this.cards = new PageCards(guide, tool, page, actions);
    }

    List<Action.Typed> typed() {
        return page.extras().word().map(word -> new Action.Typed(word.word(), word.help(), shown())).stream().toList();
    }

    List<Handled<?>> actions() {
        var all = new ArrayList<Handled<?>>(List.of(shown(), actions.save().by(this::save)));
        if (page.many()) {
            all.add(actions.write().by((here, _) -> new Reply.Open(form().open(
                    Target.fresh(here.teamId(), here.chosenPractice()), begun(here.chosenPractice())))));
            all.add(actions.read().by((here, id) -> new Reply.ToYou(cards.page(find(here.tx(), id), here))));
            all.add(actions.edit().by((here, id) -> new Reply.Open(editing(find(here.tx(), id)))));
            all.add(actions.delete().by(this::delete));
        } else {
            all.add(actions.change().by((here, _) -> new Reply.Open(one(here))));
        }
        if (page.extras().history()) {
            all.add(actions.history().by((here, id) -> {
                var filled = find(here.tx(), id);
                return new Reply.ToYou(cards.history(filled, store.history(here.tx(), filled), here));
            }));
        }
        return all;
    }

    private Handled<TeamId> shown() {
        return actions.show().by((here, _) -> page.many()
                ? new Reply.ToYou(cards.list(pages(here.tx(), here.teamId(), View.TEAM), here))
                : present(here).<Reply>map(filled -> new Reply.ToYou(cards.page(filled, here)))
                        .orElseGet(() -> begin(here)));
    }

    /** Whoever may write the one page begins it at once. */
    private Reply begin(CallContext here) {
        return actions.change().access().who().admits(here.standing())
                ? new Reply.Open(one(here))
                : new Reply.ToYou(cards.none(here));
    }

    private Form one(CallContext here) {
        return present(here).map(this::editing)
                .orElseGet(() -> form().open(Target.fresh(here.teamId(), here.chosenPractice()), Entries.EMPTY));
    }

    private ToolForm form() {
        return new ToolForm(guide, tool, actions.save().id(), tool.name());
    }

    private Entries begun(String practice) {
        return page.practice().map(field -> Entries.EMPTY.with(field, practice)).orElse(Entries.EMPTY);
    }

    private List<Filled> pages(Transaction tx, TeamId team, View view) {
        return people.gate().openTo(view, store.of(tx, team));
    }

    private Optional<Filled> present(CallContext here) {
        return people.gate().openTo(View.TEAM, store.of(here.tx(), here.teamId(), here.chosenPractice())).stream()
                .findFirst();
    }

    private Filled find(Transaction tx, String id) {
        return people.gate().openTo(View.TEAM, store.find(tx, id).stream().toList()).getFirst();
    }

    private Form editing(Filled filled) {
        return form().open(Target.of(filled), filled.entries());
    }

    private Reply save(CallContext here, Target target) {
        var submissions = new ToolSubmissions(people, store, form());
        return page.extras().guarded()
                ? submissions.guarded(here, target, kept -> new Reply.ToYou(cards.page(kept.filled(), here)))
                : submissions.save(here.tx(), here.submission(), target,
                        kept -> new Reply.ToYou(cards.page(kept.filled(), here)));
    }

    private Reply delete(CallContext here, String id) {
        store.delete(here.tx(), id);
        return new Reply.Replace(cards.deleted(here));
    }

    /** Whoever reads it finds it at any time once there is a page, or where nothing else leads there. */
    Optional<NextStep> step(Transaction tx, Team team, Standing standing) {
        return Optional.of(actions.show())
                .filter(show -> page.many() && show.access().who().admits(standing)
                        && (lonely() || store.any(tx, team.id())))
                .map(show -> new NextStep(NextStep.Rank.ANY_TIME, tool.purpose(),
                        show.button(page.heading(), team.id())));
    }

    private boolean lonely() {
        return page.extras().word().isEmpty() && page.extras().fact().isEmpty();
    }

    Optional<Section> news(Transaction tx, Team team, Period period, View view) {
        if (page.extras().news().isEmpty() || page.title().isEmpty() || !forEverybody()) {
            return Optional.empty();
        }
        var fresh = pages(tx, team.id(), view).stream()
                .filter(one -> !one.made().isBefore(period.from()) && one.made().isBefore(period.until()))
                .map(one -> Text.of(page.extras().news() + ": " + cards.title(one))
                        .quiet(people.members().person(tx, one.author()).map(Person::name)
                                .map(name -> " (" + name + ")").orElse("")))
                .toList();
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Section.Place.HIGHLIGHTS, true, fresh, List.of()));
    }

    /** What only some may read is told in no summary and on no gate, which all of the team and its leaders read. */
    private boolean forEverybody() {
        return page.reads() == Tool.Party.TEAM;
    }

    /** How many pages there are about a practice, each by its first words. */
    Optional<Counted> counted(Transaction tx, Team team, String practice) {
        return page.extras().fact().map(fact -> {
            var titles = pages(tx, team.id(), View.TEAM).stream().filter(one -> about(one).equals(practice))
                    .map(one -> cards.title(one) + ".").toList();
            return new Counted(fact, titles.size(), forEverybody() ? titles : List.of(),
                    page.many() ? actions.write().id() : actions.show().id());
        });
    }

    private String about(Filled filled) {
        return page.practice().map(field -> filled.entries().text(field)).orElse(filled.practice());
    }
}
