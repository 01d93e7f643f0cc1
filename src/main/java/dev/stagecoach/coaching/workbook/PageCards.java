package dev.stagecoach.coaching.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.TeamId;

/** What the pages of one tool look like in chat. */
record PageCards(Guide guide, Tool tool, Tool.Page page, PageActions actions) {
    private static final int SHOWN = 15;
    private static final int VERSIONS_SHOWN = 8;

    /** Before there is any; whoever may not begin it finds where the team stands. */
    Card none(CallContext here) {
        var card = Card.saying(page.none());
        return begin().access().who().admits(here.standing())
                ? withWrite(card, here)
                : card.buttons(Ways.HOME.button("Where the team stands", Optional.of(here.teamId())));
    }

    private Action<TeamId> begin() {
        return page.many() ? actions.write() : actions.change();
    }

    private Card withWrite(Card card, CallContext here) {
        var begin = begin();
        return begin.access().who().admits(here.standing())
                ? card.buttons(begin.primary(page.write(), here.teamId()))
                : card;
    }

    Card list(List<Filled> pages, CallContext here) {
        if (pages.isEmpty()) {
            return none(here);
        }
        var card = Card.titled(page.heading()).heading(page.heading());
        for (var one : pages.stream().limit(SHOWN).toList()) {
            card = card.text(Text.bolded(title(one)).quiet(about(one)))
                    .buttons(actions.read().button("Read", one.id()));
        }
        var hidden = pages.size() - SHOWN;
        return withWrite(hidden > 0 ? card.footnote("And " + hidden + " older.") : card, here);
    }

    /** The words that a page goes by. */
    String title(Filled filled) {
        return filled.entries().text(page.title().orElseGet(() -> tool.fields().getFirst().key()));
    }

    private String about(Filled filled) {
        return page.practice().map(field -> filled.entries().text(field))
                .map(key -> guide.practice(key).map(Practice::shortName).orElse(key)).map(name -> " (" + name + ")")
                .orElse("");
    }

    Card page(Filled filled, CallContext here) {
        var heading = page.many() ? title(filled) : page.heading();
        var facts = new ToolFacts(guide);
        return Card.titled(heading).heading(heading)
                .facts(page.title().map(field -> facts.without(tool, filled.entries(), field))
                        .orElseGet(() -> facts.of(tool, filled.entries())))
                .buttons(ways(filled, here));
    }

    private List<Button> ways(Filled filled, CallContext here) {
        var ways = new ArrayList<Button>();
        if (actions.edit().access().who().admits(here.standing())) {
            ways.add(page.many()
                    ? actions.edit().button("Edit", filled.id())
                    : actions.change().button("Change", filled.team()));
        }
        if (page.extras().history() && filled.version().number() > 1) {
            ways.add(actions.history().button("What changed when", filled.id()));
        }
        if (page.many()) {
            if (filled.author().equals(here.person())) {
                ways.add(actions.delete().danger("Delete", filled.id(), new Button.Confirm("Delete this page?",
                        "It will be gone for good, for everybody.", "Delete it")));
            }
            ways.add(actions.show().button("All pages", filled.team()));
        }
        return ways;
    }

    Card deleted(CallContext here) {
        return Card.saying("Deleted.").buttons(actions.show().button("All pages", here.teamId()));
    }

    /** Every version with its day and writer, newest first. */
    Card history(Filled filled, List<Filled.Version> newestFirst, CallContext here) {
        var card = Card.titled("What changed when").heading("What changed when");
        for (var version : newestFirst.stream().limit(VERSIONS_SHOWN).toList()) {
            card = card.text(Text.bolded(DateText.dayAndYear(version.at(), here.team().zone()) + " ")
                    .mention(version.by())).facts(new ToolFacts(guide).of(tool, version.entries()));
        }
        var hidden = newestFirst.size() - VERSIONS_SHOWN;
        return (hidden > 0 ? card.footnote("And " + hidden + " earlier.") : card)
                .buttons(page.many()
                        ? actions.read().button("As it is now", filled.id())
                        : actions.show().button("As it is now", filled.team()));
    }
}
