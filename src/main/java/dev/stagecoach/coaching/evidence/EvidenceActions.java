package dev.stagecoach.coaching.evidence;

import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.goal.Goal;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Logging evidence and changing it. */
final class EvidenceActions {
    private final EvidenceContext context;
    private final ReachabilityStore places = new ReachabilityStore();
    private final JourneyStore journeys = new JourneyStore();
    private final GoalStore goals = new GoalStore();

    EvidenceActions(EvidenceContext context) {
        this.context = context;
    }

    /** @param statement its first words */
    Reply open(TeamId team, Call call, String statement, Optional<MessageRef> from) {
        return context.database().read(tx -> {
            if (!context.mayLog(tx, team, call.person())) {
                return EvidenceRoom.NOT_YOURS;
            }
            var practice = journeys.current(tx, team).map(Journey::practice).orElse("");
            var goal = goals.current(tx, team).map(Goal::id).orElse("");
            return new Reply.Open(EvidenceForm.form(context.offered(tx, team),
                    new EvidenceForm.Target(team, Ids.next(), from),
                    EvidenceForm.Draft.fresh(statement, practice, goal)));
        });
    }

    Reply fromMessage(Call.Shortcut shortcut) {
        var teams = context.people().teams();
        var here = context.database().read(tx -> teams.inChannel(tx, shortcut.message().channel()));
        var own = context.database().read(tx -> teams.of(tx, shortcut.person()));
        var team = here.or(() -> own.size() == 1 ? own.stream().findFirst() : Optional.empty());
        return team.map(one -> open(one.id(), shortcut, shortcut.words(), Optional.of(shortcut.message())))
                .orElseGet(() -> Reply.Refused.because(
                        "I cannot tell which team this belongs to. Use it on a message in your team's channel."));
    }

    Reply edit(Call.Click click) {
        return context.database().read(tx -> context.own(tx, click.value(), click.person())
                .<Reply>map(one -> new Reply.Open(EvidenceForm.form(context.offered(tx, one.team()),
                        new EvidenceForm.Target(one.team(), one.id(), one.from()),
                        EvidenceForm.Draft.of(one.finding()))))
                .orElse(EvidenceRoom.NOT_YOURS));
    }

    Reply save(Call.Submission sent) {
        return EvidenceForm.Target.parse(sent.context()).map(target -> context.database().write(tx -> {
            if (!context.mayLog(tx, target.team(), sent.person())) {
                return EvidenceRoom.NOT_YOURS;
            }
            var reading = new FormReader(sent.answers());
            var finding = EvidenceForm.read(reading, context.offered(tx, target.team()));
            return reading.mend().orElseGet(() -> save(tx, target, finding, sent));
        })).orElse(EvidenceRoom.NOT_YOURS);
    }

    private Reply save(Transaction tx, EvidenceForm.Target target, Evidence.Finding finding, Call.Submission sent) {
        var team = context.people().teams().find(tx, target.team()).orElseThrow();
        var saved = new Reply.ToYou(EvidenceCards.saved(team.id(), places.resting(tx, team).isEmpty()));
        var evidence = new Evidence(target.evidence(), team.id(), sent.person(), finding, target.from(), false,
                sent.now());
        var key = EvidenceContext.key(evidence.id());
        if (context.store().log(tx, evidence)) {
            // An item that was deleted while its form stood open comes back into its old message.
            if (!context.outbox().plan(tx, team.id(), key, EvidenceContext.CARD, team.channel(), evidence.id(),
                    sent.now())) {
                context.outbox().refresh(tx, key);
            }
            return saved;
        }
        return context.own(tx, target.evidence(), sent.person()).<Reply>map(before -> {
            // What says the same is saved already; a second click takes nothing back from the leaders.
            if (!before.finding().equals(finding)) {
                context.store().change(tx, before.id(), finding);
                context.outbox().refresh(tx, key);
            }
            return saved;
        }).orElse(EvidenceRoom.NOT_YOURS);
    }
}
