package dev.stagecoach.coaching.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.FilledStore;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Pages of the playbook: members and coaches write them, all of the team and its leaders read them. */
public final class PlaybookRoom implements Room {
    private static final String TOOL = "playbook";
    private static final FilledStore STORE = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private static final Carried<String> PAGE = Carried.thing(STORE::team);
    private static final Action<TeamId> LIST = Action.click("playbook.list", Carried.team(), Access.reads(Who.TEAM));
    private static final Action<TeamId> WRITE = Action.click("playbook.write", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    private static final Action<String> READ = Action.click("playbook.read", PAGE, Access.reads(Who.TEAM));
    private static final Action<String> EDIT = Action.click("playbook.edit", PAGE,
            Access.reads(Who.MEMBERS_AND_COACHES));
    private static final Action<String> DELETE = Action.click("playbook.delete", PAGE, Access.writes(Who.TEAM))
            .onlyFor("its author", (here, id) -> STORE.isBy(here.tx(), id, here.person()));
    private static final Action<Target> SAVE = Action.form("playbook.form", Target.CARRIED,
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final String PRACTICE = "practice";
    private static final String TITLE = "title";
    private static final int SHOWN = 15;
    private static final Reply GONE = Reply.Refused
            .because("That page is not there any more. /coach playbook shows what is.");

    private final People people;
    private final Guide guide;

    public PlaybookRoom(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
    }

    private Optional<Tool> tool() {
        return guide.workbook().tool(TOOL);
    }

    @Override
    public Feature feature() {
        return tool().map(tool -> Feature.of(TOOL,
                List.of(new Action.Typed("playbook", "Shows how the team does it, page by page",
                        LIST.by((here, _) -> list(here)))),
                List.of(LIST.by((here, _) -> list(here)), WRITE.by((here, _) -> write(tool, here)),
                        READ.by((here, id) -> page(here, id, page -> new Reply.ToYou(card(tool, page, here.person())))),
                        EDIT.by((here, id) -> page(here, id,
                                page -> new Reply.Open(form(tool).open(Target.of(page), page.entries())))),
                        DELETE.by(PlaybookRoom::delete), SAVE.by((here, target) -> save(tool, here, target)))))
                .orElseGet(() -> Feature.of(TOOL, List.of(), List.of()));
    }

    private ToolForm form(Tool tool) {
        return new ToolForm(guide, tool, SAVE.id(), "A page of the playbook");
    }

    private Reply list(CallContext here) {
        var mayWrite = here.standing().takesPart();
        var write = WRITE.primary("Write a page", here.teamId());
        var pages = pages(here.tx(), here.teamId(), here.person());
        if (pages.isEmpty()) {
            var card = Card.saying("The playbook of " + here.team().name() + " has no page yet.");
            return new Reply.ToYou(mayWrite ? card.buttons(write) : card);
        }
        var card = Card.titled("The playbook").heading("The playbook");
        for (var page : pages.stream().limit(SHOWN).toList()) {
            card = card.text(Text.bolded(page.entries().text(TITLE)).quiet(" (" + practice(page) + ")"))
                    .buttons(READ.button("Read", page.id()));
        }
        return new Reply.ToYou(mayWrite ? card.buttons(write) : card);
    }

    private List<Filled> pages(Transaction tx, TeamId team, PersonId reader) {
        return people.gate().openAll(tx, reader, STORE.of(tx, team));
    }

    private String practice(Filled page) {
        var key = page.entries().text(PRACTICE);
        return guide.practice(key).map(Practice::shortName).orElse(key);
    }

    private Card card(Tool tool, Filled page, PersonId reader) {
        var title = page.entries().text(TITLE);
        var card = Card.titled(title).heading(title)
                .facts(new ToolFacts(guide).without(tool, page.entries(), TITLE));
        var edit = EDIT.button("Edit", page.id());
        var list = LIST.button("All pages", page.team());
        return card.buttons(page.author().equals(reader)
                ? List.of(edit, DELETE.danger("Delete", page.id(),
                        new Button.Confirm("Delete this page?", "It is gone for good, for everybody.", "Delete it")),
                        list)
                : List.of(edit, list));
    }

    private Reply write(Tool tool, CallContext here) {
        return new Reply.Open(form(tool).open(Target.fresh(here.teamId(), here.chosenPractice()),
                new Entries(Map.of(PRACTICE, List.of(here.chosenPractice())))));
    }

    private Reply save(Tool tool, CallContext here, Target target) {
        return new ToolSubmissions(people, STORE, form(tool)).save(here.tx(), here.submission(), target,
                kept -> new Reply.ToYou(card(tool, kept.filled(), here.person())));
    }

    private static Reply delete(CallContext here, String id) {
        STORE.delete(here.tx(), id);
        return new Reply.Replace(Card.saying("Deleted.").buttons(LIST.button("All pages", here.teamId())));
    }

    private Reply page(CallContext here, String id, Function<Filled, Reply> work) {
        return STORE.find(here.tx(), id).flatMap(page -> people.gate().open(here.tx(), here.person(), page)).map(work)
                .orElse(GONE);
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var fresh = people.gate().openTo(view, STORE.of(tx, team.id())).stream()
                .filter(page -> !page.made().isBefore(period.from()) && page.made().isBefore(period.until()))
                .map(page -> Text.of("New in the playbook: " + page.entries().text(TITLE))
                        .quiet(people.members().person(tx, page.author()).map(Person::name)
                                .map(name -> " (" + name + ")").orElse("")))
                .toList();
        return fresh.isEmpty() ? List.of() : List.of(new Section(Section.Place.HIGHLIGHTS, true, fresh, List.of()));
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (tool().isEmpty()) {
            return List.of();
        }
        var titles = people.gate().openTo(View.TEAM, STORE.of(tx, team.id())).stream()
                .filter(page -> page.entries().text(PRACTICE).equals(practice))
                .map(page -> page.entries().text(TITLE) + ".").toList();
        return List.of(new Counted(Fact.PLAYBOOK_PAGES, titles.size(), titles, WRITE.id()));
    }
}
