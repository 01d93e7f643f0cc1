package dev.stagecoach.coaching.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.goal.Goal;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Part;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Logging evidence and changing it. */
final class EvidenceActions {
    private static final Reply NOT_YOURS = Reply.Refused
            .because("Members and coaches of a team log its evidence. /coach team shows who is in yours.");
    private static final Reply WHICH_TEAM = Reply.Refused
            .because("You are in several teams, so I cannot tell which one this is for. Use it on a message in that "
                    + "team's channel, or type /coach evidence there and paste the words.");

    private final EvidenceContext context;
    private final ReachabilityStore places = new ReachabilityStore();
    private final JourneyStore journeys = new JourneyStore();
    private final GoalStore goals = new GoalStore();

    EvidenceActions(EvidenceContext context) {
        this.context = context;
    }

    /** @param statement its first words */
    Reply open(Transaction tx, Part author, String statement, Optional<MessageRef> from) {
        var place = place(tx, author, from);
        var target = new EvidenceForm.Target(author.team(), Ids.next(), from);
        return new Reply.Open(EvidenceForm.folded(fresh(tx, target, statement, place), place,
                EvidenceRoom.MORE.turn("Add more")));
    }

    private Form fresh(Transaction tx, EvidenceForm.Target target, String statement, EvidenceForm.Place place) {
        var usual = usual(tx, target.team());
        return EvidenceForm.form(context.offered(tx, target.team()), target,
                EvidenceForm.Draft.fresh(statement, usual.getOrDefault("practice", ""), usual.getOrDefault("goal", "")),
                place);
    }

    /** What evidence is about where its author says nothing else. */
    private Map<String, String> usual(Transaction tx, TeamId team) {
        var usual = new HashMap<String, String>();
        journeys.current(tx, team).map(Journey::practice).ifPresent(practice -> usual.put("practice", practice));
        goals.current(tx, team).map(Goal::id).ifPresent(goal -> usual.put("goal", goal));
        return usual;
    }

    private Answers answers(CallContext here) {
        return here.submission().answers().orElse(usual(here.tx(), here.teamId()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))));
    }

    /** All of the form, with what was typed so far. */
    Reply more(CallContext here, EvidenceForm.Target target) {
        return new Reply.Next(
                fresh(here.tx(), target, "", place(here.tx(), new Part(here.teamId(), here.person()), target.from()))
                        .filled(here.submission().answers()));
    }

    private EvidenceForm.Place place(Transaction tx, Part author, Optional<MessageRef> from) {
        var people = context.people();
        var team = people.teams().find(tx, author.team()).orElseThrow();
        return new EvidenceForm.Place(ChannelAudience.of(tx, people, team.id()),
                from.filter(message -> !message.channel().equals(team.channel())).isPresent(),
                Readership.of(tx, people, author, DataKind.OWN_EVIDENCE).unshared(),
                Readership.of(tx, people, author, DataKind.EVIDENCE).unshared());
    }

    /** A message of the channel of a team of one's own, else of elsewhere, which then stays with its saver. */
    Reply fromMessage(CallContext here) {
        var shortcut = here.call(Call.Shortcut.class);
        var own = context.people().teams().of(here.tx(), here.person()).stream().filter(team -> context.people()
                .members().standing(here.tx(), team.id(), here.person()).takesPart()).toList();
        if (own.isEmpty()) {
            return NOT_YOURS;
        }
        return own.stream().filter(team -> team.channel().equals(shortcut.message().channel())).findFirst()
                .or(() -> own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty())
                .map(team -> open(here.tx(), new Part(team.id(), here.person()), shortcut.words(),
                        Optional.of(shortcut.message())))
                .orElse(WHICH_TEAM);
    }

    Reply edit(CallContext here, String id) {
        var one = context.opened(here, id);
        return edit(here, one, one.shown());
    }

    /** The same form with the team chosen: it says where the words will stand before they do. */
    Reply share(CallContext here, String id) {
        return edit(here, context.opened(here, id), Evidence.Shown.TEAM);
    }

    private Reply edit(CallContext here, Evidence one, Evidence.Shown shown) {
        return new Reply.Open(EvidenceForm.form(context.offered(here.tx(), one.team()),
                new EvidenceForm.Target(one.team(), one.id(), one.from()),
                EvidenceForm.Draft.of(one.finding(), shown),
                place(here.tx(), new Part(here.teamId(), here.person()), one.from())));
    }

    Reply save(CallContext here, EvidenceForm.Target target) {
        var reading = new FormReader(answers(here));
        var place = place(here.tx(), new Part(here.teamId(), here.person()), target.from());
        var sent = EvidenceForm.read(reading, context.offered(here.tx(), here.teamId()), place);
        return reading.mend().or(() -> named(here, target, sent, place)).orElseGet(() -> saved(here, target, sent));
    }

    private Optional<Reply> named(CallContext here, EvidenceForm.Target target, EvidenceForm.Sent sent,
            EvidenceForm.Place place) {
        if (sent.shown() == Evidence.Shown.MINE) {
            return Optional.empty();
        }
        var form = context.store().find(here.tx(), target.evidence()).isPresent()
                ? EvidenceForm.form(context.offered(here.tx(), here.teamId()), target,
                        EvidenceForm.Draft.of(sent.finding(), sent.shown()), place)
                : fresh(here.tx(), target, "", place);
        return NameGuard.before(here, context.people(), form,
                List.of(sent.finding().statement(), sent.finding().cannotShow()));
    }

    private Reply saved(CallContext here, EvidenceForm.Target target, EvidenceForm.Sent sent) {
        save(here, target, sent);
        var one = context.opened(here, target.evidence());
        return new Reply.ToYou(
                EvidenceCards.saved(one, here.team(), places.resting(here.tx(), here.team()).isEmpty()));
    }

    private void save(CallContext here, EvidenceForm.Target target, EvidenceForm.Sent sent) {
        var tx = here.tx();
        var fresh = new Evidence(target.evidence(), here.teamId(), here.person(), sent.finding(), target.from(),
                sent.shown(), here.now(), Optional.of(here.now()).filter(_ -> sent.shown() != Evidence.Shown.MINE));
        if (context.store().log(tx, fresh)) {
            publish(here, fresh);
            return;
        }
        var before = context.opened(here, target.evidence());
        var same = before.finding().equals(sent.finding());
        // What says the same is saved already; a second click takes nothing back from the leaders.
        var kept = same && before.shown() == Evidence.Shown.LEADERS && sent.shown() == Evidence.Shown.TEAM;
        if (!kept && !(same && before.shown() == sent.shown())) {
            context.store().change(tx, fresh);
            publish(here, fresh);
        }
    }

    /** Into the channel where the team is to see it; out of its old message where it is not any more. */
    private void publish(CallContext here, Evidence one) {
        var key = EvidenceContext.key(one.id());
        if (one.shown() == Evidence.Shown.MINE) {
            context.outbox().skip(here.tx(), key, "its author keeps the evidence private");
            context.outbox().refresh(here.tx(), key);
            // An item that was taken back or deleted comes back into its old message.
        } else if (!context.outbox().plan(here.tx(), here.teamId(), key, EvidenceContext.CARD,
                here.team().channel(), one.id(), here.now())) {
            context.outbox().refresh(here.tx(), key);
        }
    }
}
