package dev.stagecoach.coaching.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.feedback.FeedbackThread.Decision;
import dev.stagecoach.coaching.feedback.FeedbackThread.Said;
import dev.stagecoach.coaching.feedback.FeedbackThread.State;
import dev.stagecoach.guide.Feedback.Protocol;
import dev.stagecoach.guide.Feedback.Turn;
import dev.stagecoach.guide.Feedback.Who;
import dev.stagecoach.people.TeamId;

/** What feedback threads look like in chat. */
final class FeedbackCards {
    private static final int A_PAGE = 12;

    private FeedbackCards() {}

    static Card none(TeamId team) {
        return Card.saying("Nobody is asking you for feedback right now.").buttons(ask(team));
    }

    static Button ask(TeamId team) {
        return FeedbackRoom.OPEN.primary("Ask for feedback", team);
    }

    /** For those who answer, in the channel or privately. */
    static Card part(ThreadView scene, boolean spoken) {
        var title = scene.presenter() + " is asking for feedback";
        var card = table(Card.titled(title + ": " + scene.thread().table().question()).heading(title), scene);
        return scene.turn().map(turn -> turn.who() == Who.OTHERS
                ? others(card, scene, turn, spoken)
                : card.text(Text.bolded(line(scene, turn)).plus(" ").mention(scene.thread().setting().presenter())
                        .plus(scene.deciding() ? " is deciding now." : " is speaking now.")).buttons(read(scene)))
                .orElseGet(() -> over(card, scene));
    }

    private static Card others(Card card, ThreadView scene, Turn turn, boolean spoken) {
        var told = card.text(Text.bolded(line(scene, turn)).plus(" " + turn.text()));
        if (spoken) {
            return told.text(next(Text.of("You have had your say. The next turn begins "), scene))
                    .buttons(FeedbackRoom.SAY.button("Change my words", scene.thread().id()), read(scene));
        }
        return told.buttons(FeedbackRoom.SAY.primary("Take this turn", scene.thread().id()),
                FeedbackRoom.PASS.button("Nothing to add", target(scene, turn)), read(scene))
                .footnote(next(Text.of("The next turn begins "), scene));
    }

    private static String line(ThreadView scene, Turn turn) {
        return "Turn " + turn.number() + " of " + scene.turns() + ": " + turn.name() + ".";
    }

    private static Text next(Text before, ThreadView scene) {
        return scene.thread().course().until()
                .map(end -> before.moment(end, DateText.near(end, scene.today().zone()))
                        .plus(", or as soon as everybody has had their say."))
                .orElseGet(() -> before.plus("when it is time."));
    }

    private static Card over(Card card, ThreadView scene) {
        var told = scene.thread().decision().map(decision -> card.text(step(decision)))
                .orElseGet(() -> card.text(scene.thread().course().state() == State.CLOSED
                        ? scene.presenter() + " has closed this thread. Thank you for taking part."
                        : "This thread is over. Thank you for taking part."));
        return told.buttons(read(scene));
    }

    private static Card table(Card card, ThreadView scene) {
        var table = scene.thread().table();
        return card.facts(Stream.of(Fact.of("Question", table.question()), Fact.of("What I tried", table.tried()),
                Fact.of("Evidence", table.evidence()), Fact.of("Our goal", table.goal()))
                .filter(fact -> !fact.content().spans().isEmpty()).toList());
    }

    private static Text step(Decision decision) {
        return Text.bolded(decision.choice().words() + ": ").plus(decision.words()).quiet(" By " + day(decision.on())
                + ".");
    }

    /** For the presenter alone. */
    static Card presenter(ThreadView scene) {
        var title = "Your question: " + scene.thread().table().question();
        var card = Card.titled(title).text(Text.bolded("Your question: ").plus(scene.thread().table().question()));
        return scene.turn().map(turn -> turn.who() == Who.PRESENTER
                ? speaks(card, scene, turn)
                : listens(card, scene, turn)).orElseGet(() -> decided(card, scene));
    }

