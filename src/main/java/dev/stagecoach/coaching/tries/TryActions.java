package dev.stagecoach.coaching.tries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.people.Person;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** A try under way: looking at it, adding what was seen, deciding on it. */
final class TryActions {
    /** School days that a try gets on top, where it needs them. */
    static final int MORE_DAYS = 5;
    private static final int MOST_DAYS = 60;
    private static final Reply CLOSED = Reply.Refused
            .because("This try has already been decided. /coach try shows how it ended.");

    private final Tries tries;
    private final TryCards cards;
    private final TryStartActions starting;

    TryActions(Tries tries, TryCards cards, TryStartActions starting) {
        this.tries = tries;
        this.cards = cards;
        this.starting = starting;
    }

    Reply list(CallContext here) {
        return new Reply.ToYou(cards.list(here.teamId(), tries.seenBy(here.tx(), here.person(), here.teamId()),
                tries.people().days().ofTeam(here.tx(), here.team())));
    }

    Reply look(CallContext here, String id) {
        return new Reply.ToYou(card(here, id));
    }

    private Card card(CallContext here, String id) {
        var one = tries.opened(here, id);
        var calendar = tries.people().days().ofTeam(here.tx(), here.team());
        var followed = tries.seenBy(here.tx(), here.person(), here.teamId()).stream()
                .anyMatch(other -> other.run().adapts().equals(Optional.of(id)));
        return cards.one(one, tries.notes(here.tx(), here.person(), id), new TryCards.Page(calendar,
                Tries.mayWrite(here.person(), one), one.owner().equals(here.person()),
                one.run().due(calendar, here.now()), followed));
    }

    Reply note(CallContext here, String id) {
        var one = tries.opened(here, id);
        return one.open()
                ? new Reply.Open(NoteForm.form(new Part(id, Ids.next()), tries.change(one),
                        tries.guide().sides()))
                : CLOSED;
    }

    Reply noted(CallContext here, Part one) {
        var reading = new FormReader(here.submission().answers());
        var note = NoteForm.read(reading, one.part(), here, tries.guide().sides());
        var tried = tries.opened(here, one.id());
        return reading.mend().or(() -> tried.shared()
                ? NameGuard.before(here, tries.people(), NoteForm.form(one, tries.change(tried), tries.guide().sides()),
                        List.of(note.words()))
                : Optional.empty()).orElseGet(() -> {
                    tries.runs().note(here.tx(), one.id(), note);
                    return new Reply.ToYou(Card.saying("Kept: " + note.line(tries.guide().sides()))
                            .buttons(TryRoom.LOOK.button("Look at it", one.id())));
                });
    }

    Reply decide(CallContext here, String id) {
        var one = tries.opened(here, id);
        return one.open()
                ? new Reply.Open(TryDecisionForm.form(tries, one, tries.notes(here.tx(), here.person(), id)))
                : CLOSED;
    }

    Reply decided(CallContext here, String id) {
        var reading = new FormReader(here.submission().answers());
        var form = TryDecisionForm.read(reading, tries);
        var one = tries.opened(here, id);
        return reading.mend().or(() -> one.shared() || form.show()
                ? NameGuard.before(here, tries.people(),
                        TryDecisionForm.form(tries, one, tries.notes(here.tx(), here.person(), id)),
                        one.shared()
                                ? List.of(form.why())
                                : Stream.concat(Stream.of(form.why()), ShareForm.words(here, tries, one).stream())
                                        .toList())
                : Optional.empty()).orElseGet(() -> decided(here, one, form));
    }

    private Reply decided(CallContext here, Try one, TryDecisionForm form) {
        var decision = new TryRun.Decision(form.decision(), form.why(), here.person(), here.now());
        if (tries.runs().decide(here.tx(), one.id(), decision)) {
            if (form.show() && !one.shared()) {
                starting.publish(here, one.id());
            }
            tries.outbox().refresh(here.tx(), Tries.key(one.id()));
        } else if (!same(one, decision)) {
            return overtaken(here.tx(), one);
        }
        var now = tries.opened(here, one.id());
        return form.decision().equals(Tries.ADAPT)
                ? new Reply.Next(BeginForm.form(here, tries, TryStartActions.after(now), now.filled().entries(),
                        Optional.of(BeginForm.Whose.of(now))))
                : new Reply.ToYou(Card.saying("Decided. " + cards.ended(now)).buttons(
                        Ways.LOG_EVIDENCE.button("Log it as evidence", here.teamId()),
                        TryRoom.START.button("Start another try", here.teamId())));
    }

    /** A second click on the same form finds what the first one decided. */
    private static boolean same(Try one, TryRun.Decision decision) {
        return one.run().decision().filter(before -> before.key().equals(decision.key())
                && before.why().equals(decision.why()) && before.by().equals(decision.by())).isPresent();
    }

    private Reply overtaken(Transaction tx, Try one) {
        var who = one.run().decision().flatMap(before -> tries.people().members().person(tx, before.by()))
                .map(Person::name).orElse("Somebody");
        return new Reply.Mend(Map.of(TryDecisionForm.field(), who + " decided on it while you were writing: "
                + cards.ended(one) + " Copy what you want to keep, and close this form."));
    }

    /** The value names the days that it has then, so a second click gives no more. */
    Reply extend(CallContext here, Part one) {
        tries.runs().extend(here.tx(), one.id(), Math.min(Integer.parseInt(one.part()), MOST_DAYS));
        tries.outbox().refresh(here.tx(), Tries.key(one.id()));
        return new Reply.Replace(card(here, one.id()));
    }
}
