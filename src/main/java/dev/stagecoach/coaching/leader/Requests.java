package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** A team asks its leaders for a goal and a first log entry: one message each, once a week at most. */
final class Requests {
    static final String REQUEST = "leader.request";
    private static final String ASKED = "Your team would like to know how you support what it is trying: ";

    private final RequestStore store = new RequestStore();
    private final JourneyStore journeys = new JourneyStore();
    private final People people;
    private final Outbox outbox;
    private final Log log;

    Requests(People people, Outbox outbox, Log log) {
        this.people = people;
        this.outbox = outbox;
        this.log = log;
    }

    Reply ask(CallContext here) {
        var tx = here.tx();
        var team = here.team();
        var now = here.now();
        var leaders = people.members().of(tx, team.id(), Role.LEADER).stream().map(Member::person).toList();
        var waiting = leaders.stream().filter(leader -> missing(tx, team, leader).isPresent()).toList();
        if (leaders.isEmpty()) {
            return Reply.Refused.because("Nobody leads " + team.name()
                    + " yet. A coach can add a leader in /coach setup.");
        }
        if (waiting.isEmpty()) {
            return Reply.Refused.because("Your leaders already have a goal and a log entry. To see what they share, "
                    + "type /coach log.");
        }
        if (!store.ask(tx, team.id(), now)) {
            return new Reply.ToYou(Card.saying("I already asked your leaders within the last week, and do not ask "
                    + "twice. A word in the hallway may help more."));
        }
        waiting.forEach(leader -> outbox.plan(tx, team.id(),
                "leader/request/" + team.id() + "/" + now.toEpochMilli() + "/" + leader, REQUEST, leader,
                team.id().value(), now));
        return new Reply.ToYou(Card.saying("I am asking your leaders for a goal and a first log entry. I do not "
                + "mention your name."));
    }

    /** What is still missing of what a team asks for. */
    private enum Missing {
        GOAL, ENTRY
    }

    private Optional<Missing> missing(Transaction tx, Team team, PersonId leader) {
        var practice = journeys.current(tx, team.id()).map(journey -> journey.practice());
        var tied = log.own(tx, team.id(), leader).stream()
                .filter(item -> practice.map(item.practice()::equals).orElse(true)).map(LogItem::kind).toList();
        if (!tied.contains(LogItem.Kind.GOAL)) {
            return Optional.of(Missing.GOAL);
        }
        return tied.contains(LogItem.Kind.ENTRY) ? Optional.empty() : Optional.of(Missing.ENTRY);
    }

    Composition composed(Transaction tx, Delivery delivery, Team team) {
        if (!(delivery.to() instanceof PersonId leader)
                || !people.members().standing(tx, team.id(), leader).isLeader()) {
            return new Composition.Skip("the person no longer leads the team");
        }
        return missing(tx, team, leader).<Composition>map(missing -> Composition.Send
                .of(Card.titled("Your team is asking you for something").heading(team.name() + " is asking you for "
                        + "something")
                        .text(words(missing)).buttons(button(missing, team))
                        .footnote("It takes a minute. What you write stays private unless you show it to the team.")))
                .orElseGet(() -> new Composition.Skip("the leader has a goal and a log entry"));
    }

    /** While a request of the last days is not met. */
    List<NextStep> steps(Transaction tx, Team team, PersonId leader, Instant now) {
        return store.waits(tx, team.id(), now)
                ? missing(tx, team, leader)
                        .map(missing -> new NextStep(NextStep.Rank.OPEN_ANSWER, words(missing), button(missing, team)))
                        .stream()
                        .toList()
                : List.of();
    }

    private static String words(Missing missing) {
        return ASKED + switch (missing) {
            case GOAL -> "a goal of your own, tied to its practice.";
            case ENTRY -> "a first entry in your log.";
        };
    }

    private static Button button(Missing missing, Team team) {
        return switch (missing) {
            case GOAL -> LeaderRoom.GOAL.primary("Set my goal", team.id());
            case ENTRY -> LeaderRoom.ENTRY.primary("Log something", team.id());
        };
    }
}
