package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.TeamId;

/** What the arc of learning looks like in chat. */
final class ArcCards {
    static final int A_PAGE = 5;

    private ArcCards() {}

    static Card none(CallContext here) {
        var card = Card.saying("Your team has not planned a session yet.");
        return here.mayWrite()
                ? card.buttons(ArcRoom.ADD.primary("Plan a session", here.teamId()))
                : card;
    }

    /**
     * The sessions from the given one on, by their day.
     *
     * @param capacity what the practice asks people to be able to do
     * @param day the team's, for days off that came up after a session was planned
     */
    static Card page(CallContext here, List<Session> all, int from, Optional<String> capacity, Look look) {
        var card = Card.titled("Arc of learning: " + all.size() + " planned").heading("Arc of learning");
        if (from == 0 && capacity.isPresent()) {
            card = card.text(Text.bolded("What it asks of us: ").plus(capacity.get()));
        }
        var until = Math.min(all.size(), from + A_PAGE);
        for (var session : all.subList(from, until)) {
            card = row(card, session, look).buttons(buttons(here, session, look.today())).divider();
        }
        return card.buttons(ways(here, from, until, all.size()));
    }

    /** How the sessions lie from today, in the team's days. */
    record Look(LocalDate today, Day day) {}

    private static Card row(Card card, Session session, Look look) {
        var title = Text.bolded(session.line());
        var owned = session.owner().map(owner -> title.plus(session.over(look.today()) ? ". Prepared by " : ". ")
                .mention(owner).plus(session.over(look.today()) ? "." : " prepares it.")).orElse(title);
        var off = look.day().offOn(session.on()).filter(_ -> !session.over(look.today()));
        var shown = card.text(off.map(days -> owned.bold(" This is a day off now (" + days.name()
                + "); please move it.")).orElse(owned));
        return shown.facts(facts(session));
    }

    private static List<Fact> facts(Session session) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Afterwards, everybody", session.task()));
        if (!session.followUp().isEmpty()) {
            facts.add(Fact.of("How we come back to it", session.followUp()));
        }
        if (!session.noted().isEmpty()) {
            facts.add(Fact.of("What came of it", session.noted()));
        }
        return facts;
    }

    private static List<Button> buttons(CallContext here, Session session, LocalDate today) {
        if (!here.mayWrite()) {
            return List.of();
        }
        var buttons = new ArrayList<Button>();
        if (session.over(today)) {
            buttons.add(ArcRoom.NOTE.button(session.noted().isEmpty() ? "Note what came of it" : "Edit the note",
                    session.id()));
        }
        buttons.add(ArcRoom.EDIT.button("Edit", session.id()));
        buttons.add(ArcRoom.DELETE.danger("Delete", session.id(), new Confirm("Delete this session?",
                "It leaves the plan, with its task and notes. Nobody gets a reminder.",
                "Delete session")));
        return buttons;
    }

    private static List<Button> ways(CallContext here, int from, int until, int all) {
        var team = here.teamId();
        var ways = new ArrayList<Button>();
        if (from > 0) {
            ways.add(ArcRoom.LIST.button("Earlier", new Page(team, Math.max(0, from - A_PAGE))));
        }
        if (until < all) {
            ways.add(ArcRoom.LIST.button("Later", new Page(team, until)));
        }
        if (here.mayWrite()) {
            ways.add(ArcRoom.ADD.button("Plan a session", team));
        }
        ways.add(plan(team));
        return ways;
    }

    static Button plan(TeamId team) {
        return Ways.PLAN.button("The team's plan", team);
    }

    static Card saved(Session session, boolean schoolDay, boolean reminded) {
        var weekend = schoolDay ? "" : " It is a weekend.";
        var told = session.owner().filter(_ -> reminded).map(owner -> Text.of("Planned: " + session.line() + "."
                + weekend + " I will remind ").mention(owner)
                .plus(" " + SessionReminder.BEFORE + " school days before."))
                .orElseGet(() -> Text.of("Saved: " + session.line() + "." + weekend));
        return Card.titled("Saved: " + session.line()).text(told).buttons(
                ArcRoom.ADD.button("Plan another session", session.filled().team()),
                plan(session.filled().team()));
    }

    /** For the one who prepares it. */
    static Card toPrepare(Session session, boolean prepared) {
        var title = "You are preparing the session on " + session.day();
        var card = Card.titled(title + ": " + session.purpose()).heading(title).quote(session.purpose())
                .facts(facts(session));
        var buttons = new ArrayList<Button>();
        if (!prepared) {
            buttons.add(ArcRoom.READY.primary("It is ready", session.id()));
        }
        buttons.add(ArcRoom.EDIT.button("Change it", session.id()));
        return prepared
                ? card.text("Thank you, it is ready.").buttons(buttons)
                : card.buttons(buttons).footnote("Only you get this, because the plan names you.");
    }

    /** Asks a member about the task, once. */
    static Card ask(Session session) {
        return Card.titled("How did it go?").heading("How did it go?")
                .text("After the session on " + session.day() + ", everybody tries this:").quote(session.task())
                .buttons(ArcRoom.TRIED.primary("I tried it", session.id()),
                        ArcRoom.NOT_YET.button("Not yet", session.id()))
                .footnote("Your team sees how many tried it, but not who.");
    }

    static Card tried(Session session) {
        var next = session.followUp().isEmpty() ? "" : " Next: " + Session.sentence(session.followUp());
        return Card.saying("Good, I count you in." + next).buttons(
                Ways.LOG_EVIDENCE.button("Log what you saw", session.filled().team()),
                plan(session.filled().team()));
    }

    static Card notYet(Session session) {
        return Card.saying("That is fine. I will not ask again; once you have tried it, press the button.").buttons(
                ArcRoom.TRIED.button("I tried it", session.id()), plan(session.filled().team()));
    }
}
