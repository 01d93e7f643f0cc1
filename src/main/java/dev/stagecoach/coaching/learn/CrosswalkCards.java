package dev.stagecoach.coaching.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Crosswalk;
import dev.stagecoach.guide.Crosswalk.Framework;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.TeamId;

/** The crosswalk in chat. Its warning stands on every card. */
record CrosswalkCards(Guide guide) {

    /** What of each framework meets one practice, and the team's note. */
    Card practice(CallContext here, Practice practice, Optional<FitNote> note) {
        var title = "Where it fits: " + practice.name();
        var card = note(warned(title), note);
        for (var meeting : crosswalk().of(practice.key())) {
            card = card.text(Text.bolded(meeting.framework().name()).plus(" ").quiet(meeting.framework().note()))
                    .bullets(meeting.items().stream().map(Text::of).toList());
        }
        var buttons = new ArrayList<Button>();
        if (here.mayWrite()) {
            var work = new Work(here.teamId(), practice.key());
            buttons.add(note.isEmpty()
                    ? CrosswalkRoom.NOTE.primary("Write where it fits", work)
                    : CrosswalkRoom.NOTE.button("Change the note", work));
        }
        return card.buttons(buttons).buttons(ways(here.teamId()));
    }

    private static Card note(Card card, Optional<FitNote> note) {
        return note.map(one -> {
            var facts = new ArrayList<>(List.of(Fact.of("Part of", one.fits())));
            if (!one.stops().isEmpty()) {
                facts.add(Fact.of("What stops", one.stops()));
            }
            return card.facts(facts)
                    .footnote(Text.of("Last written by ").mention(one.filled().version().by()).plus("."));
        }).orElse(card);
    }

    /** Before a practice is chosen: the frameworks by name. */
    Card all(TeamId team) {
        return warned("Where our practices meet what we already use").buttons(ways(team));
    }

    /** A framework's items, each with the practices that it meets. */
    Card table(TeamId team, Framework framework) {
        return warned(framework.name()).text(Text.of("").quiet(framework.note()))
                .facts(framework.links().stream().map(link -> Fact.of(link.item(), names(link))).toList())
                .buttons(ways(team));
    }

    private String names(Crosswalk.Link link) {
        var names = link.practices().stream().map(key -> guide.practice(key).map(Practice::shortName).orElse(key))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no practice" : names;
    }

    /** What is said to whoever wants a level turned into a rating. */
    Card never(TeamId team) {
        return Card.saying("I never turn a level into a rating, for anyone or in any report.")
                .text(crosswalk().warning())
                .buttons(ways(team));
    }

    private Card warned(String title) {
        return Card.titled(title).heading(title).text(crosswalk().warning());
    }

    private List<Button> ways(TeamId team) {
        var ways = new ArrayList<>(crosswalk().frameworks().stream()
                .map(one -> CrosswalkRoom.TABLE.button(one.name(), new Choice(team, one.key()))).toList());
        ways.add(CrosswalkRoom.RATING.button("Which rating is a level?", team));
        return ways;
    }

    private Crosswalk crosswalk() {
        return guide.workbook().crosswalk();
    }
}
