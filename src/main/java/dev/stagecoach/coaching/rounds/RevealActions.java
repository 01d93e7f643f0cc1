package dev.stagecoach.coaching.rounds;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The result, in the channel once and for one person again; and the private messages that ask for answers. */
final class RevealActions {
    /** Shows the last result, to this person only; its picture is drawn outside of a transaction. */
    static final Action<TeamId> RESULTS = Action.click("assessment.results", Carried.team(),
            Access.outside(Who.MEMBERS_AND_COACHES));

    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Guide guide;
    private final RevealCards cards;
    private final PlacementCards placed;
    private final RoundStore rounds = new RoundStore();
    private final RatingStore ratings = new RatingStore();
    private final FigureStore figures = new FigureStore();

    RevealActions(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.guide = guide;
        this.cards = new RevealCards(guide);
        this.placed = new PlacementCards(guide, new RoundWords(guide));
    }

    Handled<TeamId> results() {
        return RESULTS.by((here, _) -> database.<Supplier<Reply>>read(tx -> rounds.lastClosed(tx, here.teamId())
                .map(round -> told(figures.of(tx, round), here.team().zone(),
                        placements(tx, round, here.person()).then(mine(here, round))))
                .orElseGet(() -> {
                    var none = none(here, rounds.openIn(tx, here.teamId()));
                    return () -> none;
                })).get());
    }

    /** The way to what the person said, which nobody else sees. */
    private static Card mine(CallContext here, Round round) {
        var card = Card.titled("My answers");
        return here.standing().isMember() && round.mode() != VisibilityMode.JOINT
                ? card.buttons(RatingActions.MINE.button("My answers", round.id()))
                : card;
    }

    /** Told once what was read is read: a picture takes too long to hold a transaction for. */
    private Supplier<Reply> told(Reveal reveal, ZoneId zone, Card placements) {
        return () -> new Reply.ToYou(again(reveal, zone).then(placements));
    }

    /** Who placed what, as far as the person may see it; without any parts where that is nothing. */
    private Card placements(Transaction tx, Round round, PersonId person) {
        var seen = round.mode() == VisibilityMode.OPEN
                ? people.gate().openAll(tx, person, ratings.placements(tx, round))
                : List.<Placement>of();
        return placed.told(Card.titled("Who placed what"), round, seen,
                who -> people.members().person(tx, who).map(Person::name).orElse("Somebody"));
    }

    private Card again(Reveal reveal, ZoneId zone) {
        var main = cards.reveal(reveal, zone);
        return cards.inThread(reveal).map(text -> main.divider().then(text)).orElse(main);
    }

    /**
     * How the same people moved with the practice, a sentence for each side where there is anything to tell outside the
     * team: openness among few does not reach further than the few.
     */
    List<String> moved(Transaction tx, Round round, String practice, ZoneId zone) {
        var reveal = figures.of(tx, round);
        var words = new ChangeWords(new RoundWords(guide), zone);
        return round.figures().stream().filter(figure -> figure.practice().equals(practice))
                .flatMap(figure -> reveal.moved(figure).filter(moved -> mayLeave(round, moved))
                        .map(moved -> words.words().side(figure.side()) + " " + words.sentence(round.mode(), moved))
                        .stream())
                .toList();
    }

    private static boolean mayLeave(Round round, ChangeStore.Compared moved) {
        return round.mode() == VisibilityMode.JOINT
                || moved.change().filter(change -> change.paired() >= Visibility.TEAM_MINIMUM).isPresent();
    }

    /** Before there is a result: what has to happen first, and the way there. */
    private static Reply none(CallContext here, Optional<Round> open) {
        var card = Card.saying("No round has closed yet, so there is no result"
                + (here.standing().isCoach() ? "." : "; when one closes, I post it in the channel."));
        var way = here.standing().isCoach()
                ? open.map(_ -> RoundActions.STATE.primary("Go to the round", here.teamId()))
                        .orElseGet(() -> Ways.OPEN_ROUND.primary("Open the first round", here.teamId()))
                : open.map(round -> RatingActions.RATE.primary("Open the self-assessment", round.id()))
                        .orElseGet(() -> Ways.LOG_EVIDENCE.primary("Log evidence", here.teamId()));
        return new Reply.ToYou(card.buttons(way));
    }

    /** Composes the channel's message. */
    Composition reveal(Delivery delivery) {
        return database.<Supplier<Composition>>read(tx -> rounds.find(tx, delivery.subject())
                .filter(round -> round.closed().isPresent())
                .map(round -> posted(tx, round))
                .orElseGet(() -> () -> new Composition.Skip("the round is gone"))).get();
    }

    private Supplier<Composition> posted(Transaction tx, Round round) {
        var reveal = figures.of(tx, round);
        if (people.readers().unagreed(tx, round.team())) {
            var held = RevealCards.held(reveal, ChannelAudience.of(tx, people, round.team()));
            return () -> Composition.Send.of(held);
        }
        var zone = people.teams().find(tx, round.team()).orElseThrow().zone();
        return () -> new Composition.Send(cards.inChannel(reveal, zone), cards.inThread(reveal));
    }

    /** Composes a member's private message: the question, the thanks, or that it is over. */
    Composition invite(Delivery delivery) {
        if (!(delivery.to() instanceof PersonId person)) {
            return new Composition.Skip("an invitation goes to a person");
        }
        return database.read(tx -> rounds.find(tx, delivery.subject()).map(round -> invite(tx, round, person))
                .orElseGet(() -> new Composition.Skip("the round is gone")));
    }

    private Composition invite(Transaction tx, Round round, PersonId person) {
        var team = people.teams().find(tx, round.team()).orElseThrow();
        var stands = outbox.sent(tx, Rounds.inviteKey(round.id(), person)).isPresent();
        if (round.closed().isPresent()) {
            return stands
                    ? Composition.Send.of(RoundCards.over(round, team))
                    : new Composition.Skip("the round has closed");
        }
        if (!stands && !people.members().standing(tx, round.team(), person).isMember()) {
            return new Composition.Skip("the person has left the team");
        }
        var own = people.gate().open(tx, person, ratings.of(tx, round, person));
        return Composition.Send.of(own.filter(OwnAnswers::finished)
                .map(answers -> RoundCards.done(round, answers, team))
                .orElseGet(() -> RoundCards.invite(round, team, guide.sides())));
    }
}
