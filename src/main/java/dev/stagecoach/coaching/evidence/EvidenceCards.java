package dev.stagecoach.coaching.evidence;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.evidence.Evidence.Shown;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;

/** What evidence looks like in chat. */
final class EvidenceCards {
    private static final int A_PAGE = 5;

    private final EvidenceOptions offered;

    EvidenceCards(EvidenceOptions offered) {
        this.offered = offered;
    }

    Sides sides() {
        return offered.guide().sides();
    }

    /** As it stands in the channel. */
    Card card(Evidence evidence) {
        var card = Card.titled("Evidence: " + evidence.finding().statement())
                .text(Text.mentioning(evidence.author()).plus(" logged evidence."));
        return found(card, evidence);
    }

    /** @param reached whether the team's channel is there just now */
    static Card saved(Evidence one, Team team, boolean reached) {
        var all = EvidenceRoom.PAGE.button("All evidence", EvidenceListActions.Turn.first(team.id()));
        return switch (one.shown()) {
            case MINE -> {
                var saved = Card.saying("Saved. Only you see it.");
                yield one.fromOutside(team.channel())
                        ? saved.buttons(all)
                        : saved.buttons(EvidenceRoom.SHARE.button("Show my team", one.id()), all);
            }
            case TEAM, LEADERS -> Card.saying(reached
                    ? "Saved. Your team sees it in the channel."
                    : "Saved. I cannot reach your team's channel right now; when it is back, I will show it there.")
                    .buttons(leaders(one), all);
        };
    }

    static Card none(TeamId team) {
        return Card.saying("Your team has not logged evidence yet.")
                .buttons(Ways.LOG_EVIDENCE.primary("Log evidence", team));
    }

    /** The team's items from the turned page on, newest first; the viewer's own can be changed. */
    Card page(EvidenceListActions.Turn turn, List<Evidence> all, PersonId viewer, Team team) {
        var card = Card.titled("The team's evidence").heading("The team's evidence")
                .buttons(filters(turn, all));
        var shown = all.stream().filter(turn::shows).toList();
        var from = Math.clamp(turn.from(), 0, Math.max(0, shown.size() - 1));
        var until = Math.min(shown.size(), from + A_PAGE);
        for (var evidence : shown.subList(from, until)) {
            card = card.text(Text.bolded(DateText.dayAndYear(evidence.logged(), team.zone())).plus(", ")
                    .mention(evidence.author()));
            card = approved(found(card, evidence), evidence, team.zone()).buttons(evidence.author().equals(viewer)
                    ? buttons(evidence, team)
                    : List.of()).divider();
        }
        var buttons = new ArrayList<Button>();
        if (from > 0) {
            buttons.add(EvidenceRoom.PAGE.button("Newer", turn.to(Math.max(0, from - A_PAGE))));
        }
        if (until < shown.size()) {
            buttons.add(EvidenceRoom.PAGE.button("Older", turn.to(until)));
        }
        buttons.add(Ways.LOG_EVIDENCE.button("Log evidence", turn.team()));
        return card.buttons(buttons);
    }

    /** A button for each level of which there is evidence, the one that is shown standing out. */
    private List<Button> filters(EvidenceListActions.Turn turn, List<Evidence> all) {
        var levels = offered.impact().stream()
                .filter(level -> all.stream().anyMatch(turn.at(level.value())::shows)).toList();
        if (levels.isEmpty()) {
            return List.of();
        }
        var filters = new ArrayList<Button>();
        filters.add(filter("All", turn, turn.at(""), all));
        levels.forEach(level -> filters.add(filter(level.label(), turn, turn.at(level.value()), all)));
        return filters;
    }

    private static Button filter(String label, EvidenceListActions.Turn now, EvidenceListActions.Turn other,
            List<Evidence> all) {
        var words = label + " (" + all.stream().filter(other::shows).count() + ")";
        return now.level().equals(other.level())
                ? EvidenceRoom.PAGE.primary(words, other)
                : EvidenceRoom.PAGE.button(words, other);
    }

    private Card found(Card card, Evidence evidence) {
        var finding = evidence.finding();
        var reach = finding.reach();
        var facts = new ArrayList<Fact>();
        finding.count().ifPresent(count -> facts.add(Fact.of("Count", count.words(offered.guide().sides()))));
        add(facts, "Seen by", EvidenceOptions.name(offered.sources(), reach.source()));
        add(facts, "Tells us about", EvidenceOptions.name(offered.impact(), reach.impact()));
        add(facts, "Sort", EvidenceOptions.name(offered.types(), finding.type()));
        add(facts, "Practice", known(offered.practices(), finding.practice()));
        add(facts, "Phase", EvidenceOptions.name(offered.phases(), reach.phase()));
        add(facts, "Goal", known(offered.goals(), reach.goal()));
        add(facts, "What it cannot show", Optional.of(finding.cannotShow()).filter(words -> !words.isEmpty())
                .or(() -> offered.cannot(finding.type())).orElse(""));
        if (!reach.link().isEmpty()) {
            facts.add(new Fact("Link", Text.of("").link(reach.link(), reach.link())));
        }
        var told = card.quote(finding.statement()).facts(facts);
        var withSource = evidence.from().map(ref -> told.footnote(Text.of("Saved from a message in ")
                .channel(ref.channel()))).orElse(told);
        return switch (evidence.shown()) {
            case MINE -> withSource.footnote("Only you see this.");
            case TEAM -> withSource;
            case LEADERS -> withSource.footnote("School leaders may see this.");
        };
    }

    /** When its author agreed to these words being shown. */
    private static Card approved(Card card, Evidence evidence, ZoneId zone) {
        return evidence.approved()
                .map(at -> card.footnote("Approved by its author on " + DateText.dayAndYear(at, zone) + "."))
                .orElse(card);
    }

    private String known(List<Option> options, String key) {
        return offered.known(options, key).map(known -> EvidenceOptions.name(options, known)).orElse("");
    }

    private static void add(List<Fact> facts, String label, String words) {
        if (!words.isEmpty()) {
            facts.add(Fact.of(label, words));
        }
    }

    /** Those that carry farthest first, those without a level last; within a level in the given order. */
    List<Evidence> farthestFirst(List<Evidence> evidence) {
        return evidence.stream().sorted(Comparator.comparing(offered::level).reversed()).toList();
    }

    /** What the level of an item is called; empty where it has none that the guide knows. */
    String levelName(Evidence evidence) {
        return known(offered.impact(), evidence.finding().reach().impact());
    }

    /** What its author can do with an item. */
    private static List<Button> buttons(Evidence evidence, Team team) {
        var buttons = new ArrayList<Button>();
        buttons.add(EvidenceRoom.EDIT.button("Edit", evidence.id()));
        buttons.add(EvidenceRoom.DELETE.danger("Delete", evidence.id(), new Confirm(
                "Delete this evidence?", "It will be gone for good, in the channel too.", "Delete evidence")));
        if (evidence.shown() != Shown.MINE) {
            buttons.add(leaders(evidence));
        } else if (!evidence.fromOutside(team.channel())) {
            buttons.add(EvidenceRoom.SHARE.button("Show my team", evidence.id()));
        }
        return buttons;
    }

    private static Button leaders(Evidence evidence) {
        return evidence.shown() == Shown.LEADERS
                ? EvidenceRoom.WITHDRAW.button("Keep it in the team", evidence.id())
                : EvidenceRoom.APPROVE.button("Show to school leaders", evidence.id()).asking(new Confirm(
                        "Show this to school leaders?",
                        "The team's leaders will find it in their summaries, without your name.", "Show to leaders"));
    }
}
