package dev.stagecoach.coaching.continuum;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Level;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;

/** A team's continuum in chat. The guide's words stay visible beside the team's own. */
record ContinuumCards(Guide guide, CallContext here, Practice practice) {

    Card page(Optional<Filled> adopted, Standards standards) {
        var wording = Wording.of(adopted);
        var title = "Our continuum: " + practice.name();
        var card = Card.titled(title).heading(title).text(state(adopted, wording))
                .facts(guide.workbook().arc().capacity(practice.key())
                        .map(capacity -> List.of(Fact.of("What it asks of us", capacity))).orElse(List.of()));
        for (var side : Side.values()) {
            card = card.text(Text.bolded(guide.sides().of(side).doing()))
                    .bullets(guide.levels().stream().map(level -> level(wording, side, level)).toList());
        }
        return standards(card, standards).buttons(buttons(adopted, standards));
    }

    private Text state(Optional<Filled> adopted, Wording wording) {
        return adopted.map(filled -> Text.of((wording.edited() ? "In our own words" : "In the guide's words")
                + ", since " + day(filled.version(), here.team().zone()) + " by ").mention(filled.version().by())
                .plus("."))
                .orElseGet(() -> Text.of("Read it together, change any words you would not use, and adopt it. The "
                        + "next self-assessment will use your words."));
    }

    private Text level(Wording wording, Side side, Level level) {
        var shipped = Wording.text(practice, side, level);
        var name = Text.bolded(level.name());
        return wording.own(side, level).map(own -> name.plus(": " + own + " ").quiet("The guide: " + shipped))
                .orElseGet(() -> name.plus(": " + shipped));
    }

    private static Card standards(Card card, Standards standards) {
        return standards.lines().isEmpty()
                ? card
                : card.text(Text.bolded("Linked to our standards"))
                        .bullets(standards.lines().stream().map(Text::of).toList())
                        .footnote("A link connects words. I never turn a level into a rating.");
    }

    private List<Button> buttons(Optional<Filled> adopted, Standards standards) {
        var buttons = new ArrayList<Button>();
        if (here.mayWrite()) {
            if (adopted.isEmpty()) {
                buttons.add(ContinuumRoom.ADOPT.primary("Adopt it as it is", work()));
            }
            for (var side : Side.values()) {
                buttons.add(ContinuumRoom.EDIT.button("Edit: " + guide.sides().of(side).doing(),
                        new WorkPart(here.teamId(), practice.key(), side.key())));
            }
            buttons.add(ContinuumRoom.LINK.button(
                    standards.lines().isEmpty() ? "Link our standards" : "Change our standards",
                    work()));
        }
        if (adopted.filter(filled -> filled.version().number() > 1).isPresent()) {
            buttons.add(ContinuumRoom.HISTORY.button("What changed when", work()));
        }
        return buttons;
    }

    /** Every version, newest first. */
    Card history(List<Filled.Version> versions) {
        var title = "Our continuum: what changed when";
        return Card.titled(title).heading(title).bullets(versions.stream().map(version -> {
            var own = version.entries().values().size();
            return Text.of(day(version, here.team().zone()) + ", ").mention(version.by()).plus(": " + (own == 0
                    ? "in the guide's words"
                    : Plural.of(own, "level") + " in our own words"));
        }).toList()).buttons(ContinuumRoom.OPEN.button("The continuum", work()))
                .footnote("A self-assessment keeps the words it started with.");
    }

    private Work work() {
        return new Work(here.teamId(), practice.key());
    }

    private static String day(Filled.Version version, ZoneId zone) {
        return ToolFacts.day(version.at().atZone(zone).toLocalDate());
    }
}
