package dev.stagecoach.coaching.tries;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.evidence.EvidenceRoom;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** A try under way: looking at it, adding what was seen, deciding on it. */
final class TryActions {
    /** School days that a try gets on top, where it needs them. */
    static final int MORE_DAYS = 5;
    private static final int MOST_DAYS = 60;
    private static final Reply CLOSED = Reply.Refused
            .because("This try is decided already. /coach try shows how it ended.");

    private final Tries tries;
    private final TryCards cards;
    private final TryStartActions starting;

    TryActions(Tries tries, TryCards cards, TryStartActions starting) {
        this.tries = tries;
        this.cards = cards;
        this.starting = starting;
    }

    Reply list(Call call, TeamId id) {
        return tries.database().read(tx -> tries.people().teams().find(tx, id)
                .filter(team -> tries.takesPart(tx, team.id(), call.person()))
                .<Reply>map(team -> new Reply.ToYou(cards.list(id, tries.seenBy(tx, call.person(), id),
                        tries.people().days().ofTeam(tx, team))))
                .orElse(TryStartActions.NOT_YOURS));
    }

    Reply look(Call.Click click) {
        return tries.database().read(tx -> tries.find(tx, click.person(), click.value())
                .filter(one -> tries.takesPart(tx, one.filled().team(), click.person()))
                .<Reply>map(one -> new Reply.ToYou(card(tx, one, click))).orElse(TryStartActions.NOT_YOURS));
    }

    private Card card(Transaction tx, Try one, Call call) {
        var calendar = tries.people().days().ofTeam(tx, tries.team(tx, one));
        var followed = tries.seenBy(tx, call.person(), one.filled().team()).stream()
                .anyMatch(other -> other.run().adapts().equals(Optional.of(one.id())));
        return cards.one(one, tries.notes(tx, call.person(), one.id()), new TryCards.Page(calendar,
                tries.mayWrite(tx, call.person(), one), one.owner().equals(call.person()),
                one.run().due(calendar, call.now()), followed));
    }

    Reply note(Call.Click click) {
        return tries.database().read(tx -> with(tx, click.person(), click.value(), one -> one.open()
                ? new Reply.Open(NoteForm.form(NoteForm.Target.fresh(one), tries.change(one)))
                : CLOSED));
    }

    Reply noted(Call.Submission sent) {
        return NoteForm.Target.parse(sent.context()).map(target -> tries.database().write(tx -> with(tx, sent.person(),
                target.of(), one -> {
                    var reading = new FormReader(sent.answers());
                    var note = NoteForm.read(reading, target, sent);
                    return reading.mend().orElseGet(() -> {
                        tries.runs().note(tx, one.id(), note);
                        return new Reply.ToYou(Card.saying("Kept: " + note.line())
                                .buttons(Button.of("Look at it", TryRoom.LOOK, one.id())));
                    });
                }))).orElse(TryStartActions.NOT_YOURS);
    }

    Reply decide(Call.Click click) {
        return tries.database().read(tx -> with(tx, click.person(), click.value(), one -> one.open()
                ? new Reply.Open(DecideForm.form(tries, one, tries.notes(tx, click.person(), one.id())))
                : CLOSED));
    }

    Reply decided(Call.Submission sent) {
        return tries.database().write(tx -> with(tx, sent.person(), sent.context(), one -> {
            var reading = new FormReader(sent.answers());
            var form = DecideForm.read(reading, tries);
            return reading.mend().orElseGet(() -> decided(tx, sent, one, form));
        }));
    }

    private Reply decided(Transaction tx, Call.Submission sent, Try one, DecideForm form) {
        var decision = new TryRun.Decision(form.decision(), form.why(), sent.person(), sent.now());
        if (tries.runs().decide(tx, one.id(), decision)) {
            if (form.show() && !one.shared()) {
                starting.share(tx, one.id(), sent);
            }
            tries.outbox().refresh(tx, Tries.key(one.id()));
        } else if (!same(one, decision)) {
            return overtaken(tx, one);
        }
        var now = tries.find(tx, sent.person(), one.id()).orElse(one);
        return form.decision().equals(Tries.ADAPT)
                ? new Reply.Next(BeginForm.form(tries, TryStartActions.after(now), now.filled().entries(),
                        Optional.of(BeginForm.Whose.of(now))))
                : new Reply.ToYou(Card.saying("Decided. " + cards.ended(now)).buttons(
                        EvidenceRoom.LOG.button("Log it as evidence", one.filled().team()),
                        Button.of("Start another try", TryRoom.START, one.filled().team().value())));
    }

    /** A second click on the same form finds what the first one decided. */
    private static boolean same(Try one, TryRun.Decision decision) {
        return one.run().decision().filter(before -> before.key().equals(decision.key())
                && before.why().equals(decision.why()) && before.by().equals(decision.by())).isPresent();
    }

    private Reply overtaken(Transaction tx, Try one) {
        var who = one.run().decision().flatMap(before -> tries.people().members().person(tx, before.by()))
                .map(Person::name).orElse("Somebody");
        return new Reply.Mend(Map.of(DecideForm.field(), who + " decided on it while you were writing: "
                + cards.ended(one) + " Copy what you want to keep, and close this form."));
    }

    /** The value names the days that it has then, so a second click gives no more. */
    Reply extend(Call.Click click) {
        var parts = click.value().split(" ", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            return TryStartActions.NOT_YOURS;
        }
        return tries.database().write(tx -> with(tx, click.person(), parts[0], one -> {
            var days = Math.min(Integer.parseInt(parts[1]), MOST_DAYS);
            tries.runs().extend(tx, one.id(), days);
            tries.outbox().refresh(tx, Tries.key(one.id()));
            return tries.find(tx, click.person(), one.id())
                    .<Reply>map(now -> new Reply.Replace(card(tx, now, click))).orElse(TryStartActions.NOT_YOURS);
        }));
    }

    private Reply with(Transaction tx, PersonId person, String id, Function<Try, Reply> work) {
        return tries.find(tx, person, id).filter(one -> tries.mayWrite(tx, person, one))
                .map(work).orElse(TryStartActions.NOT_YOURS);
    }
}
