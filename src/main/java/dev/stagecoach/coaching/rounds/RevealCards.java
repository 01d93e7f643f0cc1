package dev.stagecoach.coaching.rounds;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Level;
import dev.stagecoach.guide.Side;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.picture.DistributionPicture;

/** What a team is told about a round that has closed. */
final class RevealCards {
    private static final int LONGEST_ALT = 2000;

    private final Guide guide;
    private final RoundWords words;

    RevealCards(Guide guide) {
        this.guide = guide;
        this.words = new RoundWords(guide);
    }

    /** The message for the channel, whose thread holds the same as text. */
    Card inChannel(Reveal reveal, ZoneId zone) {
        var card = reveal(reveal, zone);
        return reveal.isEmpty()
                ? card
                : card.footnote("All the numbers as text are in the thread. These numbers are final.");
    }

    /** For a channel where a leader reads without the team's agreement: the result is each member's to open. */
    static Card held(Reveal reveal, ChannelAudience audience) {
        var round = reveal.round();
        var title = reveal.isEmpty()
                ? "Our self-assessment has closed"
                : "The result of our self-assessment is ready";
        return Card.titled(title).heading(title)
                .text(audience.names() + " can read this channel, and you have not agreed to that."
                        + " So each of you opens the result alone.")
                .buttons(RevealActions.RESULTS.primary("See the result", round.team()),
                        VisibilityRoom.OPEN.button("Who sees what", round.team()));
    }

    /** The result with its picture. */
    Card reveal(Reveal reveal, ZoneId zone) {
        var closing = closing(reveal);
        var together = reveal.round().mode() == VisibilityMode.JOINT;
        var tookPart = together
                ? "We placed ourselves together."
                : closing.tookPart() + " of " + closing.asked() + " took part.";
        if (reveal.isEmpty()) {
            return tooFew(reveal, tookPart);
        }
        var card = Card.titled("Where we stand: the result of our self-assessment. " + tookPart)
                .heading("Where we stand")
                .text(tookPart + (together
                        ? " Each bar shows the one level we agreed on."
                        : " Each bar shows how many chose each level; nobody's own answer is shown."))
                .picture(picture(reveal)).bullets(middles(reveal));
        var moved = new ChangeWords(words, zone).told(card, reveal);
        return begin(worthTalking(moved, reveal), reveal);
    }

    private Card begin(Card card, Reveal reveal) {
        return card.divider().text(Text.bolded("Where could we begin?").plus(" Four ways to look at it:"))
                .facts(facts(EntryPoints.of(reveal), reveal.tellsTooMuch(BehindStore.DOTS)
                        ? "not shown: beside an earlier result they would give a few of you away"
                        : "too few dots to show"))
                .text("None of these decides for you. The team decides: take ten minutes at your next meeting.")
                .buttons(nextSteps(reveal.round()));
    }

    private static List<Button> nextSteps(Round round) {
        var choose = Ways.CHOOSE_PRACTICE.primary("Choose our practice", round.team());
        return round.schoolGoal().isEmpty()
                ? List.of(choose, SchoolGoalActions.NAME.button("Name our school's goal", round.id()))
                : List.of(choose);
    }

    private static Round.Closing closing(Reveal reveal) {
        return reveal.round().closed()
                .orElseThrow(() -> new IllegalStateException("nothing is shown before a round has closed"));
    }

    private Card tooFew(Reveal reveal, String tookPart) {
        var small = closing(reveal).asked() < Visibility.TEAM_MINIMUM;
        var beside = reveal.all().stream().anyMatch(reveal::tellsTooMuch);
        var talk = "talk it through together: read one continuum aloud, and each say where and why.";
        var wayOn = small
                ? "In a small team, talk it through together: read one continuum aloud, each say where and why, and "
                        + "agree on one level. That takes about ten minutes a practice."
                : (beside
                        ? "You see the levels again when the same people answer, or when at least "
                                + Visibility.TEAM_MINIMUM + " are new. Until then, "
                        : "Open another round when more people have three minutes, or ") + talk;
        var choose = Ways.CHOOSE_PRACTICE.primary("Choose our practice", reveal.round().team());
        return Card.titled("The self-assessment has closed. " + tookPart).heading("The self-assessment has closed")
                .text(tookPart + (beside
                        ? " I show no levels this time: beside an earlier result, they would give away the few of you who "
                                + "answered only one of the two."
                        : " I show no result for fewer than " + Visibility.TEAM_MINIMUM
                                + " answers, because it would give people away."))
                .text(wayOn)
                .buttons(small
                        ? List.of(choose, VisibilityRoom.OPEN.button("Agree on who sees what", reveal.round().team()))
                        : List.of(choose));
    }

    private Picture picture(Reveal reveal) {
        var groups = reveal.round().practices().stream()
                .map(practice -> new DistributionPicture.Group(words.shortName(practice),
                        List.of(bar(reveal, practice, Side.STUDENT), bar(reveal, practice, Side.SYSTEM))))
                .toList();
        var levels = guide.levels().stream().map(Level::name).toList();
        return DistributionPicture.of("Answers by level", alt(reveal),
                new DistributionPicture.Scale(levels, guide.cannotSay(), closing(reveal).asked()), groups);
    }

    private DistributionPicture.Bar bar(Reveal reveal, String practice, Side side) {
        return reveal.of(practice, side)
                .map(found -> new DistributionPicture.Bar(words.side(side), found.counts(), found.cannotSay()))
                .orElseGet(() -> new DistributionPicture.Bar(words.side(side), List.of(), 0));
    }

