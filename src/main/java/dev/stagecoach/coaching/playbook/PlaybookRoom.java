package dev.stagecoach.coaching.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.stage.TeamAtWork;
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
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Pages of the playbook: members and coaches write them, all of the team and its leaders read them. */
public final class PlaybookRoom implements Room {
    private static final String TOOL = "playbook";
    private static final String LIST = "playbook.list";
    private static final String WRITE = "playbook.write";
    private static final String READ = "playbook.read";
    private static final String EDIT = "playbook.edit";
    private static final String DELETE = "playbook.delete";
    private static final String FORM = "playbook.form";
    private static final String PRACTICE = "practice";
    private static final String TITLE = "title";
    private static final int SHOWN = 15;
    private static final Reply GONE = Reply.Refused
            .because("That page is not there any more. /coach playbook shows what is.");
    private static final Reply OUTSIDERS = Reply.Refused
            .because("You are not in this team, so its playbook is not yours to read.");

    private final FilledStore store = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private final Database database;
    private final People people;
    private final Guide guide;

    public PlaybookRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
    }

    private Optional<Tool> tool() {
        return guide.workbook().tool(TOOL);
    }

    @Override
    public Feature feature() {
        return tool().map(tool -> new Feature(TOOL,
                List.of(new Command("playbook", "Shows how the team does it, page by page", Access.Who.TEAM,
                        call -> list(call.inTeam(), call))),
                Map.of(LIST, click -> list(new TeamId(click.value()), click), WRITE, click -> write(tool, click), READ,
                        click -> page(click, (_, page) -> new Reply.ToYou(card(tool, page, click))), EDIT,
                        click -> page(click, (tx, page) -> writing(tx, page.team(), click.person(),
                                () -> new Reply.Open(form(tool).open(Target.of(page), page.entries())))),
                        DELETE, this::delete),
                Map.of(FORM, sent -> save(tool, sent)), Map.of()))
                .orElseGet(() -> new Feature(TOOL, List.of(), Map.of(), Map.of(), Map.of()));
    }

    private ToolForm form(Tool tool) {
        return new ToolForm(guide, tool, FORM, "A page of the playbook");
    }

    private Reply list(TeamId id, Call call) {
        return database.read(tx -> Insider.of(tx, people, id, call.person())
                .<Reply>map(here -> new Reply.ToYou(list(tx, here))).orElse(OUTSIDERS));
    }

    private Card list(Transaction tx, Insider here) {
        var team = here.team();
        var write = Button.primary("Write a page", WRITE, team.id().value());
        var mayWrite = here.standing().takesPart();
        var pages = pages(tx, team.id(), here.person());
        if (pages.isEmpty()) {
            var card = Card.saying("The playbook of " + team.name() + " has no page yet.");
            return mayWrite ? card.buttons(write) : card;
        }
        var card = Card.titled("The playbook").heading("The playbook");
        for (var page : pages.stream().limit(SHOWN).toList()) {
            card = card.text(Text.bolded(page.entries().text(TITLE)).quiet(" (" + practice(page) + ")"))
                    .buttons(Button.of("Read", READ, page.id()));
        }
        return mayWrite ? card.buttons(write) : card;
    }

    private List<Filled> pages(Transaction tx, TeamId team, PersonId reader) {
        return people.gate().openAll(tx, reader, store.of(tx, team));
    }

    private String practice(Filled page) {
        var key = page.entries().text(PRACTICE);
        return guide.practice(key).map(Practice::shortName).orElse(key);
    }

    private Card card(Tool tool, Filled page, Call call) {
        var title = page.entries().text(TITLE);
        var card = Card.titled(title).heading(title)
                .facts(new ToolFacts(guide).without(tool, page.entries(), TITLE));
        var mine = page.author().equals(call.person());
        var edit = Button.of("Edit", EDIT, page.id());
        var list = Button.of("All pages", LIST, page.team().value());
        return card.buttons(mine
                ? List.of(edit, Button.danger("Delete", DELETE, page.id(),
                        new Button.Confirm("Delete this page?", "It is gone for good, for everybody.", "Delete it")),
                        list)
                : List.of(edit, list));
    }

    private Reply write(Tool tool, Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(),
                here -> new Reply.Open(form(tool).open(Target.fresh(here.team().id(), here.practice()),
                        new Entries(Map.of(PRACTICE, List.of(here.practice())))))));
    }

    private Reply save(Tool tool, Call.Submission sent) {
        return Target.parse(sent.context()).map(target -> database.write(tx -> writing(tx, target.team(),
                sent.person(),
                () -> new ToolSubmissions(people, store, form(tool)).save(tx, sent, target,
                        kept -> new Reply.ToYou(card(tool, kept.filled(), sent))))))
                .orElse(GONE);
    }

    private Reply delete(Call.Click click) {
        return database.write(tx -> store.find(tx, click.value())
                .filter(page -> page.author().equals(click.person()))
                .filter(page -> people.members().standing(tx, page.team(), click.person()).belongs())
                .<Reply>map(page -> {
                    store.delete(tx, click.value());
                    return new Reply.Replace(Card.saying("Deleted.")
                            .buttons(Button.of("All pages", LIST, page.team().value())));
                }).orElse(GONE));
    }

    /** What is done with a page. */
    private interface Work {
        Reply with(Transaction tx, Filled page);
    }

    private Reply page(Call.Click click, Work work) {
        return database.read(tx -> store.find(tx, click.value())
                .filter(page -> people.members().standing(tx, page.team(), click.person()).belongs())
                .flatMap(page -> people.gate().open(tx, click.person(), page)).map(page -> work.with(tx, page))
                .orElse(GONE));
    }

    private Reply writing(Transaction tx, TeamId team, PersonId person, Supplier<Reply> work) {
        return TeamAtWork.writing(tx, people, team, person, _ -> work.get());
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var fresh = people.gate().openTo(view, store.of(tx, team.id())).stream()
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
        var titles = people.gate().openTo(View.TEAM, store.of(tx, team.id())).stream()
                .filter(page -> page.entries().text(PRACTICE).equals(practice))
                .map(page -> page.entries().text(TITLE) + ".").toList();
        return List.of(new Counted(Fact.PLAYBOOK_PAGES, titles.size(), titles, WRITE));
    }
}
