package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.feedback.FeedbackStore;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.visit.Visit.Kind;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Feedback;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * Visits to each other's rooms: offered or asked for, taken by one tap, and noted by the two for themselves. Leaders see
 * how many there were and who needs cover. A guide without the protocol has no such room.
 */
public final class VisitRoom implements Room {
    private static final VisitStore STORE = new VisitStore();
    private static final Access READS = Access.reads(Who.MEMBERS_AND_COACHES);
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES);
    private static final Carried<String> VISIT = Carried.thing(STORE::team);
    /** All visits that the caller may see. */
    public static final Action<TeamId> SHOW = Action.click("visit.show", Carried.team(), Access.reads(Who.TEAM));
    static final Action<TeamId> OFFER = Action.click("visit.offer", Carried.team(), READS.withPractice());
    static final Action<WorkPart> OFFERED = begun("visit.offer");
    static final Action<TeamId> WISH = Action.click("visit.wish", Carried.team(), READS.withPractice());
    static final Action<WorkPart> WISHED = begun("visit.wish");
    static final Action<String> TAKE = Action.click("visit.take", VISIT, WRITES).onlyFor(
            "somebody else than the one who began it", (here, id) -> !begins(here, id));
    static final Action<String> CANCEL = own(Action.click("visit.cancel", VISIT, WRITES));
    static final Action<String> COVER = own(Action.click("visit.cover", VISIT, WRITES));
    static final Action<String> COVERED = Action.click("visit.covered", VISIT, Access.writes(Who.LEADERS));
    static final Action<String> NOT_COVERED = Action.click("visit.not_covered", VISIT, Access.writes(Who.LEADERS));
    static final Action<String> NOTE = own(Action.click("visit.note", VISIT, READS));
    static final Action<String> NOTED = own(Action.form("visit.note", VISIT, WRITES));
    static final Action<String> READ = Action.click("visit.read", VISIT, READS);
    static final Action<String> SHOW_COACH = own(Action.click("visit.show_coach", VISIT, WRITES));
    static final Action<String> HIDE = own(Action.click("visit.hide", VISIT, WRITES));
    static final Action<String> THANK = own(Action.click("visit.thank", VISIT, WRITES));
    static final Action<String> BACK = own(Action.click("visit.back", VISIT, READS));
    static final Action<Part> BACK_ASKED = Action.form("visit.back", Carried.part(STORE::team), WRITES)
            .onlyFor("the two of them", (here, part) -> isIn(here, part.id()));
    private static final int HUNDRED = 100;

    private final VisitCountStore counts = new VisitCountStore();
    private final CoverStore covers = new CoverStore();
    private final FeedbackStore feedback = new FeedbackStore();
    private final JourneyStore journeys = new JourneyStore();
    private final People people;
    private final Optional<Work> work;

    /** What there is only where the guide tells how to visit. */
    private record Work(Feedback.Visit protocol, Visits visits, VisitMessages messages,
            VisitActions actions, CoverActions cover) {}

    public VisitRoom(Database database, People people, Guide guide, Outbox outbox) {
        this.people = people;
        this.work = guide.workbook().feedback().visit().map(protocol -> {
            var visits = new Visits(people, guide);
            var messages = new VisitMessages(database, people, outbox, visits, protocol);
            return new Work(protocol, visits, messages, new VisitActions(people, visits, messages, protocol),
                    new CoverActions(people, visits, messages));
        });
    }

    private static Action<WorkPart> begun(String id) {
        return Action.form(id, Carried.workPart(), WRITES.withPractice());
    }

    private static Action<String> own(Action<String> action) {
        return action.onlyFor("the two of them", VisitRoom::isIn);
    }

    private static boolean isIn(CallContext here, String id) {
        return STORE.isIn(here.tx(), id, here.person());
    }

    private static boolean begins(CallContext here, String id) {
        return STORE.begins(here.tx(), id, here.person());
    }

    @Override
    public Feature feature() {
        return work.map(this::feature).orElse(Feature.NONE);
    }

    private Feature feature(Work here) {
        var does = here.actions();
        return new Feature("visit",
                List.of(new Action.Typed("visit", "visits to each other's rooms: offer one, ask for one, take one",
                        SHOW.by((call, team) -> show(here, call, team))).also("visits", "learning walk")),
                List.of(SHOW.by((call, team) -> show(here, call, team)),
                        OFFER.by((call, _) -> does.open(call, Kind.OFFER)),
                        OFFERED.by((call, target) -> does.begin(call, Kind.OFFER, target)),
                        WISH.by((call, _) -> does.open(call, Kind.WISH)),
                        WISHED.by((call, target) -> does.begin(call, Kind.WISH, target)), TAKE.by(does::take),
                        CANCEL.by(does::cancel), COVER.by(here.cover()::ask),
                        COVERED.by((call, id) -> here.cover().answer(call, id, Cover.State.ARRANGED)),
                        NOT_COVERED.by((call, id) -> here.cover().answer(call, id, Cover.State.DECLINED)),
                        NOTE.by(does::note), NOTED.by(does::noted), READ.by(does::read),
                        SHOW_COACH.by(does::show), HIDE.by(does::hide), THANK.by(does::thank), BACK.by(does::back),
                        BACK_ASKED.by(does::backAsked)));
    }

    private Reply show(Work here, CallContext call, TeamId team) {
        if (call.standing().isLeader()) {
            return new Reply.ToYou(VisitPages.forLeader(
                    counts.visits(call.tx(), team, Term.of(call.today(), call.team().zone())),
                    waiting(call.tx(), team, call.person(), call.now()).stream()
                            .map(cover -> VisitCards.cover(cover, here.visits().name(call.tx(), cover.person()),
                                    Visits.when(call.team(), cover.at(), call.now())))
                            .toList()));
        }
        var mine = here.visits().mine(call.tx(), team, call.person(), call.now());
        var walks = new Walks(people, here.protocol());
        var open = here.visits().open(call.tx(), team, call.person(), call.now());
        return new Reply.ToYou(VisitPages.page(team, here.protocol(), cards(here, call, mine),
                Stream.concat(cards(here, call, open).stream(),
                        walks.of(call.tx(), team, call.person(), call.now()).stream()
                                .map(walk -> WalkCards.of(walks.view(call.tx(), walk, call.person(), call.now()))))
                        .toList()));
    }

    private static List<Card> cards(Work here, CallContext call, List<Visit> visits) {
        return visits.stream().map(visit -> VisitCards.of(here.visits().view(call.tx(), visit, call.person(),
                call.now()))).toList();
    }

    private List<Cover> waiting(Transaction tx, TeamId team, PersonId leader, Instant now) {
        return people.gate().openAll(tx, leader, covers.waiting(tx, team, now));
    }

    @Override
    public Map<String, Composer> composers() {
        return work.<Map<String, Composer>>map(here -> Map.of(
                VisitMessages.TOLD, Composer.echo(here.messages()::told),
                VisitMessages.ASKED, asking(Subscription.VISITS, here.messages()::told),
                VisitMessages.EVE, asking(Subscription.VISITS, here.messages()::eve),
                VisitMessages.SHOWN, asking(Subscription.COACHING, (delivery, _) -> here.messages().shown(delivery)),
                VisitMessages.COVER, asking(Subscription.LEADING, here.messages()::cover))).orElse(Map.of());
    }

    private static Composer asking(Subscription kind, Composer.Words words) {
        return Composer.asking(SendPolicy.REQUEST, kind, words);
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return work.isEmpty()
                ? Map.of()
                : Map.of(VisitMessages.TOLD, MessageKind.of("News of a visit", "you are part of a visit on %s"),
                        VisitMessages.ASKED,
                        MessageKind.of("A visit back", "somebody on %s whom you visited would like to visit you"),
                        VisitMessages.EVE, MessageKind.of("Reminder of a visit", "you are part of a visit on %s, and "
                                + "it is next"),
                        VisitMessages.SHOWN,
                        MessageKind.of("Note on a visit", "somebody on %s shows you a note on a visit"),
                        VisitMessages.COVER,
                        MessageKind.of("Request for cover", "somebody on %s needs cover for a visit"));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return new OwnItems(tx, people.gate(), person).of(STORE.since(tx, team.id(), Instant.EPOCH, person),
                visit -> "Visit on " + DateText.dayAndYear(visit.slot().at(), team.zone()),
                (visit, reader) -> STORE.find(tx, visit.id(), reader));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return work.map(here -> standing.isLeader()
                ? waiting(tx, team.id(), person, now).stream().limit(1)
                        .map(cover -> new NextStep(NextStep.Rank.OPEN_ANSWER,
                                here.visits().name(tx, cover.person()) + " needs cover for a visit, "
                                        + Visits.when(team, cover.at(), now) + ".",
                                SHOW.primary("Look", team.id())))
                        .toList()
                : new VisitSteps(here.visits()).of(tx, team, person, standing, now,
                        journeys.current(tx, team.id()).isPresent()))
                .orElse(List.of());
    }

    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return work.map(here -> new VisitSteps(here.visits()).toNote(tx, team, person, standing, now))
                .orElse(List.of());
    }

    /** Numbers alone, for whoever may have them. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        var visits = counts.visits(tx, team.id(), period);
        var told = visits > 0 && (view == View.TEAM || view == View.COACH
                || Visibility.mayCount(DataKind.VISIT, view, visits));
        return told
                ? List.of(new Section(Section.Place.PARTICIPATION, true,
                        List.of(Text.of(Plural.of(visits, "visit") + " to each other's rooms")), List.of()))
                : List.of();
    }

    /** Whoever visited or was visited, and whoever took part in a feedback thread; nobody learns who is missing. */
    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (work.isEmpty()) {
            return List.of();
        }
        var term = Term.of(now.atZone(team.zone()).toLocalDate(), team.zone());
        var ever = new HashSet<>(feedback.tookPart(tx, team.id(), practice));
        ever.addAll(counts.people(tx, team.id(), practice, new Period(Instant.EPOCH, now)));
        return List.of(counted(tx, team, Fact.VISITED_PERCENT, ever),
                counted(tx, team, Fact.VISITED_THIS_TERM_PERCENT,
                        counts.people(tx, team.id(), practice, term)));
    }

    private Counted counted(Transaction tx, Team team, Fact fact, Set<PersonId> there) {
        var members = people.members().of(tx, team.id(), Role.MEMBER).stream().map(Member::person).toList();
        var percent = members.isEmpty()
                ? 0
                : (int) (HUNDRED * members.stream().filter(there::contains).count() / members.size());
        return new Counted(fact, percent, List.of(), SHOW.id());
    }

    @Override
    public List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
        return work.map(here -> {
            var planned = new ArrayList<Planned>();
            for (var member : people.members().of(tx, team.id())) {
                here.visits().mine(tx, team.id(), member.person(), now).stream()
                        .filter(visit -> visit.ahead(now) && visit.begunBy(member.person()))
                        .forEach(visit -> here.messages().planned(tx, team, visit).forEach(planned::add));
            }
            return planned.stream().filter(one -> one.at().isAfter(now) && one.at().isBefore(until)).toList();
        }).orElse(List.of());
    }
}