    /** The finding, for whoever cannot see the picture. */
    private String alt(Reveal reveal) {
        var all = "Bars of answers by level. " + reveal.round().practices().stream()
                .map(practice -> words.shortName(practice) + ": " + middle(reveal, practice) + ".")
                .collect(Collectors.joining(" "));
        return all.length() <= LONGEST_ALT ? all : all.substring(0, LONGEST_ALT - 1) + "…";
    }

    private List<Text> middles(Reveal reveal) {
        return reveal.round().practices().stream()
                .map(practice -> Text.bolded(words.shortName(practice)).plus(": " + middle(reveal, practice)))
                .toList();
    }

    private String middle(Reveal reveal, String practice) {
        return middle(reveal, practice, Side.STUDENT) + "; " + middle(reveal, practice, Side.SYSTEM);
    }

    private String middle(Reveal reveal, String practice, Side side) {
        return words.side(side) + " " + reveal.of(practice, side)
                .map(found -> words.median(found.median()) + " (" + found.spread().words() + ")")
                .orElseGet(() -> reveal.sharesView(new Reveal.Figure(practice, side))
                        ? "not shown (a shared view)"
                        : "not shown");
    }

    private Card worthTalking(Card card, Reveal reveal) {
        var lines = new ArrayList<Text>();
        reveal.notFeltByStudents().forEach(practice -> lines.add(Text.bolded(words.shortName(practice))
                .plus(": " + guide.sides().person() + "s report it; they do not see it in "
                        + guide.sides().learners() + " yet.")));
        reveal.twoCamps().forEach(figure -> lines.add(Text.bolded(words.shortName(figure.practice()))
                .plus(", " + words.side(figure.side())
                        + ": we stand in two camps. What is each of us looking at?")));
        return lines.isEmpty() ? card : card.text(Text.bolded("Worth talking about")).bullets(lines);
    }

    private List<Card.Fact> facts(EntryPoints points, String noDots) {
        var dots = points.importance().stream().map(one -> words.shortName(one.practice()) + " "
                + (one.dots() == 0 ? "nearly everyone" : String.valueOf(one.dots()))).collect(Collectors.joining(", "));
        var grow = points.roomToGrow().stream().map(step -> words.median(step.median()) + ": " + names(step))
                .collect(Collectors.joining("; then "));
        var bright = points.bright().stream().map(words::shortName).collect(Collectors.joining(", "));
        var school = points.schoolGoal().stream().map(words::shortName).collect(Collectors.joining(", "));
        return List.of(Card.Fact.of("Matters most to us (dots)", dots.isEmpty() ? noDots : dots),
                Card.Fact.of("Room to grow (" + guide.sides().learners() + ")",
                        grow.isEmpty() ? "no levels to show" : Text.capital(grow)),
                Card.Fact.of("Bright spots (" + guide.sides().learners() + ")", bright.isEmpty()
                        ? "none yet at "
                                + words.level(guide.levels().size() - 1)
                        : bright),
                Card.Fact.of("School goal", school.isEmpty()
                        ? "not set yet (a coach or leader can add it)"
                        : school));
    }

    private String names(EntryPoints.Step step) {
        return step.practices().stream().map(words::shortName).collect(Collectors.joining(", "));
    }

    /** Every figure as text, for the thread; empty where there is none. */
    Optional<Card> inThread(Reveal reveal) {
        if (reveal.isEmpty()) {
            return Optional.empty();
        }
        var card = Card.titled("The same as text").text("The same as text, practice by practice:");
        for (var practice : reveal.round().practices()) {
            card = card.text(Text.bolded(words.name(practice))).bullets(List.of(line(reveal, practice, Side.STUDENT),
                    line(reveal, practice, Side.SYSTEM)));
        }
        return Optional.of(card);
    }

    private Text line(Reveal reveal, String practice, Side side) {
        var head = Text.of(Text.capital(words.side(side)) + ": ");
        return reveal.of(practice, side).map(found -> head.plus(figures(found, closing(reveal).asked())))
                .orElseGet(() -> head.plus(whyNot(reveal, new Reveal.Figure(practice, side))));
    }

    /** Why no levels are shown, and when they will be. */
    private static String whyNot(Reveal reveal, Reveal.Figure figure) {
        if (reveal.sharesView(figure)) {
            return "you share one view. All of you, or all but one, chose the same level; I leave it unsaid, because it "
                    + "would be each one's own answer. Ask each other: which level?";
        }
        if (reveal.tellsTooMuch(figure)) {
            return "not shown. Beside an earlier result, the levels would give away the few of you who answered only one "
                    + "of the two. " + (reveal.moved(figure).isPresent() ? "See above how the others moved. " : "")
                    + "I show them again when the same people answer, or when at least " + Visibility.TEAM_MINIMUM
                    + " are new.";
        }
        return "fewer than " + Visibility.TEAM_MINIMUM + " who were on the team when the round opened placed this, so "
                + "nothing is shown. Talk it through together.";
    }

    private String figures(Distribution found, int asked) {
        var levels = new ArrayList<String>();
        for (var level = 1; level <= found.counts().size(); level++) {
            levels.add(words.level(level) + " " + found.counts().get(level - 1));
        }
        return String.join(", ", levels) + "; " + guide.cannotSay().toLowerCase(Locale.ROOT) + " "
                + found.cannotSay() + ". In the middle: " + words.median(found.median()) + ", "
                + found.spread().words() + ". " + found.answers() + " of " + asked + " placed it.";
    }
}