    private static Card listens(Card card, ThreadView scene, Turn turn) {
        var count = scene.had();
        return card.text(Text.bolded(line(scene, turn)).plus(" " + count.spoken() + " of " + count.awaited()
                + " have had their say. For now, you listen."))
                .text(next(Text.of("The next turn begins "), scene))
                .buttons(read(scene), FeedbackRoom.ON.button("Next turn", target(scene, turn)),
                        FeedbackRoom.CHANGE.button("Change my question", scene.thread().id()), close(scene));
    }

    private static Card speaks(Card card, ThreadView scene, Turn turn) {
        var action = scene.deciding()
                ? FeedbackRoom.DECIDE.primary("Decide", scene.thread().id())
                : FeedbackRoom.SAY.primary("Take this turn", scene.thread().id());
        return card.text(Text.bolded(line(scene, turn)).plus(" " + turn.text())).buttons(action, read(scene),
                close(scene));
    }

    private static Card decided(Card card, ThreadView scene) {
        var decision = scene.thread().decision();
        if (decision.isEmpty()) {
            return card.text("This thread is over.").buttons(read(scene), ask(scene.thread().team()));
        }
        var told = card.text(step(decision.get()));
        var buttons = new ArrayList<Button>();
        scene.toBeAsked().ifPresent(_ -> buttons
                .add(FeedbackRoom.ASKED.primary("How did it go?", scene.thread().id())));
        buttons.add(decision.get().reported()
                ? FeedbackRoom.UNREPORT.button("Take it out of the summary", scene.thread().id())
                : FeedbackRoom.REPORT.button("Put it in the summary", scene.thread().id()));
        buttons.add(read(scene));
        return told.buttons(buttons).footnote(decision.get().reported()
                ? "Your team's weekly summary mentions this step. What was said in the thread is not in any report."
                : "Nothing from this thread is in any report.");
    }

    private static Button read(ThreadView scene) {
        return FeedbackRoom.READ.button("What was said", new SayForm.Target(scene.thread().id(), 0));
    }

    private static Button close(ThreadView scene) {
        return FeedbackRoom.CLOSE.danger("Close the thread", scene.thread().id(), new Confirm(
                "Close this thread?", "Nobody can add to it after that. The people you asked can still read what "
                        + "was said.",
                "Close the thread"));
    }

    private static SayForm.Target target(ThreadView scene, Turn turn) {
        return new SayForm.Target(scene.thread().id(), turn.number());
    }

    /** What was said, turn by turn, from the given place on. */
    static Card said(FeedbackThread thread, Protocol protocol, List<Said> all, int from) {
        var title = "What people said about: " + thread.table().question();
        var words = all.stream().filter(one -> !one.words().isEmpty()).toList();
        var card = Card.titled(title).text(Text.bolded(title));
        if (words.isEmpty()) {
            return card.text("Nobody has said anything yet.");
        }
        var start = Math.clamp(from, 0, words.size() - 1);
        var until = Math.min(words.size(), start + A_PAGE);
        for (var place = start; place < until; place++) {
            var one = words.get(place);
            if (place == start || words.get(place - 1).turn() != one.turn()) {
                card = card.text(Text.bolded(protocol.turn(one.turn()).map(Turn::name).orElse("Turn " + one.turn())));
            }
            card = card.text(Text.mentioning(one.person())).quote(one.words());
        }
        return card.buttons(pages(thread, start, until, words.size()));
    }

    private static List<Button> pages(FeedbackThread thread, int start, int until, int all) {
        var buttons = new ArrayList<Button>();
        if (start > 0) {
            buttons.add(FeedbackRoom.READ.button("Before that",
                    new SayForm.Target(thread.id(), Math.max(0, start - A_PAGE))));
        }
        if (until < all) {
            buttons.add(FeedbackRoom.READ.button("After that", new SayForm.Target(thread.id(), until)));
        }
        return buttons;
    }

    /** In the channel's thread. */
    static Card inThread(Said said, Turn turn) {
        return Card.titled(turn.name() + ": " + said.words()).text(Text.bolded(turn.name() + ", ").mention(
                said.person())).quote(said.words());
    }

    static String day(LocalDate day) {
        return DateText.dayAndYear(day);
    }
}
