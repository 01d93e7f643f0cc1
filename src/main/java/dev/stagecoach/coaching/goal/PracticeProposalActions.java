package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.PracticeProposalCards.Looking;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Proposing a practice, and the team's answer to it. */
final class PracticeProposalActions {
    private static final PracticeProposalStore STORE = new PracticeProposalStore();
    private static final Carried<String> PROPOSAL = Carried.thing(STORE::team);
    static final Action<String> SEE = Action.click("goal.proposal", PROPOSAL, Access.reads(Who.TEAM));
    static final Action<String> YES = Action.click("goal.yes", PROPOSAL, Access.writes(Who.MEMBERS));
    static final Action<String> NO = Action.click("goal.no", PROPOSAL, Access.writes(Who.MEMBERS));
    static final Action<String> CLOSE = Action.click("goal.close", PROPOSAL, Access.writes(Who.COACHES));
    static final Action<String> TAKE_BACK = Action.click("goal.take_back", PROPOSAL, Access.writes(Who.TEAM))
            .onlyFor("the person who proposed it",
                    (here, id) -> STORE.find(here.tx(), id).orElseThrow().by().equals(here.person()));
    private static final Reply NO_MEMBERS = Reply.Refused.because("Your team chooses its practice together, and it "
            + "has no members yet. People who join its channel become members; propose it then.");

    private final JourneyStore journeys = new JourneyStore();
    private final People people;
    private final Guide guide;
    private final PracticeProposals proposals;
    private final PracticeProposalCards cards;

    PracticeProposalActions(People people, Guide guide, PracticeProposals proposals) {
        this.people = people;
        this.guide = guide;
        this.proposals = proposals;
        this.cards = new PracticeProposalCards(guide);
    }

    List<Handled<?>> actions() {
        return List.of(Ways.CHOOSE_PRACTICE.by((here, _) -> choice(here)), Ways.TAKE_UP.by((here, _) -> choice(here)),
                ChoiceForm.CHOOSE.by((here, _) -> sent(here)), SEE.by(this::see),
                YES.by((here, id) -> answered(here,
                        proposals.vote(here.tx(), here.team(), id, here.person(), true, here.now()))),
                NO.by((here, id) -> answered(here,
                        proposals.vote(here.tx(), here.team(), id, here.person(), false, here.now()))),
                CLOSE.by((here, id) -> answered(here, proposals.close(here.tx(), here.team(), id, here.now()))),
                TAKE_BACK.by((here, id) -> answered(here, proposals.takeBack(here.tx(), id, here.now()))));
    }

    /** The form, or the proposal that is open. */
    Reply choice(CallContext here) {
        var open = page(here);
        if (open.isPresent()) {
            return new Reply.ToYou(cards.another(open.get()));
        }
        return people.members().of(here.tx(), here.teamId(), Role.MEMBER).isEmpty()
                ? NO_MEMBERS
                : new Reply.Open(form(here));
    }

    private Form form(CallContext here) {
        var reason = here.practice().map(practice -> journeys.namedBecause(here.tx(), here.teamId(), practice));
        return ChoiceForm.form(guide, here.teamId(), here.practice(), reason.orElse(""),
                ChannelAudience.of(here.tx(), people, here.teamId()));
    }

    /** The open proposal, with what the caller can do about it. */
    Optional<Card> page(CallContext here) {
        return STORE.open(here.tx(), here.teamId()).map(open -> page(here, open));
    }

    private Card page(CallContext here, PracticeProposal proposal) {
        return cards.page(proposal, STORE.count(here.tx(), proposal),
                new Looking(here.person(), here.standing(), here.now(), here.team().zone()));
    }

    private Reply sent(CallContext here) {
        var reading = new FormReader(here.submission().answers());
        var choice = ChoiceForm.read(reading, guide);
        return reading.mend().or(() -> NameGuard.before(here, people, form(here), List.of(choice.reason())))
                .orElseGet(() -> switch (proposals.propose(here.tx(), here.team(),
                        new PracticeProposals.Wish(choice.practice(), choice.reason(), here.person(),
                                here.standing().isCoach(), here.now()))) {
                    case PracticeProposals.Wished.Asked(var proposal) ->
                        new Reply.ToYou(cards.proposed(page(here, proposal)));
                    case PracticeProposals.Wished.Chosen(var goal) ->
                        new Reply.Next(AimForm.line(guide, goal, new GoalCards(guide).practiceName(goal.practice()),
                                ChannelAudience.of(here.tx(), people, here.teamId())));
                    case PracticeProposals.Wished.AnotherIsOpen(var other) ->
                        ChoiceForm.clash(cards.clash(other, name(here.tx(), other.by())));
                    case PracticeProposals.Wished.NoMembers _ -> NO_MEMBERS;
                });
    }

    private Reply see(CallContext here, String id) {
        var proposal = STORE.find(here.tx(), id).orElseThrow();
        return proposal.open() ? new Reply.ToYou(page(here, proposal)) : over(proposal);
    }

    private Reply answered(CallContext here, PracticeProposals.Answered answered) {
        return switch (answered) {
            case PracticeProposals.Answered.Done(var proposal) ->
                new Reply.Replace(inChannel(here.tx(), here.team(), proposal));
            case PracticeProposals.Answered.Over(var proposal) -> over(proposal);
            case PracticeProposals.Answered.TooEarly(var proposal) ->
                Reply.Refused.because(cards.closing(proposal, here.team().zone()));
        };
    }

    private Reply over(PracticeProposal proposal) {
        return new Reply.Refused(cards.over(proposal),
                Optional.of(GoalRoom.SHOW.button("See the goal", proposal.team())));
    }

    private Card inChannel(Transaction tx, Team team, PracticeProposal proposal) {
        return cards.inChannel(proposal, STORE.count(tx, proposal), team.zone());
    }

    /** The message in the channel. */
    Composition announcement(Transaction tx, String id) {
        return STORE.find(tx, id).flatMap(proposal -> people.teams().find(tx, proposal.team())
                .<Composition>map(team -> Composition.Send.of(inChannel(tx, team, proposal))))
                .orElseGet(() -> new Composition.Skip("the proposal is no longer on record"));
    }

    /** What the channel hears when it was not chosen. */
    Composition notChosen(Transaction tx, String id) {
        return STORE.find(tx, id).<Composition>map(proposal -> Composition.Send.of(cards.notChosen(proposal)))
                .orElseGet(() -> new Composition.Skip("the proposal is no longer on record"));
    }

    /** Answering, closing, or waiting for the others; empty where nothing is open. */
    Optional<NextStep> step(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return STORE.open(tx, team.id()).map(open -> {
            var look = SEE.primary("Look at it", open.id());
            if (standing.isMember() && !STORE.answered(tx, open, person)) {
                return new NextStep(NextStep.Rank.OPEN_ANSWER, cards.question(open, name(tx, open.by())), look);
            }
            return standing.isCoach() && STORE.count(tx, open).mayClose(open.over(now))
                    ? new NextStep(NextStep.Rank.OPEN_ANSWER, cards.mayClose(open), look)
                    : new NextStep(NextStep.Rank.ANY_TIME, cards.waits(open, team.zone()), look);
        });
    }

    private String name(Transaction tx, PersonId person) {
        return people.members().person(tx, person).map(Person::name).orElse("Somebody");
    }
}
