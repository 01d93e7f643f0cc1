package dev.stagecoach.coaching.stage;

import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Proposing a move, and a coach's answer to it. */
final class ProposalActions {
    static final String SEE = "journey.proposal";
    static final String COUNTERSIGN = "journey.countersign";
    static final String NOT_YET = "journey.not_yet";
    static final String TAKE_BACK = "journey.take_back";

    private static final Reply FOR_THE_TEAM = Reply.Refused
            .because("The team's members and coaches propose a move. /coach stage shows you where the team is.");
    private static final Reply FOR_COACHES = Reply.Refused
            .because("A coach of the team answers this. Until then /coach stage shows that it waits.");
    private static final Reply FOR_ANOTHER_COACH = Reply.Refused
            .because("This one is your own, so another coach of the team countersigns it. You can take it back in"
                    + " /coach stage.");
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this proposal. /coach stage shows what is open.");
    private static final Reply TOO_OLD = Reply.Refused
            .because("This form is too old. Please open it again with /coach stage.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final JourneyStore journeys = new JourneyStore();
    private final ProposalStore store = new ProposalStore();
    private final Proposals proposals;
    private final ProposalCards cards;

    ProposalActions(Database database, People people, Guide guide, Proposals proposals) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.proposals = proposals;
        this.cards = new ProposalCards(guide);
    }

    /** The form for another stage, or the proposal that waits already. */
    Reply open(Call.Click click) {
        var where = JourneyRef.parse(click.value());
        return database.read(tx -> {
            var viewer = viewer(tx, where.team(), click.person());
            if (!viewer.acts()) {
                return FOR_THE_TEAM;
            }
            return journeys.at(tx, where).map(journey -> store.open(tx, journey.team(), journey.practice())
                    .filter(_ -> !viewer.movesAlone())
                    .<Reply>map(waiting -> new Reply.ToYou(cards.another(waiting, viewer)))
                    .orElseGet(() -> new Reply.Open(MoveForm.form(guide, journey, viewer.movesAlone()))))
                    .orElseGet(() -> StagePageActions.none(where.team()));
        });
    }

    Reply sent(Call.Submission sent) {
        var seen = MoveForm.Seen.parse(sent.context());
        if (seen.isEmpty()) {
            return TOO_OLD;
        }
        var reading = new FormReader(sent.answers());
        var form = MoveForm.read(reading, guide, seen.get());
        return reading.mend().orElseGet(() -> database.write(tx -> propose(tx, sent, seen.get(), form)));
    }

    private Reply propose(Transaction tx, Call.Submission sent, MoveForm.Seen seen, MoveForm form) {
        var viewer = viewer(tx, seen.team(), sent.person());
        if (!viewer.acts()) {
            return FOR_THE_TEAM;
        }
        var team = people.teams().find(tx, seen.team()).orElseThrow();
        return switch (proposals.propose(tx, team, seen,
                new Proposals.Wish(form.stage(), sent.person(), form.reason(), sent.now()))) {
            case Proposals.Outcome.Moved(var stage) -> new Reply.ToYou(cards.moved(stage));
            case Proposals.Outcome.Waiting(var proposal) -> new Reply.ToYou(cards.proposed(proposal, viewer));
            case Proposals.Outcome.AnotherWaits _ -> MoveForm.clash("Another proposal is open already, and a journey"
                    + " takes one at a time. Copy what you wrote, close this form, and look at /coach stage.");
            case Proposals.Outcome.MovedOn _ -> MoveForm.clash("Somebody moved the team meanwhile. Copy what you"
                    + " wrote, close this form, and look at /coach stage.");
        };
    }

    /** One proposal, with what the caller can do about it. */
    Reply see(Call.Click click) {
        return database.read(tx -> store.find(tx, click.value()).map(proposal -> {
            var viewer = viewer(tx, proposal.team(), click.person());
            if (!viewer.standing().belongs()) {
                return GONE;
            }
            return proposal.open() ? new Reply.ToYou(cards.waiting(proposal, viewer)) : over(proposal);
        }).orElse(GONE));
    }

    Reply countersign(Call.Click click) {
        return database.write(tx -> store.find(tx, click.value())
                .map(proposal -> answered(proposals.countersign(tx, proposal, click.person(), click.now()), true))
                .orElse(GONE));
    }

    Reply notYet(Call.Click click) {
        return database.read(tx -> store.find(tx, click.value()).map(proposal -> {
            var viewer = viewer(tx, proposal.team(), click.person());
            if (!viewer.standing().isCoach()) {
                return FOR_COACHES;
            }
            if (!proposal.open()) {
                return over(proposal);
            }
            return viewer.answers(proposal) ? new Reply.Open(NotYetForm.form(proposal)) : FOR_ANOTHER_COACH;
        }).orElse(GONE));
    }

    Reply turnedDown(Call.Submission sent) {
        var reading = new FormReader(sent.answers());
        var form = NotYetForm.read(reading);
        return reading.mend().orElseGet(() -> database.write(tx -> store.find(tx, sent.context())
                .map(proposal -> answered(
                        proposals.turnDown(tx, proposal, sent.person(), form.word(), sent.now()), false))
                .orElse(GONE)));
    }

    Reply takeBack(Call.Click click) {
        return database.write(tx -> store.find(tx, click.value()).filter(one -> one.by().equals(click.person()))
                .map(proposal -> answered(proposals.takeBack(tx, proposal, click.now()), true)).orElse(GONE));
    }

    /** @param clicked whether a message was clicked that can show the answer in its place */
    private Reply answered(Proposals.Answering answering, boolean clicked) {
        return switch (answering) {
            case Proposals.Answering.Done(var proposal) -> clicked
                    ? new Reply.Replace(cards.inChannel(proposal))
                    : new Reply.ToYou(cards.inChannel(proposal));
            case Proposals.Answering.Over(var proposal) -> over(proposal);
            case Proposals.Answering.ForAnotherCoach _ -> FOR_ANOTHER_COACH;
            case Proposals.Answering.ForCoaches _ -> FOR_COACHES;
        };
    }

    private Reply over(Proposal proposal) {
        return new Reply.Refused(cards.over(proposal), Optional.of(Button.of("See the stage", StagePageActions.VIEW,
                new JourneyRef(proposal.team(), Optional.of(proposal.practice())).format())));
    }

    private Viewer viewer(Transaction tx, TeamId team, PersonId person) {
        return new Viewer(person, people.members().standing(tx, team, person), proposals.coaches(tx, team));
    }
}
