package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counting;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** The gates of a journey's present stage: how they stand, and doing without one. */
final class Gates {
    static final Action<Work> WAIVE = Action.click("journey.waive", Carried.work(),
            Access.reads(Who.COACHES).withPractice());
    /** A waived gate counts again; carries its key. */
    static final Action<WorkPart> TAKE_BACK = Action.click("journey.unwaive", Carried.workPart(),
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final Reply MOVED_ON = Reply.Refused
            .because("The team has since moved to another stage. /coach stage shows where it is.");
    private static final Reply NONE_OPEN = Reply.Refused
            .because("As far as I can see, nothing is left to do in this stage. /coach stage shows it all.");

    private final Guide guide;
    private final Counting counting;
    private final JourneyStore journeys = new JourneyStore();
    private final WaiverStore waivers = new WaiverStore();

    Gates(Guide guide, Counting counting) {
        this.guide = guide;
        this.counting = counting;
    }

    /** In the guide's order; empty where the guide no longer has the stage. */
    List<GateStatus> of(Transaction tx, Team team, Journey journey, Instant now) {
        return guide.stage(journey.stage()).map(stage -> GateStatus.of(stage,
                counting.counted(tx, team, journey.practice(), now), waivers.of(tx, journey))).orElse(List.of());
    }

    /** Those that are open and that somebody of this standing can help with; leaders look on. */
    List<GateStatus> mine(List<GateStatus> all, Standing standing) {
        return all.stream().filter(one -> standing.takesPart() && one.state() instanceof GateStatus.State.Open open
                && counting.mayClick(open.click(), standing)).toList();
    }

    Reply open(CallContext here) {
        return journeys.with(here.tx(), here.teamId(), here.chosenPractice()).map(journey -> {
            var open = open(here, journey);
            return open.isEmpty() ? NONE_OPEN : new Reply.Open(WaiveForm.form(journey, open));
        }).orElse(MOVED_ON);
    }

    /** @param page shows the stage as it is now */
    Reply waived(CallContext here, MoveForm.Seen seen, Function<Journey, Reply> page) {
        return journeys.with(here.tx(), seen.team(), seen.practice()).filter(one -> one.stage().equals(seen.stage()))
                .map(journey -> {
                    var reading = new FormReader(here.submission().answers());
                    var form = WaiveForm.read(reading, open(here, journey));
                    return reading.mend().orElseGet(() -> {
                        waivers.keep(here.tx(), journey,
                                new Waiver(form.gate(), here.person(), form.reason(), here.now()));
                        return page.apply(journey);
                    });
                }).orElse(MOVED_ON);
    }

    /** @param page shows the stage as it is now */
    Reply takeBack(CallContext here, WorkPart gate, Function<Journey, Reply> page) {
        return journeys.with(here.tx(), gate.team(), gate.practice()).map(journey -> {
            waivers.takeBack(here.tx(), journey, gate.part());
            return page.apply(journey);
        }).orElse(MOVED_ON);
    }

    private List<GateStatus> open(CallContext here, Journey journey) {
        return of(here.tx(), here.team(), journey, here.now()).stream().filter(one -> !one.passed()).toList();
    }
}
