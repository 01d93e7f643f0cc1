package dev.stagecoach.coaching.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.continuum.ContinuumRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Level;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;
import dev.stagecoach.people.TeamId;

/** All that the guide says of a practice, on one card. */
record PracticeCards(Guide guide) {
    private static final Pattern FROM_TO = Pattern.compile("(\\d)->(\\d):\\s*(.*)", Pattern.DOTALL);
    private static final int READING_SHOWN = 3;
    private static final int LONGEST_SHOWN = 40;

    /** @param reading what fits it and can be opened */
    Card practice(TeamId team, Practice practice, List<Material> reading) {
        var card = Card.titled(practice.name() + ": " + practice.from() + " → " + practice.to())
                .heading(practice.name()).text(Text.bolded(practice.from() + " → " + practice.to()).plus("\n"
                        + practice.shift()));
        for (var side : Side.values()) {
            card = side(card, practice, side);
        }
        card = asked(card, practice);
        if (!reading.isEmpty()) {
            card = card.text(Text.bolded("To read and watch")).bullets(reading.stream().limit(READING_SHOWN)
                    .map(one -> ResourceCards.line(one.content())).toList());
        }
        return card.buttons(ways(team, practice));
    }

    private List<Button> ways(TeamId team, Practice practice) {
        var here = new Work(team, practice.key());
        var ways = new ArrayList<Button>();
        ways.add(ContinuumRoom.OPEN.button("Our continuum", here));
        if (!guide.workbook().crosswalk().of(practice.key()).isEmpty()) {
            ways.add(CrosswalkRoom.OPEN.button("Where it fits", here));
        }
        if (!guide.workbook().vignettes(practice.key()).isEmpty()) {
            ways.add(SceneActions.OPEN.button("Scenes to place", here));
        }
        ways.add(ResourceRoom.SHELF.button("What to read about it",
                ResourceCards.Spot.first(team, practice.key())));
        ways.add(LearnRoom.MENU.button("More to explore", team));
        return ways;
    }

    private Card side(Card card, Practice practice, Side side) {
        var continuum = practice.side(side);
        return card.text(Text.bolded(guide.sides().of(side).doing()).plus("\n").quiet(continuum.indicator()))
                .bullets(guide.levels().stream().map(level -> Text.bolded(level.name())
                        .plus(": " + continuum.levels().get(level.value() - 1))).toList());
    }

    private Card asked(Card card, Practice practice) {
        var asked = card;
        if (!practice.lookFors().isEmpty()) {
            asked = asked.text(Text.bolded("What to look for")).bullets(texts(practice.lookFors()));
        }
        if (!practice.nextSteps().isEmpty()) {
            asked = asked.text(Text.bolded("Smallest next steps"))
                    .bullets(practice.nextSteps().stream().map(this::step).toList());
        }
        var facts = new ArrayList<Fact>();
        guide.workbook().arc().capacity(practice.key())
                .ifPresent(capacity -> facts.add(Fact.of("What it asks of us", capacity)));
        if (!practice.aliases().isEmpty()) {
            facts.add(Fact.of("Also called", practice.aliases().stream().collect(Collectors.joining(", "))));
        }
        return asked.facts(facts);
    }

    /** "1->2: ..." by the names of the levels. */
    private Text step(String step) {
        var parts = FROM_TO.matcher(step);
        return parts.matches()
                ? Text.bolded(level(parts.group(1)) + " → " + level(parts.group(2))).plus(": " + parts.group(3))
                : Text.of(step);
    }

    private String level(String value) {
        return guide.levels().stream().filter(level -> Integer.toString(level.value()).equals(value))
                .map(Level::name).findFirst().orElse(value);
    }

    private static List<Text> texts(List<String> lines) {
        return lines.stream().map(Text::of).toList();
    }

    /** Nothing is called what was typed. */
    Card unknown(TeamId team, String typed, List<Practice> near) {
        var shown = typed.codePointCount(0, typed.length()) > LONGEST_SHOWN
                ? typed.substring(0, typed.offsetByCodePoints(0, LONGEST_SHOWN)) + "…"
                : typed;
        var words = "I do not know a practice called “" + shown + "”. "
                + (near.isEmpty() ? "These are the ones I know:" : "Did you mean:");
        var offered = near.isEmpty() ? guide.practices() : near;
        return Card.titled(words).text(words).buttons(offered.stream()
                .map(one -> LearnRoom.PRACTICE.button(one.shortName(), new Choice(team, one.key()))).toList());
    }
}
