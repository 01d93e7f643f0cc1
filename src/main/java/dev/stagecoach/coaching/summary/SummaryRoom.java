package dev.stagecoach.coaching.summary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.delivery.Composer;
import dev.stagecoach.delivery.Composer.Composition;
import dev.stagecoach.delivery.Delivery;
import dev.stagecoach.delivery.Due;
import dev.stagecoach.delivery.Ledger;
import dev.stagecoach.delivery.Manner;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;
import dev.stagecoach.picture.TallyPicture;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The evidence summary, posted weekly and told on demand; both tell what all other rooms have to say. */
public final class SummaryRoom implements Room {
    private final Database database;
    private final People people;
    private final List<Room> others;
    private final SummaryStore store = new SummaryStore();
    private final SummaryDue due;

    /**
     * @param others the rooms whose sections make up a summary
     * @param freeze makes final what a weekly summary takes in
     */
    public SummaryRoom(Database database, People people, Ledger ledger, List<Room> others, Freeze freeze) {
        this.database = database;
        this.people = people;
        this.others = List.copyOf(others);
        this.due = new SummaryDue(database, people, ledger, store, freeze);
    }

    @Override
    public Feature feature() {
        return new Feature("summary",
                List.of(new Command("summary", "show what a week or period brought: this week, last week, since a date",
                        Command.Audience.COACHES_AND_LEADERS, this::onDemand)),
                Map.of(), Map.of(), Map.of());
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(SummaryDue.POST, Composer.in(Manner.REPORT, this::composed));
    }

    @Override
    public List<Due> due() {
        return List.of(due);
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        if (team.summaryOn()) {
            store.set(tx, team.id(), SummaryDue.next(team, now));
        } else {
            store.stop(tx, team.id());
        }
    }

    private Reply onDemand(Call.Typed call) {
        return database.read(tx -> {
            var team = people.teams().find(tx, call.inTeam()).orElseThrow();
            return switch (PeriodWords.read(call.rest(), call.now(), team.zone())) {
                case PeriodWords.Read.Bad(var reason) -> Reply.Refused.because(reason);
                case PeriodWords.Read.Good(var period) -> {
                    var standing = people.members().standing(tx, team.id(), call.person());
                    var view = view(standing);
                    yield view.<Reply>map(from -> told(tx, team, period, from))
                            .orElseGet(() -> Reply.Refused.because("The summary is for " + team.name()
                                    + "’s coaches and leaders. The weekly one stands in the channel."));
                }
            };
        });
    }

    private Reply told(Transaction tx, Team team, Period period, View view) {
        var summary = summary(tx, team, period, view);
        return new Reply.ToYou(SummaryCards.whole(team, period, summary, picture(team, period, summary)));
    }

    private static Optional<View> view(Standing standing) {
        if (standing.isLeader()) {
            return Optional.of(View.ADMIN);
        }
        return standing.isCoach() ? Optional.of(View.COACH) : Optional.empty();
    }

    private Composition composed(Delivery delivery, Instant now) {
        var subject = SummaryDue.Subject.parse(delivery.subject());
        return database.read(tx -> {
            var found = people.teams().find(tx, subject.team()).filter(Team::summaryOn);
            if (found.isEmpty()) {
                return new Composition.Skip("the team has switched its summary off");
            }
            var team = found.get();
            var summary = summary(tx, team, subject.period(), View.TEAM);
            var pair = SummaryCards.of(team, subject.period(), summary, picture(team, subject.period(), summary));
            return new Composition.Send(pair.card(), pair.inThread());
        });
    }

    private WeeklySummary summary(Transaction tx, Team team, Period period, View view) {
        return WeeklySummary
                .of(others.stream().flatMap(room -> room.sections(tx, team, period, view).stream()).toList());
    }

    private static Optional<Picture> picture(Team team, Period period, WeeklySummary summary) {
        return summary.quiet() || summary.tallies().isEmpty()
                ? Optional.empty()
                : Optional.of(TallyPicture.of(SummaryCards.title(team, period), summary.finding(), summary.tallies()));
    }
}
