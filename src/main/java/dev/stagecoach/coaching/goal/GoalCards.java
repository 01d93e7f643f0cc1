package dev.stagecoach.coaching.goal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;
import dev.stagecoach.people.Standing;

/** What a goal looks like in chat. */
final class GoalCards {
    private static final int VERSIONS_SHOWN = 8;
    private static final int LONGEST_CHANGE = 120;

    private final Guide guide;

    GoalCards(Guide guide) {
        this.guide = guide;
    }

    /** Before a practice is chosen. */
    Card none(CallContext here) {
        var card = Card.saying("Your team has not chosen the practice it wants to work on yet.");
        return here.mayWrite()
                ? card.buttons(Ways.CHOOSE_PRACTICE.primary("Choose the practice", here.teamId()))
                : card;
    }

    /** A practice without the goal's sentence. */
    Card unwritten(Goal goal, Standing standing) {
        var card = Card.saying(goal.cycle() == 1
                ? "Your team works on " + practiceName(goal.practice()) + ". The goal is not written yet."
                : "Your team goes on with " + practiceName(goal.practice()) + ". The next goal is not written yet.");
        if (goal.cycle() > 1) {
            card = card.buttons(Ways.EARLIER_GOALS.button("Earlier goals", goal.team()));
        }
        return standing.isLeader()
                ? card
                : card.buttons(GoalRoom.EDIT.primary("Write the goal", goal.id()),
                        Ways.CHOOSE_PRACTICE.button("Choose another practice", goal.team()));
    }

    /** The goal as it stands in the channel. */
    Card goal(Goal goal, Around around) {
        var canvas = goal.canvas();
        var card = Card.titled("The team's goal: " + canvas.aim().sentence())
                .heading(around.closing().isPresent() ? "A goal of ours, closed" : "Our goal")
                .quote(canvas.aim().sentence()).facts(facts(goal, around));
        return around.closing().isPresent()
                ? card.buttons(GoalRoom.HISTORY.button("History", goal.id()),
                        Ways.EARLIER_GOALS.button("Its report", goal.team()))
                : card.buttons(buttons(goal))
                        .footnote(Text.of("Last written by ").mention(goal.present().by())
                                .plus(". Members and coaches can edit it."));
    }

    /**
     * What is told beside the goal itself.
     *
     * @param reason why the team took up the practice
     * @param stand where the team agreed it stands on the ladder
     * @param closing how the work on it ended; empty while it goes on
     * @param promise what a leader promised for it, where the reader may know
     */
    record Around(String reason, Optional<LadderPlacement> stand, Optional<Goal.Closing> closing,
            Optional<Text> promise) {
        Around with(Optional<Text> other) {
            return new Around(reason, stand, closing, other);
        }
    }

    private static List<Button> buttons(Goal goal) {
        var buttons = new ArrayList<>(List.of(GoalRoom.EDIT.button("Edit goal", goal.id()),
                GoalRoom.HISTORY.button("History", goal.id())));
        if (goal.published().isPresent()) {
            buttons.add(LadderRoom.LOOK.button("Where we stand", goal.id()));
        }
        return buttons;
    }

    /** The goal for the person who asks, who may be a leader or find it half written. */
    Card shown(Goal goal, Around around, Standing standing) {
        var card = goal(goal, around);
        if (standing.isLeader()) {
            return card;
        }
        return goal.published().isPresent()
                ? card.then(Card.titled("more").buttons(
                        more(goal)))
                : card.footnote("Not in the channel yet: to show it to the team, choose Edit goal and go to page 2.");
    }

    private static List<Button> more(Goal goal) {
        var more = new ArrayList<>(List.of(Ways.CLOSE_GOAL.button("Close this goal", goal.team()),
                Ways.CHOOSE_PRACTICE.button("Choose another practice", goal.team())));
        if (goal.cycle() > 1) {
            more.add(Ways.EARLIER_GOALS.button("Earlier goals", goal.team()));
        }
        return more;
    }

