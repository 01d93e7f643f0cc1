package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;

import dev.stagecoach.coaching.Planned;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * Reminds the owner of a session some days before. A {@link SendPolicy#REQUEST}: colleagues named this person, others sit
 * there unprepared without it, and as a nudge it would lose its place to the week's check-in every time. It is one
 * message to one person for a session, uses up that person's week, and comes one school day before at the latest.
 */
final class SessionReminder implements Composer.Words {
    static final String KIND = "arc.reminder";
    /** School days. */
    static final int BEFORE = 3;
    /** After class, the hour at which most check-ins come too: then both are one message. */
    private static final LocalTime HOUR = LocalTime.of(15, 0);
    /** No break is longer. */
    private static final int DAYS_BACK = 120;

    private final Database database;
    private final People people;
    private final Sessions sessions;
    private final SessionReplyStore words = new SessionReplyStore();
    private final Outbox outbox;

    SessionReminder(Database database, People people, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.sessions = new Sessions(people.gate());
        this.outbox = outbox;
    }

    /** The first moment at which the owner is to hear of it. */
    static Instant at(LocalDate session, Day ownersDay) {
        return from(session, ownersDay).atTime(HOUR).atZone(ownersDay.zone()).toInstant();
    }

    static LocalDate from(LocalDate session, Day day) {
        return Stream.iterate(session.minusDays(1), date -> date.minusDays(1)).limit(DAYS_BACK).filter(day::school)
                .limit(BEFORE).reduce((_, last) -> last).orElse(session);
    }

    /** Plans it for a session as it is now, in place of what was planned for the version before. */
    void plan(Transaction tx, Team team, Session session, Instant now) {
        stop(tx, session, session.filled().version().number() - 1, "the session was changed");
        session.owner().ifPresent(owner -> {
            var at = at(session.on(), people.days().ofPerson(tx, team, owner));
            if (at.isAfter(now)) {
                var key = key(session, session.filled().version().number());
                outbox.plan(tx, team.id(), key, KIND, owner, session.id(), at);
                outbox.latest(tx, key, people.days().ofPerson(tx, team, owner)
                        .oneSchoolDayBefore(session.on().atTime(HOUR).atZone(team.zone()).toInstant()));
            }
        });
    }

    void stop(Transaction tx, Session session, String reason) {
        stop(tx, session, session.filled().version().number(), reason);
    }

    private void stop(Transaction tx, Session session, int version, String reason) {
        outbox.skip(tx, key(session, version), reason);
    }

    private static String key(Session session, int version) {
        return "arc/" + session.id() + "/" + version + "/reminder";
    }

    Stream<Planned> planned(Transaction tx, Team team, Session session) {
        return session.owner().stream()
                .map(owner -> new Planned(at(session.on(), people.days().ofPerson(tx, team, owner)),
                        "Reminder of “" + session.purpose() + "”, to the one who prepares it", SendPolicy.REQUEST));
    }

    @Override
    public Composition compose(Delivery delivery, Instant now) {
        return database.read(tx -> sessions.find(tx, delivery.subject())
                .filter(session -> delivery.to() instanceof PersonId person && session.ownedBy(person))
                .<Composition>map(session -> {
                    var team = people.teams().find(tx, session.filled().team()).orElseThrow();
                    return session.over(now.atZone(team.zone()).toLocalDate())
                            ? new Composition.Skip("the session is over")
                            : Composition.Send.of(ArcCards.toPrepare(session, words.prepared(tx, session.id())));
                })
                .orElseGet(() -> new Composition.Skip("somebody else prepares the session, or it was deleted")));
    }
}
