package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counting;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The gates of a journey's present stage: how they stand, and doing without one. */
final class Gates {
    static final String WAIVE = "journey.waive";
    private static final Reply COACHES_ONLY = Reply.Refused
            .because("A coach of the team decides which gate it does without. Ask one when the team agrees.");
    private static final Reply MOVED_ON = Reply.Refused
            .because("The team has moved to another stage meanwhile. /coach stage shows where it is.");
    private static final Reply NONE_OPEN = Reply.Refused
            .because("Every gate that I can see is met or waived. /coach stage shows them.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Counting counting;
    private final JourneyStore journeys = new JourneyStore();
    private final WaiverStore waivers = new WaiverStore();

    Gates(Database database, People people, Guide guide, Counting counting) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.counting = counting;
    }

    /** In the guide's order; empty where the guide no longer has the stage. */
    List<GateStatus> of(Transaction tx, Team team, Journey journey, Instant now) {
        return guide.stage(journey.stage()).map(stage -> GateStatus.of(stage,
                counting.counted(tx, team, journey.practice(), now), waivers.of(tx, journey))).orElse(List.of());
    }

    Reply open(Call.Click click) {
        var where = JourneyRef.parse(click.value());
        return database.read(tx -> {
            if (!people.members().standing(tx, where.team(), click.person()).isCoach()) {
                return COACHES_ONLY;
            }
            return journeys.at(tx, where).<Reply>map(journey -> {
                var open = open(tx, journey, click.now());
                return open.isEmpty() ? NONE_OPEN : new Reply.Open(WaiveForm.form(journey, open));
            }).orElse(MOVED_ON);
        });
    }

    /** @param page shows the stage as it is now */
    Reply waived(Call.Submission sent, Page page) {
        return database.write(tx -> {
            var journey = MoveForm.Seen.parse(sent.context()).flatMap(seen -> journeys.with(tx, seen.team(),
                    seen.practice()).filter(one -> one.stage().equals(seen.stage())));
            if (journey.isEmpty()) {
                return MOVED_ON;
            }
            if (!people.members().standing(tx, journey.get().team(), sent.person()).isCoach()) {
                return COACHES_ONLY;
            }
            var reading = new FormReader(sent.answers());
            var form = WaiveForm.read(reading, open(tx, journey.get(), sent.now()));
            return reading.mend().orElseGet(() -> {
                waivers.keep(tx, journey.get(), new Waiver(form.gate(), sent.person(), form.reason(), sent.now()));
                return page.of(tx, journey.get());
            });
        });
    }

    /** How the stage is shown. */
    interface Page {
        Reply of(Transaction tx, Journey journey);
    }

    private List<GateStatus> open(Transaction tx, Journey journey, Instant now) {
        var team = people.teams().find(tx, journey.team()).orElseThrow();
        return of(tx, team, journey, now).stream().filter(one -> !one.passed()).toList();
    }
}