    /** After the last page; {@code reached} tells whether the team's channel is there just now. */
    Card saved(Goal goal, boolean reached) {
        var card = Card.saying(reached
                ? "Saved. The channel shows your goal."
                : "Saved. I cannot reach your team's channel right now; when it is back, it will show your goal.");
        var missing = goal.canvas().missing(guide.sides().learners());
        var told = missing.isEmpty()
                ? card
                : card.text("Still worth adding when you know it:").bullets(missing.stream().map(Text::of).toList());
        var buttons = new ArrayList<Button>();
        if (!missing.isEmpty()) {
            buttons.add(GoalRoom.EDIT.button("Edit goal", goal.id()));
        }
        if (goal.canvas().ladder().words().stream().allMatch(String::isEmpty)) {
            buttons.add(GoalRoom.LADDER.button("Put the ladder in words", goal.id()));
        }
        return buttons.isEmpty() ? told : told.buttons(buttons);
    }

    Card history(List<Goal.Version> newestFirst, ZoneId zone) {
        var card = Card.titled("History of the goal").heading("History of the goal");
        var lines = IntStream.range(0, Math.min(VERSIONS_SHOWN, newestFirst.size() - 1))
                .mapToObj(at -> line(newestFirst.get(at), newestFirst.get(at + 1), zone)).toList();
        var earlier = newestFirst.size() - 1 - lines.size();
        var told = lines.isEmpty() ? card.text("Nothing has been written yet.") : card.bullets(lines);
        return earlier > 0 ? told.footnote("And " + Plural.of(earlier, "earlier one") + ".") : told;
    }

    String practiceName(String key) {
        return guide.practice(key).map(Practice::name).orElse(key);
    }

    static String day(LocalDate day) {
        return DateText.dayAndYear(day);
    }

    private List<Fact> facts(Goal goal, Around around) {
        var aim = goal.canvas().aim();
        var means = goal.canvas().means();
        var facts = new ArrayList<Fact>();
        add(facts, "Practice", practiceName(goal.practice()));
        add(facts, "Why this practice", around.reason());
        add(facts, "Reach", Text.capital(aim.reach()));
        add(facts, "Describes", guide.sides().of(aim.side().equals("system") ? Side.SYSTEM : Side.STUDENT).doing());
        add(facts, "Baseline", aim.baseline().words("on"));
        add(facts, "Target", aim.target().words("by"));
        add(facts, "Measure", means.measure().what());
        means.measure().collector().ifPresent(who -> facts.add(new Fact("Who collects it", Text.mentioning(who))));
        add(facts, "How often", Text.capital(means.measure().often()));
        add(facts, "Why it matters", means.why());
        add(facts, "If-then", means.obstacle());
        add(facts, "Support wanted", means.support());
        around.promise().ifPresent(words -> facts.add(new Fact("A leader's promise", words)));
        guide.goal().ladder().forEach(rung -> add(facts, "Ladder " + LadderCards.rung(guide, rung.value()),
                goal.canvas().ladder().of(rung.value())));
        add(facts, "How it ended", around.closing().map(GoalCards::ended).orElse(""));
        add(facts, "Where we stand", around.stand().map(stand -> LadderCards.line(guide, stand)).orElse(""));
        return facts;
    }

    private static String ended(Goal.Closing closing) {
        return closing.result().words() + ". " + closing.reason();
    }

    private static void add(List<Fact> facts, String label, String content) {
        Optional.of(content).filter(words -> !words.isEmpty()).ifPresent(words -> facts.add(Fact.of(label, words)));
    }

    private Text line(Goal.Version version, Goal.Version before, ZoneId zone) {
        var text = Text.of(DateText.dayAndYear(version.at(), zone) + ", ").mention(version.by());
        var now = version.canvas().parts(guide.sides());
        var then = before.canvas().parts(guide.sides());
        for (var i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(then.get(i))) {
                text = change(text.plus("\n").bold(now.get(i).name() + ": "), then.get(i), now.get(i));
            }
        }
        return text;
    }

    private static Text change(Text text, Canvas.Part before, Canvas.Part after) {
        return after.who().map(text::mention).orElseGet(() -> text.plus(change(before, after)));
    }

    private static String change(Canvas.Part before, Canvas.Part after) {
        var to = after.content().isEmpty() ? "removed" : "“" + brief(after.content()) + "”";
        return before.content().isEmpty() ? to : "“" + brief(before.content()) + "” became " + to;
    }

    private static String brief(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_CHANGE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_CHANGE)) + "…";
    }
}
