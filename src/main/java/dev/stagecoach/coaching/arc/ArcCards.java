package dev.stagecoach.coaching.arc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.TeamId;

/** What the arc of learning looks like in chat. */
final class ArcCards {
    static final int A_PAGE = 5;

    private ArcCards() {}

    static Card none(TeamAtWork here) {
        var card = Card.saying("Your team has not planned a session yet.");
        return here.mayWrite()
                ? card.buttons(Button.primary("Plan a session", ArcRoom.ADD, here.team().id().value()))
                : card;
    }

    /**
     * The sessions from the given one on, by their day.
     *
     * @param capacity what the practice asks people to be able to do
     * @param day the team's, for days off that came up after a session was planned
     */
    static Card page(TeamAtWork here, List<Session> all, int from, Optional<String> capacity, Look look) {
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

    private static List<Button> buttons(TeamAtWork here, Session session, LocalDate today) {
        if (!here.mayWrite()) {
            return List.of();
        }
        var buttons = new ArrayList<Button>();
        if (session.over(today)) {
            buttons.add(Button.of(session.noted().isEmpty() ? "Note what came of it" : "Edit the note", ArcRoom.NOTE,
                    session.id()));
        }
        buttons.add(Button.of("Edit", ArcRoom.EDIT, session.id()));
        buttons.add(Button.danger("Delete", ArcRoom.DELETE, session.id(), new Confirm("Delete this session?",
                "It leaves the plan, with its task and what was noted. Nobody is reminded of it.",
                "Delete session")));
        return buttons;
    }

    private static List<Button> ways(TeamAtWork here, int from, int until, int all) {
        var team = here.team().id();
        var ways = new ArrayList<Button>();
        if (from > 0) {
            ways.add(Button.of("Earlier", ArcRoom.LIST, team + " " + Math.max(0, from - A_PAGE)));
        }
        if (until < all) {
            ways.add(Button.of("Later", ArcRoom.LIST, team + " " + until));
        }
        if (here.mayWrite()) {
            ways.add(Button.of("Plan a session", ArcRoom.ADD, team.value()));
        }
        ways.add(plan(team));
        return ways;
    }

    static Button plan(TeamId team) {
        return Button.of("The team's plan", "plan.open", team.value());
    }

    static Card saved(Session session, boolean schoolDay, boolean reminded) {
        var weekend = schoolDay ? "" : " It is a weekend.";
        var told = session.owner().filter(_ -> reminded).map(owner -> Text.of("Planned: " + session.line() + "."
                + weekend + " I remind ").mention(owner).plus(" " + SessionReminder.BEFORE + " school days before."))
                .orElseGet(() -> Text.of("Saved: " + session.line() + "." + weekend));
        return Card.titled("Saved: " + session.line()).text(told).buttons(
                Button.of("Plan another session", ArcRoom.ADD, session.filled().team().value()),
                plan(session.filled().team()));
    }

    /** For the one who prepares it. */
    static Card toPrepare(Session session, boolean prepared) {
        var title = "You prepare the session on " + session.day();
        var card = Card.titled(title + ": " + session.purpose()).heading(title).quote(session.purpose())
                .facts(facts(session));
        var buttons = new ArrayList<Button>();
        if (!prepared) {
            buttons.add(Button.primary("It is prepared", ArcRoom.READY, session.id()));
        }
        buttons.add(Button.of("Change it", ArcRoom.EDIT, session.id()));
        return prepared
                ? card.text("Thank you, it is prepared.").buttons(buttons)
                : card.buttons(buttons).footnote("Only you get this, because the plan names you.");
    }

    /** Asks a member about the task, once. */
    static Card ask(Session session) {
        return Card.titled("How did it go?").heading("How did it go?")
                .text("After the session on " + session.day() + ", everybody tries this:").quote(session.task())
                .buttons(Button.primary("I tried it", ArcRoom.TRIED, session.id()),
                        Button.of("Not yet", ArcRoom.NOT_YET, session.id()))
                .footnote("Your team sees how many tried it, and not who.");
    }

    static Card tried(Session session) {
        var next = session.followUp().isEmpty() ? "" : " Next: " + Session.sentence(session.followUp());
        return Card.saying("Good, I count you in." + next).buttons(
                Button.of("Log what you saw", "evidence.log", session.filled().team().value()),
                plan(session.filled().team()));
    }

    static Card notYet(Session session) {
        return Card.saying("That is fine. I do not ask again; when you have, press the button.").buttons(
                Button.of("I tried it", ArcRoom.TRIED, session.id()), plan(session.filled().team()));
    }
}
