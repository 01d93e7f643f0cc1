package dev.stagecoach.coaching.evidence;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/** What evidence looks like in chat. */
final class EvidenceCards {
    private static final int A_PAGE = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private final Guide guide;

    EvidenceCards(Guide guide) {
        this.guide = guide;
    }

    /** As it stands in the channel. */
    Card card(Evidence evidence) {
        var card = Card.titled("Evidence: " + evidence.finding().statement())
                .text(Text.mentioning(evidence.author()).plus(" logged evidence."));
        return found(card, evidence).buttons(List.of(leaders(evidence)));
    }

    /** @param reached whether the team's channel is there just now */
    Card saved(TeamId team, boolean reached) {
        return Card.saying(reached
                ? "Saved. Your team sees it in the channel."
                : "Saved. I cannot reach your team's channel just now; when it is back, I show it there.")
                .buttons(Button.of("All evidence", EvidenceRoom.PAGE, team + " 0"));
    }

    Card none(TeamId team) {
        return Card.saying("Your team has not logged evidence yet.")
                .buttons(Button.primary("Log evidence", EvidenceRoom.LOG, team.value()));
    }

    /** The team's items from the given one on, newest first; the viewer's own can be changed. */
    Card page(TeamId team, List<Evidence> all, int from, PersonId viewer, ZoneId zone) {
        var card = Card.titled("The team's evidence").heading("The team's evidence");
        var until = Math.min(all.size(), from + A_PAGE);
        for (var evidence : all.subList(Math.min(from, until), until)) {
            card = card.text(Text.bolded(DAY.format(evidence.logged().atZone(zone))).plus(", ")
                    .mention(evidence.author()));
            card = found(card, evidence).buttons(buttons(evidence, viewer)).divider();
        }
        var turn = new ArrayList<Button>();
        if (from > 0) {
            turn.add(Button.of("Newer", EvidenceRoom.PAGE, team + " " + Math.max(0, from - A_PAGE)));
        }
        if (until < all.size()) {
            turn.add(Button.of("Older", EvidenceRoom.PAGE, team + " " + until));
        }
        turn.add(Button.of("Log evidence", EvidenceRoom.LOG, team.value()));
        return card.buttons(turn);
    }

    private Card found(Card card, Evidence evidence) {
        var finding = evidence.finding();
        var facts = new ArrayList<Fact>();
        finding.count().ifPresent(count -> facts.add(Fact.of("Count", count.words())));
        facts.add(Fact.of("Sort", finding.type().words()));
        guide.practice(finding.practice()).map(Practice::name)
                .ifPresent(name -> facts.add(Fact.of("Practice", name)));
        if (!finding.cannotShow().isEmpty()) {
            facts.add(Fact.of("What it cannot show", finding.cannotShow()));
        }
        var told = card.quote(finding.statement()).facts(facts);
        var withSource = evidence.from().map(ref -> told.footnote(Text.of("Saved from a message in ")
                .channel(ref.channel()))).orElse(told);
        return evidence.approved() ? withSource.footnote("School leaders may see this.") : withSource;
    }

    private static List<Button> buttons(Evidence evidence, PersonId viewer) {
        var buttons = new ArrayList<Button>();
        if (evidence.author().equals(viewer)) {
            buttons.add(Button.of("Edit", EvidenceRoom.EDIT, evidence.id()));
            buttons.add(Button.danger("Delete", EvidenceRoom.DELETE, evidence.id(), new Confirm(
                    "Delete this evidence?", "It is gone for good, in the channel too.", "Delete evidence")));
        }
        buttons.add(leaders(evidence));
        return buttons;
    }

    private static Button leaders(Evidence evidence) {
        return evidence.approved()
                ? Button.of("Keep within the team", EvidenceRoom.WITHDRAW, evidence.id())
                : Button.of("Show to school leaders", EvidenceRoom.APPROVE, evidence.id()).asking(new Confirm(
                        "Show this to school leaders?",
                        "Leaders of the team then find it in their summaries. Ask the team first.", "Show to leaders"));
    }
}
