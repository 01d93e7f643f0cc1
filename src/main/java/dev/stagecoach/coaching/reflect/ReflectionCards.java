package dev.stagecoach.coaching.reflect;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.TeamId;

/** What reflections look like in chat. */
final class ReflectionCards {
    /** So that a page of the longest ones fits into one message. */
    static final int A_PAGE = 3;

    private ReflectionCards() {}

    static Card prompt(Serving serving) {
        return Card.titled("A question to reflect on: " + serving.words()).text(Text.bolded(serving.words()))
                .buttons(Button.primary("Write", ReflectionRoom.WRITE, serving.id()),
                        Button.of("Another one", ReflectionRoom.ANOTHER, serving.id()),
                        Button.of("Skip", ReflectionRoom.SKIP, serving.id()))
                .footnote("What you write stays with you unless you share it.");
    }

    static Card kept(TeamId team, boolean shared) {
        var words = shared ? "Kept. I am sharing it with your team now." : "Kept. Only you can see it.";
        return Card.saying(words).buttons(Button.of("My reflections", ReflectionRoom.PAGE, team + " 0"));
    }

    /** As the team sees it, after its author chose so. */
    static Card shared(Reflection reflection) {
        return Card.titled("A shared reflection")
                .text(Text.mentioning(reflection.author()).plus(" shares a reflection."))
                .text(Text.of("").quiet(reflection.prompt())).quote(reflection.answer());
    }

    static Card none(TeamId team) {
        return Card.saying("You have not kept a reflection yet.")
                .buttons(Button.primary("Reflect", ReflectionRoom.BEGIN, team.value()));
    }

    /** The author's own reflections from the given one on, newest first. */
    static Card page(TeamId team, List<Reflection> all, int from, ZoneId zone) {
        var card = Card.titled("Your reflections").heading("Your reflections");
        var until = Math.min(all.size(), from + A_PAGE);
        for (var reflection : all.subList(Math.min(from, until), until)) {
            card = one(card, reflection, zone);
        }
        var turn = new ArrayList<Button>();
        if (from > 0) {
            turn.add(Button.of("Newer", ReflectionRoom.PAGE, team + " " + Math.max(0, from - A_PAGE)));
        }
        if (until < all.size()) {
            turn.add(Button.of("Older", ReflectionRoom.PAGE, team + " " + until));
        }
        return card.buttons(turn).footnote("Only you see this page.");
    }

    private static Card one(Card card, Reflection reflection, ZoneId zone) {
        var shared = reflection.shared().isPresent();
        var buttons = new ArrayList<Button>();
        if (!shared) {
            buttons.add(Button.of("Share with my team", ReflectionRoom.SHARE, reflection.id()).asking(new Confirm(
                    "Share this reflection?", "It is posted in the team's channel with your name.",
                    "Share reflection")));
        }
        buttons.add(Button.danger("Delete", ReflectionRoom.DELETE, reflection.id(), new Confirm(
                "Delete this reflection?", "It is gone for good" + (shared ? ", in the channel too." : "."),
                "Delete reflection")));
        return card.text(Text.bolded(DateText.dayAndYear(reflection.written(), zone))
                .plus(shared ? ", shared with the team" : ", only you"))
                .text(Text.of("").quiet(reflection.prompt())).quote(reflection.answer()).buttons(buttons).divider();
    }
}
