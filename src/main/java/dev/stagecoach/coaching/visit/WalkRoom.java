package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Learning walks: a few people, one look-for, counts without names. They stand in the list of visits. */
public final class WalkRoom implements Room {
    private static final WalkStore STORE = new WalkStore();
    private static final Access READS = Access.reads(Who.MEMBERS_AND_COACHES);
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES);
    private static final Carried<String> WALK = Carried.thing(STORE::team);
    static final Action<TeamId> OPEN = Action.click("walk.open", Carried.team(), READS.withPractice());
    static final Action<WorkPart> BEGIN = Action.form("walk.begin", Carried.workPart(), WRITES.withPractice());
    static final Action<String> JOIN = Action.click("walk.join", WALK, WRITES);
    static final Action<String> LEAVE = walkers(Action.click("walk.leave", WALK, WRITES));
    static final Action<String> CALL_OFF = walkers(Action.click("walk.call_off", WALK, WRITES));
    static final Action<String> COUNT = walkers(Action.click("walk.count", WALK, READS));
    static final Action<String> COUNTED = walkers(Action.form("walk.count", WALK, WRITES));
    private static final String EVE = "walk.eve";
    private static final String OFF = "walk.off";
    private static final Reply GONE = Reply.Refused
            .because("This walk is over or was called off. /coach visit shows what there is.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Outbox outbox;
    private final Optional<Walks> work;

    public WalkRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.outbox = outbox;
        this.work = guide.workbook().feedback().visit().map(protocol -> new Walks(people, protocol));
    }

    private static Action<String> walkers(Action<String> action) {
        return action.onlyFor("those who walk", (here, id) -> STORE.walkers(here.tx(), id).contains(here.person()));
    }

    @Override
    public Feature feature() {
        return work.map(walks -> new Feature("walk", List.of(),
                List.of(OPEN.by((here, _) -> open(here)), BEGIN.by((here, target) -> begin(walks, here, target)),
                        JOIN.by((here, id) -> join(walks, here, id)), LEAVE.by((here, id) -> leave(walks, here, id)),
                        CALL_OFF.by((here, id) -> callOff(walks, here, id)),
                        COUNT.by((here, id) -> count(walks, here, id)),
                        COUNTED.by((here, id) -> counted(walks, here, id)))))
                .orElse(Feature.NONE);
    }

    private Reply open(CallContext here) {
        return new Reply.Open(VisitForms.walk(here, new WorkPart(here.teamId(), here.chosenPractice(), Ids.next()),
                name(here.chosenPractice())));
    }

    private String name(String practice) {
        return guide.practice(practice).map(Practice::name).orElse(practice);
    }

    private Reply begin(Walks walks, CallContext here, WorkPart target) {
        var reading = new FormReader(here.submission().answers());
        var slot = VisitForms.slot(reading, here);
        return reading.mend().or(() -> NameGuard.before(here, people, VisitForms.walk(here, target,
                name(target.practice())), List.of(slot.lookFor()))).orElseGet(() -> {
                    var walk = new Walk(target.part(), here.teamId(), target.practice(), here.person(), slot, false,
                            Optional.empty());
                    STORE.begin(here.tx(), walk, here.now());
                    remind(here, walk);
                    return shown(walks, here, target.part());
                });
    }

    private Reply join(Walks walks, CallContext here, String id) {
        return walks.seenBy(here.tx(), id, here.person()).filter(walk -> walk.ahead(here.now())).map(walk -> {
            if (!STORE.join(here.tx(), id, here.person(), walks.places())) {
                return new Reply.Refused("All places of this walk were taken a moment before you. Begin another one?",
                        Optional.of(OPEN.button("Begin a walk", here.teamId())));
            }
            remind(here, walk);
            return shown(walks, here, id);
        }).orElse(GONE);
    }

    private Reply leave(Walks walks, CallContext here, String id) {
        return walks.seenBy(here.tx(), id, here.person())
                .filter(walk -> walk.ahead(here.now()) && !walk.person().equals(here.person())).map(_ -> {
                    STORE.leave(here.tx(), id, here.person());
                    return shown(walks, here, id);
                }).orElse(GONE);
    }

    private Reply callOff(Walks walks, CallContext here, String id) {
        return walks.seenBy(here.tx(), id, here.person())
                .filter(walk -> walk.ahead(here.now()) && walk.person().equals(here.person())).map(walk -> {
                    STORE.cancel(here.tx(), id);
                    walks.walkers(here.tx(), walk).stream().filter(one -> !one.equals(here.person()))
                            .forEach(one -> outbox.plan(here.tx(), walk.team(), "walk/" + id + "/off/" + one, OFF, one,
                                    id, people.days().ofPerson(here.tx(), here.team(), one).nextOpen(here.now())));
                    return shown(walks, here, id);
                }).orElse(GONE);
    }

    /** On the school day before, as with visits. */
    private void remind(CallContext here, Walk walk) {
        var key = "walk/" + walk.id() + "/eve/" + here.person();
        var at = people.days().ofPerson(here.tx(), here.team(), here.person()).oneSchoolDayBefore(walk.slot().at());
        if (at.isAfter(here.now())) {
            outbox.plan(here.tx(), walk.team(), key, EVE, here.person(), walk.id(), at);
            outbox.latest(here.tx(), key, at);
        }
    }

    private Reply count(Walks walks, CallContext here, String id) {
        return over(walks, here, id).<Reply>map(walk -> new Reply.Open(VisitForms.count(walk, walks.leastRooms())))
                .orElse(GONE);
    }

    private Reply counted(Walks walks, CallContext here, String id) {
        return over(walks, here, id).map(_ -> {
            var reading = new FormReader(here.submission().answers());
            var seen = VisitForms.seen(reading);
            return reading.mend().orElseGet(() -> {
                STORE.count(here.tx(), id, seen, here.now());
                return shown(walks, here, id);
            });
        }).orElse(GONE);
    }

    private static Optional<Walk> over(Walks walks, CallContext here, String id) {
        return walks.seenBy(here.tx(), id, here.person()).filter(walk -> walk.over(here.now()));
    }

    private static Reply shown(Walks walks, CallContext here, String id) {
        return walks.seenBy(here.tx(), id, here.person()).<Reply>map(walk -> new Reply.Replace(WalkCards.of(
                walks.view(here.tx(), walk, here.person(), here.now())))).orElse(GONE);
    }

    @Override
    public Map<String, Composer> composers() {
        return work.<Map<String, Composer>>map(walks -> Map.of(
                EVE, Composer.asking(SendPolicy.REQUEST, Subscription.VISITS,
                        (delivery, now) -> composed(walks, delivery, now, true)),
                OFF, Composer.echo((delivery, now) -> composed(walks, delivery, now, false)))).orElse(Map.of());
    }

    private Composition composed(Walks walks, Delivery delivery, Instant now, boolean ahead) {
        return database.read(tx -> Optional.of(delivery.to()).filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .flatMap(reader -> walks.seenBy(tx, delivery.subject(), reader)
                        .filter(walk -> walk.ahead(now) == ahead && walks.walks(tx, walk, reader))
                        .map(walk -> walks.view(tx, walk, reader, now)))
                .<Composition>map(view -> Composition.Send.of(ahead
                        ? WalkCards.of(view)
                        : Card.saying("The learning walk, " + view.when() + ", is off.").buttons(
                                VisitRoom.SHOW.button("See visits", view.walk().team()))))
                .orElseGet(() -> new Composition.Skip("the walk was called off, or the person does not walk")));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return work.isEmpty()
                ? Map.of()
                : Map.of(EVE, MessageKind.of("Reminder of a learning walk", "you walk with colleagues of %s"), OFF,
                        MessageKind.of("News of a learning walk", "you wanted to walk with colleagues of %s"));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (work.isEmpty() || !standing.takesPart()) {
            return List.of();
        }
        var walks = work.get();
        var steps = new ArrayList<NextStep>();
        for (var walk : walks.of(tx, team.id(), person, now)) {
            if (walk.over(now) && walk.seen().isEmpty() && walk.person().equals(person)) {
                steps.add(new NextStep(NextStep.Rank.OPEN_ANSWER, "Your learning walk: in how many rooms did you see “"
                        + walk.slot().lookFor() + "”?", COUNT.primary("What we counted", walk.id())));
            } else if (walk.ahead(now)) {
                steps.add(new NextStep(NextStep.Rank.AHEAD, "Learning walk, " + Visits.when(team, walk.slot().at(),
                        now) + ": “" + walk.slot().lookFor() + "”.",
                        VisitRoom.SHOW.button("See visits", team.id())));
            }
        }
        return steps;
    }

    /** How many for all; what they counted for the team alone, once it tells about enough rooms. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var all = view == View.OUTSIDER || work.isEmpty()
                ? List.<Walk>of()
                : people.gate().openTo(View.TEAM, STORE.counted(tx, team.id(), period));
        if (all.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Text>();
        lines.add(Text.of(Plural.of(all.size(), "learning walk")));
        if (view != View.LEADER) {
            all.forEach(walk -> walk.seenBy(false, work.map(Walks::leastRooms).orElse(0))
                    .ifPresent(seen -> lines.add(Text.of("“" + walk.slot().lookFor() + "”: " + seen.words()))));
        }
        return List.of(new Section(Section.Place.PARTICIPATION, true, lines, List.of()));
    }
}
