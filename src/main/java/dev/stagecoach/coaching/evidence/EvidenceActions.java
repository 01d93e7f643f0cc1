package dev.stagecoach.coaching.evidence;

import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
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
    private static final Reply NOT_YOURS = Reply.Refused
            .because("Members and coaches of the team log its evidence. /coach team shows who is in it.");
    private static final Reply WHICH_TEAM = Reply.Refused
            .because("I cannot tell which team this belongs to. Use it on a message in your team's channel.");

    private final EvidenceContext context;
    private final ReachabilityStore places = new ReachabilityStore();
    private final JourneyStore journeys = new JourneyStore();
    private final GoalStore goals = new GoalStore();

    EvidenceActions(EvidenceContext context) {
        this.context = context;
    }

    /** @param statement its first words */
    Reply open(Transaction tx, TeamId team, String statement, Optional<MessageRef> from) {
        var practice = journeys.current(tx, team).map(Journey::practice).orElse("");
        var goal = goals.current(tx, team).map(Goal::id).orElse("");
        return new Reply.Open(EvidenceForm.form(context.offered(tx, team),
                new EvidenceForm.Target(team, Ids.next(), from),
                EvidenceForm.Draft.fresh(statement, practice, goal)));
    }

    Reply fromMessage(CallContext here) {
        var shortcut = here.call(Call.Shortcut.class);
        var teams = context.people().teams();
        var own = teams.of(here.tx(), here.person());
        return teams.inChannel(here.tx(), shortcut.message().channel())
                .or(() -> own.size() == 1 ? own.stream().findFirst() : Optional.empty())
                .map(team -> context.people().members().standing(here.tx(), team.id(), here.person()).takesPart()
                        ? open(here.tx(), team.id(), shortcut.words(), Optional.of(shortcut.message()))
                        : NOT_YOURS)
                .orElse(WHICH_TEAM);
    }

    Reply edit(CallContext here, String id) {
        var one = context.opened(here, id);
        return new Reply.Open(EvidenceForm.form(context.offered(here.tx(), one.team()),
                new EvidenceForm.Target(one.team(), one.id(), one.from()), EvidenceForm.Draft.of(one.finding())));
    }

    Reply save(CallContext here, EvidenceForm.Target target) {
        var reading = new FormReader(here.submission().answers());
        var finding = EvidenceForm.read(reading, context.offered(here.tx(), here.teamId()));
        return reading.mend().orElseGet(() -> {
            save(here, target, finding);
            return new Reply.ToYou(
                    EvidenceCards.saved(here.teamId(), places.resting(here.tx(), here.team()).isEmpty()));
        });
    }

    private void save(CallContext here, EvidenceForm.Target target, Evidence.Finding finding) {
        var tx = here.tx();
        var key = EvidenceContext.key(target.evidence());
        if (context.store().log(tx, new Evidence(target.evidence(), here.teamId(), here.person(), finding,
                target.from(), false, here.now()))) {
            // An item that was deleted while its form stood open comes back into its old message.
            if (!context.outbox().plan(tx, here.teamId(), key, EvidenceContext.CARD, here.team().channel(),
                    target.evidence(), here.now())) {
                context.outbox().refresh(tx, key);
            }
            // What says the same is saved already; a second click takes nothing back from the leaders.
        } else if (!context.opened(here, target.evidence()).finding().equals(finding)) {
            context.store().change(tx, target.evidence(), finding);
            context.outbox().refresh(tx, key);
        }
    }
}
