package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.guide.Feedback;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * What people hear about a visit. What the other one did is an {@link SendPolicy#ECHO}, sent within the reader's hours.
 * The reminder is a {@link SendPolicy#REQUEST} that waits for no week: the other of the two counts on it.
 */
final class VisitMessages {
    static final String TOLD = "visit.told";
    static final String ASKED = "visit.asked";
    static final String SHOWN = "visit.shown";
    static final String EVE = "visit.eve";
    static final String COVER = "visit.cover";

    private final CoverStore covers = new CoverStore();
    private final NoteStore notes = new NoteStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Visits visits;
    private final Feedback.Visit protocol;

    VisitMessages(Database database, People people, Outbox outbox, Visits visits, Feedback.Visit protocol) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.visits = visits;
        this.protocol = protocol;
    }

    /** What has become of a visit. */
    enum News {
        TAKEN, FREED, CANCELED, ASKED_BACK, ARRANGED, DECLINED, THANKED
    }

    /** Says what the other one has done, within the reader's hours; it asks for nothing, so it uses up nobody's week. */
    void tell(CallContext here, Visit visit, PersonId reader, News news) {
        var open = people.days().ofPerson(here.tx(), here.team(), reader).nextOpen(here.now());
        outbox.plan(here.tx(), visit.team(), key(here, visit, news, reader), TOLD, reader, subject(here, visit, news),
                open);
    }

    /** Asks the one who visited first. */
    void askBack(CallContext here, Visit visit, PersonId host) {
        var key = key(here, visit, News.ASKED_BACK, host);
        outbox.plan(here.tx(), visit.team(), key, ASKED, host, subject(here, visit, News.ASKED_BACK), here.now());
        outbox.latest(here.tx(), key, eve(here.tx(), here.team(), visit, host));
    }

    private static String key(CallContext here, Visit visit, News news, PersonId reader) {
        return "visit/" + visit.id() + "/" + news + "/" + reader + "/" + here.now().toEpochMilli();
    }

    private static String subject(CallContext here, Visit visit, News news) {
        return visit.id() + " " + news + " " + here.person();
    }

    /** A coach may read a note from now on. */
    void show(CallContext here, Visit visit, PersonId coach) {
        outbox.plan(here.tx(), visit.team(), "visit/" + visit.id() + "/shown/" + here.person() + "/" + coach, SHOWN,
                coach, visit.id() + " " + here.person(), here.now());
    }

    /** For both, on the school day before; who said yes later than that has just read all of it. */
    void remind(CallContext here, Visit visit) {
        for (var person : visit.people()) {
            var at = eve(here.tx(), here.team(), visit, person);
            if (at.isAfter(here.now())) {
                outbox.plan(here.tx(), visit.team(), eveKey(visit, person), EVE, person, visit.id(), at);
                outbox.latest(here.tx(), eveKey(visit, person), at);
            }
        }
    }

    void stopReminding(Transaction tx, Visit visit) {
        visit.people().forEach(person -> outbox.skip(tx, eveKey(visit, person), "the visit was called off"));
    }

    private Instant eve(Transaction tx, Team team, Visit visit, PersonId person) {
        return people.days().ofPerson(tx, team, person).oneSchoolDayBefore(visit.slot().at());
    }

    private static String eveKey(Visit visit, PersonId person) {
        return "visit/" + visit.id() + "/eve/" + visit.takenAt().map(Instant::toEpochMilli).orElse(0L) + "/" + person;
    }

    Stream<Planned> planned(Transaction tx, Team team, Visit visit) {
        return visit.people().stream().map(person -> new Planned(eve(tx, team, visit, person), "Reminder of a visit",
                SendPolicy.REQUEST));
    }

    void askForCover(CallContext here, Cover cover) {
        leaders(here.tx(), cover).forEach(leader -> {
            outbox.plan(here.tx(), cover.team(), coverKey(cover, leader), COVER, leader, cover.visit(), here.now());
            outbox.latest(here.tx(), coverKey(cover, leader), here.now());
        });
    }

    void refresh(Transaction tx, Cover cover) {
        leaders(tx, cover).forEach(leader -> outbox.refresh(tx, coverKey(cover, leader)));
    }

    private Stream<PersonId> leaders(Transaction tx, Cover cover) {
        return people.members().of(tx, cover.team(), Role.LEADER).stream().map(Member::person);
    }

    private static String coverKey(Cover cover, PersonId leader) {
        return "visit/" + cover.visit() + "/cover/" + cover.askedAt().toEpochMilli() + "/" + leader;
    }

    Composition told(Delivery delivery, Instant now) {
        var parts = delivery.subject().split(" ", 3);
        var news = News.valueOf(parts[1]);
        var by = PersonId.parse(parts[2]);
        return read(delivery, (tx, reader) -> visits.seenBy(tx, parts[0], reader)
                .filter(visit -> holds(visit, news, now))
                .map(visit -> card(visits.view(tx, visit, reader, now), news, visits.name(tx, by))));
    }

    /** Whether it is still so. */
    private static boolean holds(Visit visit, News news, Instant now) {
        return switch (news) {
            case TAKEN, ARRANGED, DECLINED -> visit.ahead(now);
            case FREED, ASKED_BACK -> visit.open(now);
            case CANCELED -> visit.state() == Visit.State.CANCELED;
            case THANKED -> visit.agreed();
        };
    }

    Composition shown(Delivery delivery) {
        var parts = delivery.subject().split(" ", 2);
        var author = PersonId.parse(parts[1]);
        return read(delivery, (tx, reader) -> people.gate().openAll(tx, reader, notes.of(tx, parts[0], reader)).stream()
                .filter(note -> note.person().equals(author)).findFirst()
                .map(_ -> VisitCards.shown(parts[0], author)));
    }

    private static Card card(VisitView view, News news, String name) {
        return switch (news) {
            case TAKEN -> titled(name + " says yes to your visit", view);
            case FREED -> titled(name + " can’t make it after all. Your team sees it as free again", view);
            case ASKED_BACK -> titled(name + " would like to visit you back", view);
            case CANCELED -> Card.saying(name + " can’t make the visit, " + view.when() + ". It is off.")
                    .buttons(VisitRoom.SHOW.button("Find another time", view.visit().team()));
            case ARRANGED -> titled(name + " arranges your cover", view);
            case DECLINED -> titled(name + " can’t arrange cover this time. Maybe a colleague can, or another time "
                    + "works better", view);
            case THANKED -> Card.saying(name + " says thank you for letting them see your class.")
                    .buttons(view.after().any()
                            ? List.of(VisitRoom.READ.button("What we noted", view.visit().id()))
                            : List.of());
        };
    }

    private static Card titled(String title, VisitView view) {
        return Card.titled(title + ": " + view.when()).text(title + ".").then(VisitCards.of(view));
    }

    Composition eve(Delivery delivery, Instant now) {
        return read(delivery, (tx, reader) -> visits.seenBy(tx, delivery.subject(), reader)
                .filter(visit -> visit.ahead(now) && visit.people().contains(reader))
                .map(visit -> VisitCards.eve(visits.view(tx, visit, reader, now), protocol)));
    }

    Composition cover(Delivery delivery, Instant now) {
        return read(delivery, (tx, reader) -> covers.find(tx, delivery.subject())
                .flatMap(closed -> people.gate().open(tx, reader, closed))
                .flatMap(cover -> people.teams().find(tx, cover.team()).map(team -> VisitCards.cover(cover,
                        visits.name(tx, cover.person()), Visits.when(team, cover.at(), now)))));
    }

    private interface Words {
        Optional<Card> of(Transaction tx, PersonId reader);
    }

    private Composition read(Delivery delivery, Words words) {
        return database.read(tx -> Optional.of(delivery.to()).filter(PersonId.class::isInstance)
                .map(PersonId.class::cast).flatMap(reader -> words.of(tx, reader)).<Composition>map(
                        Composition.Send::of)
                .orElseGet(() -> new Composition.Skip("the visit was called off or changed, or is not theirs to see")));
    }
}
