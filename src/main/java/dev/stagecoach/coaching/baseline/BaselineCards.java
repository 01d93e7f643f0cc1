package dev.stagecoach.coaching.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.TeamId;

/** A baseline in chat. */
record BaselineCards(Guide guide, Tool tool) {
    private static final int A_PAGE = 5;

    /** All practices that somebody looked at, and what comes first. */
    Card overview(CallContext here, Map<Practice, Baseline> baselines, Optional<Priorities> priorities) {
        var team = here.teamId();
        var inGoal = ofGoal(here.practice().flatMap(key -> Baselines.ofGoal(here.tx(), team, key)));
        if (baselines.isEmpty() && priorities.isEmpty()) {
            return Card.saying("There is nothing in the baseline yet: count one thing once or twice, before "
                    + "anything changes.").facts(inGoal)
                    .buttons(BaselineRoom.ADD.primary("Add to the baseline", new Work(team)));
        }
        var card = Card.titled("Our baseline").heading("Our baseline").text(tool.purpose())
                .bullets(baselines.entrySet().stream().map(one -> Text.bolded(one.getKey().name())
                        .plus(": " + sources(one.getValue()))).toList())
                .buttons(baselines.keySet().stream()
                        .map(one -> BaselineRoom.PAGE.button(one.shortName(), new WorkPart(team, one.key(), "0")))
                        .toList())
                .facts(inGoal);
        return first(card, priorities).buttons(BaselineRoom.ADD.primary("Add to the baseline", new Work(team)),
                BaselineRoom.PRIORITIES
                        .button(priorities.isEmpty() ? "Name what comes first" : "Change what comes first", team));
    }

    private Card first(Card card, Optional<Priorities> priorities) {
        return priorities.map(one -> card.facts(List.of(Fact.of("What comes first", one.practices().stream()
                .map(key -> guide.practice(key).map(Practice::name).orElse(key)).collect(Collectors.joining(", ")))))
                .quote(one.why())
                .footnote(Text.of("Last written by ").mention(one.filled().version().by()).plus("."))).orElse(card);
    }

    /** "visit (2), student voice (1)". */
    static String sources(Baseline baseline) {
        return baseline.sources().entrySet().stream().map(one -> one.getKey() + " (" + one.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** A practice's baseline on one page, or its part from the given entry on. */
    Card page(CallContext here, Practice practice, Baseline baseline, int from) {
        var all = baseline.observations();
        var ofGoal = Baselines.ofGoal(here.tx(), here.teamId(), practice.key());
        if (all.isEmpty()) {
            return Card.saying("There is nothing in the baseline for " + practice.name() + " that you can see yet.")
                    .facts(ofGoal(ofGoal))
                    .buttons(BaselineRoom.ADD.primary("Add to the baseline", work(here, practice)),
                            BaselineRoom.OPEN.button("All practices", here.teamId()));
        }
        var title = "Baseline: " + practice.name();
        var facts = new ArrayList<>(List.of(Fact.of("Sources", sources(baseline))));
        facts.addAll(ofGoal(ofGoal));
        baseline.lookAgain().ifPresent(day -> facts.add(Fact.of("Look again on", ToolFacts.day(day))));
        var card = Card.titled(title).heading(title).facts(facts);
        var first = Math.min(from, all.size() - 1);
        var until = Math.min(all.size(), first + A_PAGE);
        for (var one : all.subList(first, until)) {
            card = observation(card.divider(), here, one);
        }
        return card.divider().buttons(turn(here, practice, first, until, all.size()));
    }

    private static List<Fact> ofGoal(Optional<String> words) {
        return words.map(one -> Fact.of("In the goal", one)).stream().toList();
    }

    private Card observation(Card card, CallContext here, Observation one) {
        var counted = one.count().map(count -> Text.bolded(count.words(guide.sides())).plus(": " + one.lookFor()))
                .orElseGet(() -> Text.bolded(one.lookFor()));
        var told = card.text(counted)
                .facts(new ToolFacts(guide).without(tool, one.entries(), Observation.LOOK_FOR, Observation.COUNT,
                        Observation.PATTERNS, "practice"))
                .quote(one.entries().text(Observation.PATTERNS)).buttons(buttons(here, one));
        return told.footnote(Text.of("Noted by ").mention(one.filled().author())
                .plus(one.shared() ? ". School leaders can see this." : "."));
    }

    private static List<Button> buttons(CallContext here, Observation one) {
        var buttons = new ArrayList<Button>();
        if (BaselineActions.mayChange(here.standing(), here.person(), one)) {
            buttons.add(BaselineRoom.EDIT.button("Edit", one.id()));
            buttons.add(BaselineRoom.DELETE.danger("Delete", one.id(), new Confirm("Delete this entry?",
                    "It will be gone for good, with its earlier versions.", "Delete entry")));
        }
        if (one.shared() && here.mayWrite()) {
            buttons.add(BaselineRoom.KEEP.button("Keep it in the team", one.id()));
        } else if (here.mayWrite() && one.filled().author().equals(here.person())) {
            buttons.add(BaselineRoom.SHOW.button("Show to school leaders", one.id()).asking(new Confirm(
                    "Show this to school leaders?", "What was seen in fewer than three rooms can point to one person.",
                    "Show to leaders")));
        }
        return buttons;
    }

    private static List<Button> turn(CallContext here, Practice practice, int from, int until, int all) {
        var buttons = new ArrayList<Button>();
        buttons.add(BaselineRoom.ADD.primary("Add to the baseline", work(here, practice)));
        if (from > 0) {
            buttons.add(BaselineRoom.PAGE.button("Newer",
                    part(here, practice, Integer.toString(Math.max(0, from - A_PAGE)))));
        }
        if (until < all) {
            buttons.add(BaselineRoom.PAGE.button("Older", part(here, practice, Integer.toString(until))));
        }
        buttons.add(BaselineRoom.OPEN.button("All practices", here.teamId()));
        return buttons;
    }

    /** Which practice somebody has looked at. */
    Card choose(TeamId team) {
        return Card.saying("Which practice did you look at?").buttons(guide.practices().stream()
                .map(one -> BaselineRoom.ADD.button(one.shortName(), new Work(team, one.key()))).toList());
    }

    /** What can be counted about a practice, to begin with. */
    Card starters(CallContext here, Practice practice) {
        var title = "What did you look for in " + practice.name() + "?";
        var card = Card.titled(title).heading(title)
                .text("One thing you can count. Choose one of these, or your own.");
        var lookFors = practice.lookFors();
        for (var i = 0; i < lookFors.size(); i++) {
            card = card.quote(lookFors.get(i))
                    .buttons(BaselineRoom.USE.button("Choose this", part(here, practice, Integer.toString(i))));
        }
        return card.buttons(BaselineRoom.USE.button("Something else", part(here, practice, "-")),
                BaselineRoom.OTHER.button("Another practice", here.teamId()));
    }

    Card saved(CallContext here, Practice practice, Baseline baseline) {
        var kinds = baseline.sources().size();
        return Card.saying("Saved. The baseline for " + practice.name() + " now has "
                + (Plural.of(kinds, "kind of source", "kinds of sources")) + " that you can see: "
                + sources(baseline) + ".")
                .buttons(BaselineRoom.PAGE.primary("See the baseline", part(here, practice, "0")),
                        BaselineRoom.ADD.button("Add another", work(here, practice)));
    }

    private static Work work(CallContext here, Practice practice) {
        return new Work(here.teamId(), practice.key());
    }

    private static WorkPart part(CallContext here, Practice practice, String part) {
        return new WorkPart(here.teamId(), practice.key(), part);
    }
}
