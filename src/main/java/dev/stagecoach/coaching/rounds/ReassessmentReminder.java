package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Reminds a coach, once for each of the guide's months, to let the team place again what it sustains. */
final class ReassessmentReminder implements Job {
    /** The reminder's kind. */
    static final String KIND = "assessment.again";
    private static final Duration LOOK = Duration.ofDays(1);

    private final ReassessmentStore store = new ReassessmentStore();
    private final RoundStore rounds = new RoundStore();
    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final Outbox outbox;

    ReassessmentReminder(Database database, People people, Guide guide, Outbox outbox) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "placing again what is kept going";
    }

    void watch(Transaction tx, TeamId team, Instant now) {
        store.watch(tx, team, now);
    }

    @Override
    public void run(Instant now) {
        List<TeamId> due = database.read(tx -> store.due(tx, now));
        Job.each(due, team -> "looking at team " + team, team -> database.change(tx -> look(tx, team, now)));
    }

    private void look(Transaction tx, TeamId id, Instant now) {
        if (store.lookAgain(tx, id, now, now.plus(LOOK))) {
            people.teams().find(tx, id).ifPresent(team -> journeys.all(tx, id).stream().filter(this::sustained)
                    .forEach(journey -> remind(tx, team, journey, now)));
        }
    }

    /** Whether it is in the guide's last stage. */
    private boolean sustained(Journey journey) {
        return guide.stages().stream().map(Stage::key).reduce((_, last) -> last).filter(journey.stage()::equals)
                .isPresent();
    }

    private void remind(Transaction tx, Team team, Journey journey, Instant now) {
        for (var months : guide.workbook().lasting().repeatAfterMonths()) {
            var day = after(team, journey, months);
            if (!day.isAfter(now) && !placedSince(tx, team.id(), journey.practice(), day)) {
                people.members().of(tx, team.id(), Role.COACH).forEach(coach -> outbox.plan(tx, team.id(),
                        "again/" + team.id() + "/" + journey.practice() + "/" + day.toEpochMilli() + "/"
                                + coach.person(),
                        KIND, coach.person(), journey.practice() + " " + day.toEpochMilli(), now));
            }
        }
    }

    private static Instant after(Team team, Journey journey, int months) {
        return journey.since().atZone(team.zone()).plusMonths(months).toInstant();
    }

    private boolean placedSince(Transaction tx, TeamId team, String practice, Instant day) {
        return rounds.closed(tx, team).stream().anyMatch(
                round -> round.practices().contains(practice) && !round.closing().at().isBefore(day))
                || rounds.openIn(tx, team).filter(round -> round.practices().contains(practice)).isPresent();
    }

    /** How many of the guide's months have seen a round with a result, each month one of its own. */
    int seen(Transaction tx, Team team, String practice) {
        return journeys.with(tx, team.id(), practice).filter(this::sustained)
                .map(journey -> matched(days(team, journey), ends(tx, team, practice))).orElse(0);
    }

    private List<Instant> days(Team team, Journey journey) {
        return guide.workbook().lasting().repeatAfterMonths().stream().map(months -> after(team, journey, months))
                .sorted().toList();
    }

    /** When rounds with the practice closed, of which the team saw anything. */
    private List<Instant> ends(Transaction tx, Team team, String practice) {
        return rounds.closed(tx, team.id()).stream()
                .filter(round -> round.practices().contains(practice) && round.hasResult())
                .map(round -> round.closing().at()).sorted().toList();
    }

    /** A late round stands for one month only, or a team that looked once in a year would have looked twice. */
    static int matched(List<Instant> days, List<Instant> ends) {
        var seen = 0;
        for (var end : ends) {
            if (seen < days.size() && !end.isBefore(days.get(seen))) {
                seen++;
            }
        }
        return seen;
    }

    Composition composed(Delivery delivery) {
        var parts = delivery.subject().split(" ", 2);
        return database.read(tx -> people.teams().find(tx, delivery.team())
                .filter(team -> delivery.to() instanceof PersonId coach
                        && people.members().standing(tx, team.id(), coach).isCoach())
                .map(team -> placedSince(tx, team.id(), parts[0], day(parts))
                        ? new Composition.Skip("the team has placed it again")
                        : words(team, parts[0]))
                .orElseGet(() -> new Composition.Skip("the person no longer coaches the team")));
    }

    private static Instant day(String[] parts) {
        return parts.length == 2 ? Instant.ofEpochMilli(Long.parseLong(parts[1])) : Instant.EPOCH;
    }

    private Composition words(Team team, String practice) {
        var name = guide.practice(practice).map(one -> one.shortName()).orElse(practice);
        return Composition.Send.of(Card.titled("Time to look again at " + name).heading("Time to look again")
                .text(team.name() + " has kept up " + name + " for a while. A round of three minutes shows whether it"
                        + " lasts: the same people, compared with before.")
                .buttons(Ways.OPEN_ROUND.primary("Open a round", team.id())));
    }

    /** Nothing that anybody waits for: it looks once a day, and what it finds is due then. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
