package dev.stagecoach.coaching.stage;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;

/** Proposing a move, and the answer to it. */
final class ProposalActions {
    private static final ProposalStore STORE = new ProposalStore();
    private static final Carried<String> PROPOSAL = Carried.thing(STORE::team);
    /** Opens the form for another stage, or shows the proposal that waits already. */
    static final Action<Work> MOVE = Action.click("journey.move", Carried.work(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<String> SEE = Action.click("journey.proposal", PROPOSAL, Access.reads(Who.TEAM));
    static final Action<String> COUNTERSIGN = Action.click("journey.countersign", PROPOSAL,
            Access.writes(Who.MEMBERS_AND_COACHES));
    static final Action<String> NOT_YET = Action.click("journey.not_yet", PROPOSAL,
            Access.reads(Who.MEMBERS_AND_COACHES));
    static final Action<String> TAKE_BACK = Action.click("journey.take_back", PROPOSAL, Access.writes(Who.TEAM))
            .onlyFor("whoever proposed it",
                    (here, id) -> STORE.find(here.tx(), id).orElseThrow().by().equals(here.person()));

    private static final Reply ALONE = Reply.Refused.because("It takes two to move a team, and yours has no members "
            + "yet. People who join its channel become members; propose the move then.");
    private final People people;
    private final Guide guide;
    private final JourneyStore journeys = new JourneyStore();
    private final Proposals proposals;
    private final ProposalCards cards;

    ProposalActions(People people, Guide guide, Proposals proposals) {
        this.people = people;
        this.guide = guide;
        this.proposals = proposals;
        this.cards = new ProposalCards(guide);
    }

    List<Handled<?>> actions() {
        return List.of(MOVE.by((here, _) -> open(here)), MoveForm.SEND.by(this::sent), SEE.by(this::see),
                COUNTERSIGN.by((here, id) -> answered(here,
                        proposals.agree(here.tx(), find(here, id), here.person(), here.now()), true)),
                NOT_YET.by(this::notYet), NotYetForm.SEND.by(this::turnedDown),
                TAKE_BACK.by(
                        (here, id) -> answered(here, proposals.takeBack(here.tx(), find(here, id), here.now()), true)));
    }

    private ChannelAudience audience(CallContext here) {
        return ChannelAudience.of(here.tx(), people, here.teamId());
    }

    private static Proposal find(CallContext here, String id) {
        return STORE.find(here.tx(), id).orElseThrow();
    }

    private Reply open(CallContext here) {
        var viewer = viewer(here);
        if (viewer.roles().alone(here.person())) {
            return ALONE;
        }
        return journeys.with(here.tx(), here.teamId(), here.chosenPractice())
                .map(journey -> STORE.open(here.tx(), journey.team(), journey.practice())
                        .<Reply>map(waiting -> new Reply.ToYou(cards.another(waiting, viewer)))
                        .orElseGet(() -> new Reply.Open(MoveForm.form(guide, journey, audience(here)))))
                .orElseGet(() -> new Reply.Refused("Stages begin once the team has chosen a practice.",
                        Optional.of(Ways.CHOOSE_PRACTICE.button("Choose the practice", here.teamId()))));
    }

    private Reply sent(CallContext here, MoveForm.Seen seen) {
        var reading = new FormReader(here.submission().answers());
        var form = MoveForm.read(reading, guide, seen);
        return reading.mend().or(() -> journeys.with(here.tx(), seen.team(), seen.practice())
                .flatMap(journey -> NameGuard.before(here, people, MoveForm.form(guide, journey, audience(here)),
                        List.of(form.reason()))))
                .orElseGet(() -> propose(here, seen, form));
    }

    private Reply propose(CallContext here, MoveForm.Seen seen, MoveForm form) {
        return switch (proposals.propose(here.tx(), here.team(), seen,
                new Proposals.Wish(form.stage(), here.person(), form.reason(), here.now()))) {
            case Proposals.Outcome.Moved(var stage) -> new Reply.ToYou(cards.moved(stage));
            case Proposals.Outcome.Waiting(var proposal) -> new Reply.ToYou(cards.proposed(proposal, viewer(here)));
            case Proposals.Outcome.AnotherWaits _ -> MoveForm.clash("Another proposal is already open, and a "
                    + "journey takes one at a time. Copy what you wrote, close this form, and look at /coach stage.");
            case Proposals.Outcome.Alone _ -> ALONE;
            case Proposals.Outcome.MovedOn _ -> MoveForm.clash("Somebody has since moved the team. Copy what you "
                    + "wrote, close this form, and look at /coach stage.");
        };
    }

    /** One proposal, with what the caller can do about it. */
    private Reply see(CallContext here, String id) {
        var proposal = find(here, id);
        return proposal.open() ? new Reply.ToYou(cards.waiting(proposal, viewer(here))) : over(proposal);
    }

    private Reply notYet(CallContext here, String id) {
        var proposal = find(here, id);
        if (!proposal.open()) {
            return over(proposal);
        }
        return viewer(here).answers(proposal)
                ? new Reply.Open(NotYetForm.form(proposal, audience(here)))
                : notYours(here, proposal);
    }

    private Reply turnedDown(CallContext here, String id) {
        var reading = new FormReader(here.submission().answers());
        var form = NotYetForm.read(reading);
        return reading.mend().or(() -> NameGuard.before(here, people,
                NotYetForm.form(find(here, id), audience(here)), List.of(form.word()))).orElseGet(() -> answered(here,
                        proposals.turnDown(here.tx(), find(here, id), here.person(), form.word(), here.now()), false));
    }

    /** @param clicked whether a message was clicked that can show the answer in its place */
    private Reply answered(CallContext here, Proposals.Answering answering, boolean clicked) {
        return switch (answering) {
            case Proposals.Answering.Done(var proposal) -> clicked
                    ? new Reply.Replace(cards.inChannel(proposal, viewer(here).roles()))
                    : new Reply.ToYou(cards.inChannel(proposal, viewer(here).roles()));
            case Proposals.Answering.Over(var proposal) -> over(proposal);
            case Proposals.Answering.NotYours(var proposal) -> notYours(here, proposal);
        };
    }

    private Reply notYours(CallContext here, Proposal proposal) {
        return Reply.Refused.because(cards.notYours(proposal, viewer(here), here.team()));
    }

    private Reply over(Proposal proposal) {
        return new Reply.Refused(cards.over(proposal), Optional.of(StagePageActions.VIEW.button("See the stage",
                new Work(proposal.team(), proposal.practice()))));
    }

    private Viewer viewer(CallContext here) {
        return new Viewer(here.person(), here.standing(), proposals.roles(here.tx(), here.teamId()));
    }
}
