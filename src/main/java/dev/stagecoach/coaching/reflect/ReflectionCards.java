package dev.stagecoach.coaching.reflect;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Page;
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
                .buttons(ReflectionRoom.WRITE.primary("Write", serving.id()),
                        ReflectionRoom.ANOTHER.button("Another one", serving.id()),
                        ReflectionRoom.SKIP.button("Skip", serving.id()))
                .footnote("What you write stays private unless you share it.");
    }

    static Card kept(TeamId team, boolean shared) {
        var words = shared ? "Kept. I am sharing it with your team now." : "Kept. Only you can see it.";
        return Card.saying(words).buttons(ReflectionRoom.PAGE.button("My reflections", new Page(team, 0)));
    }

    /** As the team sees it, after its author chose so. */
    static Card shared(Reflection reflection) {
        return Card.titled("A shared reflection")
                .text(Text.mentioning(reflection.author()).plus(" shared a reflection."))
                .text(Text.of("").quiet(reflection.prompt())).quote(reflection.answer());
    }

    static Card none(TeamId team) {
        return Card.saying("You have not kept a reflection yet.")
                .buttons(ReflectionRoom.BEGIN.primary("Reflect", team));
    }

    /** The author's own reflections from the turned page on, newest first. */
    static Card page(List<Reflection> all, Page now, ZoneId zone) {
        var card = Card.titled("Your reflections").heading("Your reflections");
        var from = now.from();
        var until = Math.min(all.size(), from + A_PAGE);
        for (var reflection : all.subList(Math.min(from, until), until)) {
            card = one(card, reflection, zone);
        }
        var turn = new ArrayList<Button>();
        if (from > 0) {
            turn.add(ReflectionRoom.PAGE.button("Newer", new Page(now.team(), Math.max(0, from - A_PAGE))));
        }
        if (until < all.size()) {
            turn.add(ReflectionRoom.PAGE.button("Older", new Page(now.team(), until)));
        }
        return card.buttons(turn).footnote("Only you see this page.");
    }

    private static Card one(Card card, Reflection reflection, ZoneId zone) {
        var shared = reflection.shared().isPresent();
        var buttons = new ArrayList<Button>();
        if (!shared) {
            buttons.add(ReflectionRoom.SHARE.button("Share with my team", reflection.id()));
        }
        buttons.add(ReflectionRoom.DELETE.danger("Delete", reflection.id(), new Confirm(
                "Delete this reflection?", "It will be gone for good" + (shared ? ", in the channel too." : "."),
                "Delete reflection")));
        return card.text(Text.bolded(DateText.dayAndYear(reflection.written(), zone))
                .plus(shared ? ", shared with the team" : ", only you"))
                .text(Text.of("").quiet(reflection.prompt())).quote(reflection.answer()).buttons(buttons).divider();
    }
}
