package dev.stagecoach.coaching.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Tells the coaches of a team that has gone quiet: once, until it has been active again; never a leader. */
public final class QuietRoom implements Room {
    static final String NOTICE = "quiet.notice";
    /** When teams are looked at each day, in their zone. */
    private static final LocalTime LOOK = LocalTime.of(10, 0);

    private final QuietWatchStore watch = new QuietWatchStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final ActivitySigns signs;
    private final Function<TeamId, List<Button>> ways;

    /** @param ways what the coach can do about it */
    public QuietRoom(Database database, People people, Outbox outbox, ActivitySigns signs,
            Function<TeamId, List<Button>> ways) {
        this.database = database;
        this.people = people;
        this.outbox = outbox;
        this.signs = signs;
        this.ways = ways;
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(NOTICE, Composer.asking(SendPolicy.NUDGE, Subscription.COACHING, new Notice()));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(NOTICE, MessageKind.of("A quiet team", "you coach %s, and it had been quiet"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new QuietWatchJob(database, watch, this::look));
    }

    /** Looks at one team, and when to look again. */
    private void look(Transaction tx, TeamId id, Instant now) {
        people.teams().find(tx, id).ifPresent(team -> {
            if (quiet(tx, team, now)) {
                people.members().of(tx, id, Role.COACH).forEach(coach -> tell(tx, team, coach, now));
            }
            var tomorrow = LocalDate.ofInstant(now, team.zone()).plusDays(1).atTime(LOOK).atZone(team.zone());
            watch.lookAgain(tx, id, people.days().ofTeam(tx, team).nextOpen(tomorrow.toInstant()));
        });
    }

    /** The key names the last sign of life, so that one silence is told once. */
    private void tell(Transaction tx, Team team, Member coach, Instant now) {
        var last = signs.last(tx, team.id()).map(Instant::toEpochMilli).orElse(0L);
        outbox.plan(tx, team.id(), "quiet/" + team.id() + "/" + last + "/" + coach.person(), NOTICE, coach.person(),
                team.id().value(), now);
    }

    private boolean quiet(Transaction tx, Team team, Instant now) {
        return new Silence(signs.last(tx, team.id()), signs.asked().since(tx, team.id(), now.minus(Silence.LATELY)))
                .quiet(now, people.days().ofTeam(tx, team));
    }

    /** Writes the message, where it is still true. */
    private final class Notice implements Composer.Words {
        @Override
        public Composition compose(Delivery delivery, Instant now) {
            return database.read(tx -> people.teams().find(tx, new TeamId(delivery.subject()))
                    .<Composition>map(team -> composed(tx, team, delivery, now))
                    .orElseGet(() -> new Composition.Skip("the team is gone")));
        }

        private Composition composed(Transaction tx, Team team, Delivery delivery, Instant now) {
            if (!(delivery.to() instanceof PersonId coach)
                    || !people.members().standing(tx, team.id(), coach).isCoach()) {
                return new Composition.Skip("the person no longer coaches the team");
            }
            return quiet(tx, team, now)
                    ? Composition.Send.of(card(team))
                    : new Composition.Skip("the team is active again");
        }
    }

    private Card card(Team team) {
        var title = "It has been quiet in " + team.name();
        return Card.titled(title).heading(title)
                .text("For two weeks, not counting days off, nobody answered a check-in, logged evidence or "
                        + "reflected. A word at your next meeting often helps more than another message.")
                .buttons(ways.apply(team.id()))
                .footnote("Only the team's coaches get this, once, and it names no one.");
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.isCoach() && quiet(tx, team, now)
                ? ways.apply(team.id()).stream().limit(1)
                        .map(way -> new NextStep(NextStep.Rank.NEXT, "It has been quiet for two weeks.", way)).toList()
                : List.of();
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        watch.watch(tx, team.id(), people.days().ofTeam(tx, team).nextOpen(now));
    }
}
