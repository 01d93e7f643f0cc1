package dev.stagecoach.coaching.rounds;

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
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.picture.FirstPicture;
import dev.stagecoach.storage.Transaction;

/** What a coach does with a round. */
final class RoundActions {
    private static final RoundStore STORE = new RoundStore();
    private static final Carried<String> ROUND = Carried.thing(STORE::team);
    /** {@link Ways#OPEN_ROUND}, on buttons of a round that is open. */
    static final Action<TeamId> STATE = Action.click("assessment.round", Carried.team(), Access.reads(Who.COACHES));
    /** The form for a round, for a team that is told to be too small for one. */
    static final Action<TeamId> ANYWAY = Action.click("assessment.open_anyway", Carried.team(),
            Access.reads(Who.COACHES));
    static final Action<String> CLOSE = Action.click("assessment.close", ROUND, Access.writes(Who.COACHES));
    static final Action<String> MOVE = Action.click("assessment.move", ROUND, Access.reads(Who.COACHES));
    static final Action<TeamId> OPENED = Action.form("assessment.open", Carried.team(), Access.writes(Who.COACHES));
    static final Action<String> MOVED = Action.form("assessment.move", ROUND, Access.writes(Who.COACHES));

    private final People people;
    private final Guide guide;
    private final Rounds rounds;
    private final VisibilityStore consents = new VisibilityStore();

    RoundActions(People people, Guide guide, Rounds rounds) {
        this.people = people;
        this.guide = guide;
        this.rounds = rounds;
    }

    List<Handled<?>> actions() {
        return List.of(Ways.OPEN_ROUND.by((here, _) -> roundOf(here)), state(), CLOSE.by(this::close),
                MOVE.by(this::moveForm),
                ANYWAY.by((here, _) -> new Reply.Open(toOpen(here))),
                OPENED.by((here, _) -> opened(here)), MOVED.by(this::moved));
    }

    /** The state of the open round, or the form for a new one. */
    Handled<TeamId> state() {
        return STATE.by((here, _) -> roundOf(here));
    }

    private Reply roundOf(CallContext here) {
        var vote = consents.agreement(here.tx(), here.teamId(), here.now());
        return STORE.openIn(here.tx(), here.teamId())
                .<Reply>map(round -> new Reply.ToYou(state(here.tx(), round, here.team())))
                .orElseGet(() -> vote.tooFewForCounts()
                        ? new Reply.ToYou(RoundCards.tooFew(here.teamId(), vote.members()))
                        : new Reply.Open(toOpen(here)));
    }

    private Form toOpen(CallContext here) {
        return consents.agreement(here.tx(), here.teamId(), here.now()).inForce() == VisibilityMode.JOINT
                ? JointForm.of(here.teamId(), guide)
                : RoundForm.toOpen(here.team(), guide,
                        STORE.lastClosed(here.tx(), here.teamId()).map(Round::schoolGoal).orElse(List.of()),
                        here.now());
    }

    private Card state(Transaction tx, Round round, Team team) {
        var progress = rounds.progress(tx, round);
        return RoundCards.state(round, progress, team, afterClosing(tx, round));
    }

    /** Who sees the result when the round closes, as it is now; the same however many have answered. */
    private String afterClosing(Transaction tx, Round round) {
        var readers = ChannelAudience.of(tx, people, round.team());
        var few = round.mode() == VisibilityMode.CONFIDENTIAL
                ? "With fewer than " + Visibility.TEAM_MINIMUM + " answers, I show no result. From "
                        + Visibility.TEAM_MINIMUM + " on, "
                : "After that, ";
        return few + (people.readers().unagreed(tx, round.team())
                ? "each of you opens the result alone, because " + readers.names() + " can read the channel"
                : "everybody in the channel sees the result"
                        + (readers.leaders().isEmpty() ? "" : ", " + readers.names() + " too"));
    }

    private Reply opened(CallContext here) {
        return switch (RoundForm.opened(here.submission().answers(), here.team(), guide, here.now())) {
            case RoundForm.Parsed.Unclear(var reasons) -> new Reply.Mend(reasons);
            case RoundForm.Parsed.Fine(var wish) -> answer(here.tx(),
                    rounds.open(here.tx(), here.teamId(), wish, here.person(), here.now()), here.team());
        };
    }

    private Reply answer(Transaction tx, Rounds.Opening opening, Team team) {
        FirstPicture.drawAhead();
        return new Reply.ToYou(switch (opening) {
            case Rounds.Opening.Opened(var round, var asked) -> RoundCards.opened(round, asked, team);
            case Rounds.Opening.OpenAlready(var round) -> state(tx, round, team);
        });
    }

    private Reply close(CallContext here, String id) {
        var round = STORE.find(here.tx(), id).orElseThrow();
        return rounds.close(here.tx(), round, here.now())
                ? new Reply.Replace(RoundCards.closed())
                : closedAlready(round);
    }

    private Reply moveForm(CallContext here, String id) {
        var round = STORE.find(here.tx(), id).orElseThrow();
        return round.closed().isPresent()
                ? closedAlready(round)
                : new Reply.Open(RoundForm.toMove(round, here.team()));
    }

    private Reply moved(CallContext here, String id) {
        var round = STORE.find(here.tx(), id).orElseThrow();
        return switch (RoundForm.moved(here.submission().answers(), round, here.team(), here.now())) {
            case RoundForm.Parsed.Unclear(var reasons) -> new Reply.Mend(reasons);
            case RoundForm.Parsed.Fine(var wish) -> rounds.move(here.tx(), round, wish.closesAt())
                    ? new Reply.ToYou(RoundCards.moved(round, wish.closesAt(), here.team()))
                    : closedAlready(round);
        };
    }

    private static Reply closedAlready(Round round) {
        return new Reply.Refused("This round has already closed; see the result in the channel.",
                Optional.of(RevealActions.RESULTS.button("See the result", round.team())));
    }
}
