package dev.stagecoach.coaching.stage;

import java.util.List;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;

/** Looking at the team's journeys. */
final class StagePageActions {
    static final Action<Work> VIEW = Action.click("journey.view", Carried.work(), Access.reads(Who.TEAM));

    private final People people;
    private final JourneyStore store = new JourneyStore();
    private final ProposalStore proposals = new ProposalStore();
    private final JourneyCards cards;
    private final Gates gates;

    StagePageActions(People people, Guide guide, Gates gates) {
        this.people = people;
        this.cards = new JourneyCards(guide);
        this.gates = gates;
    }

    List<Handled<?>> actions() {
        return List.of(view(), Gates.WAIVE.by((here, _) -> gates.open(here)),
                Gates.TAKE_BACK.by((here, gate) -> gates.takeBack(here, gate, journey -> page(here, journey))),
                WaiveForm.SEND.by((here, seen) -> gates.waived(here, seen, journey -> page(here, journey))));
    }

    /** The journey that is named or that the team works on now, with a line for each other one. */
    Handled<Work> view() {
        return VIEW.by((here, _) -> at(here));
    }

    private Reply at(CallContext here) {
        return here.practice().flatMap(practice -> store.with(here.tx(), here.teamId(), practice))
                .map(journey -> page(here, journey))
                .orElseGet(() -> new Reply.ToYou(cards.none(here.team(), here.standing())));
    }

    private Reply page(CallContext here, Journey journey) {
        var tx = here.tx();
        var team = here.team();
        var history = new History(store.history(tx, team.id()), proposals.turnedDown(tx, team.id()));
        var others = store.all(tx, team.id()).stream().filter(one -> !one.practice().equals(journey.practice()))
                .toList();
        var all = gates.of(tx, team, journey, here.now());
        var page = new StagePage(team, journey, store.current(tx, team.id()).filter(journey::equals).isPresent(),
                all, gates.mine(all, here.standing()), proposals.open(tx, team.id(), journey.practice()),
                history.of(journey.practice()), others);
        return new Reply.ToYou(cards.stage(page,
                new Viewer(here.person(), here.standing(), Roles.of(people, tx, team.id()))));
    }
}
