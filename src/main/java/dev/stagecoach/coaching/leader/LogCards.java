package dev.stagecoach.coaching.leader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;

/** A leader's log, as the leader alone sees it. */
final class LogCards {
    private static final int PROMISES_SHOWN = 6;
    private static final int A_PAGE = 5;
    private static final int LONGEST_GIST = 160;
    private static final String PRIVATE = "Only you see your log. Your team sees what you show it; other leaders "
            + "see none of it.";

    private final LeaderTools tools;
    private final ToolFacts facts;

    LogCards(LeaderTools tools) {
        this.tools = tools;
        this.facts = new ToolFacts(tools.guide());
    }

    /**
     * Where a leader's log stands.
     *
     * @param items newest first
     * @param from the first entry of the page
     * @param weekly what can be done about the weekly question
     */
    record Page(Team team, List<LogItem> items, int from, LocalDate today, List<Button> weekly) {
        Page {
            items = List.copyOf(items);
            weekly = List.copyOf(weekly);
        }

        List<LogItem> promises() {
            return items.stream().filter(LogItem::open)
                    .sorted(Comparator.comparing(item -> item.by().orElse(LocalDate.MAX))).toList();
        }

        List<LogItem> entries() {
            return items.stream().filter(item -> item.kind() == LogItem.Kind.ENTRY || !item.open()).toList();
        }
    }

    Card page(Page page) {
        var team = page.team().id();
        if (page.items().isEmpty()) {
            return Card.saying("Your log for " + page.team().name() + " is empty; start with a goal of your own, "
                    + "tied to what the team is trying.").buttons(LeaderRoom.GOAL.primary("Set my goal", team));
        }
        var card = Card.titled("My log for " + page.team().name()).heading("My log for " + page.team().name());
        for (var item : page.promises().stream().limit(PROMISES_SHOWN).toList()) {
            card = card.text(promise(item, page.today())).buttons(
                    LeaderRoom.KEEP.button("Kept", item.id()), LeaderRoom.ITEM.button("More", item.id()));
        }
        card = card.buttons(ways(page));
        return entries(card, page).footnote(PRIVATE);
    }

    private static List<Button> ways(Page page) {
        var team = page.team().id();
        return Stream.concat(Stream.of(LeaderRoom.ENTRY.primary("Log something", team),
                LeaderRoom.GOAL.button("Set a goal", team)), page.weekly().stream()).toList();
    }

    private Card entries(Card card, Page page) {
        var entries = page.entries();
        if (entries.isEmpty()) {
            return card;
        }
        var from = Math.min(page.from(), entries.size() - 1);
        var until = Math.min(entries.size(), from + A_PAGE);
        var told = card.divider().text(Text.bolded("Latest entries"));
        for (var item : entries.subList(from, until)) {
            told = told.text(Text.of(gist(item)).quiet(seen(item))).buttons(
                    LeaderRoom.ITEM.button("More", item.id()));
        }
        var turn = new ArrayList<Button>();
        if (from > 0) {
            turn.add(LeaderRoom.PAGE.button("Newer", new Carried.Page(page.team().id(), Math.max(0, from - A_PAGE))));
        }
        if (until < entries.size()) {
            turn.add(LeaderRoom.PAGE.button("Older", new Carried.Page(page.team().id(), until)));
        }
        return told.buttons(turn);
    }

    private static Text promise(LogItem item, LocalDate today) {
        var what = item.promise().orElse("");
        var line = item.by().map(by -> Text
                .bolded((by.isBefore(today) ? "Past its day, " : "By ") + ToolFacts.day(by) + ": ").plus(what))
                .orElseGet(() -> Text.bolded("Open: ").plus(what));
        return line.quiet(seen(item));
    }

    private static String seen(LogItem item) {
        return item.shown() ? " (your team sees it)" : " (only you)";
    }

    /** One line of what was done, or of a goal that is settled. */
    String gist(LogItem item) {
        var entries = item.filled().entries();
        var words = switch (item.kind()) {
            case GOAL -> (item.outcome().open() ? "" : settled(item) + ": ") + item.promise().orElse("");
            case ENTRY -> Stream.of(entries.day(LogItem.ON).map(ToolFacts::day).orElse(""),
                    facts.name(tools.log(), entries, "kind"), entries.text(LogItem.BARRIER), minutes(entries),
                    entries.text(LogItem.NOTE))
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        };
        return words.length() > LONGEST_GIST ? words.substring(0, LONGEST_GIST - 1) + "…" : words;
    }

    private static String minutes(Entries entries) {
        return entries.number(LogItem.MINUTES).map(minutes -> Plural.of(minutes, "minute"))
                .orElse("");
    }

    private static String settled(LogItem item) {
        return switch (item.outcome().state()) {
            case OPEN -> "Open";
            case KEPT -> "Kept";
            case RELEASED -> "Released";
        };
    }

    /**
     * All of one item, and what can be done with it.
     *
     * @param goal what it is for, where it is an entry for one of the leader's goals
     */
    Card item(LogItem item, Optional<String> goal) {
        var title = item.kind() == LogItem.Kind.GOAL ? "My goal" : "From my log";
        var card = Card.titled(title).heading(title)
                .facts(Stream.concat(facts.without(tools.tool(item.kind()), item.filled().entries(), ShareChoice.KEY)
                        .stream(), goal.map(words -> Fact.of("For my goal", words)).stream()).toList());
        if (!item.outcome().open()) {
            card = card.text(Text.bolded(settled(item) + ". ").plus(item.outcome().word()));
        }
        return card.buttons(buttons(item)).footnote(item.shown() ? "Your team sees this." : "Only you see this.");
    }

    private static List<Button> buttons(LogItem item) {
        var id = item.id();
        var buttons = new ArrayList<Button>();
        if (item.open()) {
            buttons.add(LeaderRoom.KEEP.primary("Kept", id));
            buttons.add(LeaderRoom.RELEASE.button("Release it", id));
        } else if (item.promise().isPresent()) {
            buttons.add(LeaderRoom.REOPEN.button("Open it again", id));
        }
        buttons.add(item.shown()
                ? LeaderRoom.HIDE.button("Keep it to myself", id)
                : LeaderRoom.SHOW.button("Show it to the team", id));
        buttons.add(LeaderRoom.EDIT.button("Edit", id));
        buttons.add(LeaderRoom.DELETE.danger("Delete", id, new Button.Confirm("Delete this?",
                "It will be gone for good, for your team too.", "Delete it")));
        buttons.add(log(item.filled().team()));
        return buttons;
    }

    /**
     * Once something is kept.
     *
     * @param named whose names stand in it, where that keeps it from being shown
     * @param next what the leader hears of beside it; may be empty
     */
    static Card saved(LogItem item, List<String> named, String next) {
        var team = item.filled().team();
        if (!named.isEmpty()) {
            return Card.saying("Saved in your log only: " + String.join(", ", named) + " seems to be named in it. "
                    + "Your log is about what you did, not about a colleague." + next)
                    .buttons(LeaderRoom.EDIT.primary("Edit", item.id()),
                            LeaderRoom.SHOW.button("Show it anyway", item.id()));
        }
        var words = "Saved. " + (item.shown() ? "Your team sees it with /coach log." : "Only you see it.") + next;
        return item.kind() == LogItem.Kind.GOAL
                ? Card.saying(words)
                        .buttons(LeaderRoom.ENTRY.primary("Log something", team), log(team))
                : Card.saying(words).buttons(log(team));
    }

    static Button log(TeamId team) {
        return LeaderRoom.LOG.button("My log", team);
    }
}
