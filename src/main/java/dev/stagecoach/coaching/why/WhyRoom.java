package dev.stagecoach.coaching.why;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.TeamPicker;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.BacklogStore;
import dev.stagecoach.outbox.DeliveryStatus;
import dev.stagecoach.outbox.DeliveryStore;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * {@code /coach why}: what the bot sent the caller, or did not, and why. A coach sees the team's numbers as well, a
 * leader the health of delivery.
 */
public final class WhyRoom implements Room {
    private static final Action<Optional<TeamId>> SHOW = Action.click("why.show", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));
    /** Whoever is in more teams sees the others one by one. */
    private static final int MOST_TEAMS = 5;
    private static final Duration TOLD = Duration.ofDays(14);
    private static final Duration FAILURES = Duration.ofDays(7);
    private static final int MOST = 15;
    private static final int MOST_IN_CHANNEL = 4;

    private final People people;
    private final Supplier<Map<String, MessageKind>> kinds;
    private final DeliveryStore deliveries = new DeliveryStore();
    private final BacklogStore store = new BacklogStore();
    private final LastTick pulse = new LastTick();

    /** @param kinds of all messages that rooms plan */
    public WhyRoom(People people, Supplier<Map<String, MessageKind>> kinds) {
        this.people = people;
        this.kinds = kinds;
    }

    @Override
    public Feature feature() {
        var told = SHOW.by((here, _) -> new Reply.ToYou(card(here)));
        return new Feature("why",
                List.of(new Action.Typed("why", "explains why you did or did not get a message", told)), List.of(told));
    }

    @Override
    public List<Job> jobs() {
        return List.of(pulse);
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.belongs()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "See what I sent you, and why.",
                        SHOW.button("Why these messages", Optional.empty())))
                : List.of();
    }

    private Card card(CallContext here) {
        var tx = here.tx();
        var reader = here.person();
        var words = new DeliveryStatusText(people.zone(tx, reader), here.now());
        var own = lines(tx, reader, words, MOST);
        var card = own.isEmpty() ? WhyCards.nothing() : WhyCards.of(own);
        if (people.members().person(tx, reader).filter(person -> person.knownZone().isEmpty()).isPresent()) {
            card = WhyCards.withoutZone(card, words.zone());
        }
        var teams = people.teams().of(tx, reader).stream()
                .filter(team -> people.members().standing(tx, team.id(), reader).belongs()).toList();
        var shown = teams.size() <= MOST_TEAMS
                ? teams
                : here.where().filter(teams::contains).map(List::of)
                        .orElseGet(() -> teams.subList(0, MOST_TEAMS));
        card = health(inTeams(card, shown, reader, words, tx), teams, reader, words, tx);
        return shown.size() == teams.size()
                ? card
                : TeamPicker.below(card.text("Your other teams:"),
                        teams.stream().filter(team -> !shown.contains(team)).toList(),
                        (name, team) -> SHOW.button(name, Optional.of(team.id())));
    }

    private Card inTeams(Card card, List<Team> teams, PersonId reader, DeliveryStatusText words, Transaction tx) {
        var longer = card;
        for (var team : teams) {
            longer = WhyCards.channel(longer, team, lines(tx, team.channel(), words, MOST_IN_CHANNEL));
        }
        for (var team : teams) {
            if (people.members().standing(tx, team.id(), reader).isCoach()) {
                longer = WhyCards.counts(longer,
                        new WhyCards.Count(team, store.tally(tx, team.id(), words.now().minus(TOLD)),
                                people.members().of(tx, team.id(), Role.MEMBER).size()));
            }
        }
        return longer;
    }

    private Card health(Card card, List<Team> teams, PersonId reader, DeliveryStatusText words, Transaction tx) {
        var now = words.now();
        return teams.stream().anyMatch(team -> people.members().standing(tx, team.id(), reader).isLeader())
                ? WhyCards.health(card, store.backlog(tx, now.minus(FAILURES), now), pulse.last(), words)
                : card;
    }

    private List<WhyCards.Line> lines(Transaction tx, Address to, DeliveryStatusText words, int most) {
        return deliveries.ofPerson(tx, to, words.now().minus(TOLD), most).stream()
                .flatMap(status -> line(tx, status, words).stream()).toList();
    }

    private Optional<WhyCards.Line> line(Transaction tx, DeliveryStatus status, DeliveryStatusText words) {
        return people.teams().find(tx, status.team()).map(team -> {
            var kind = kinds.get().getOrDefault(status.kind(),
                    MessageKind.of("A message", "it is part of the work of %s"));
            return new WhyCards.Line(kind.name(), team,
                    words.of(Text.bolded(kind.name()).plus(", " + team.name() + ": "), status),
                    kind.cause().because(tx, team, status.subject()));
        });
    }
}
