package dev.stagecoach.coaching.summary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.picture.TallyPicture;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** The evidence summary, posted weekly and told on demand; both tell what all other rooms have to say. */
public final class SummaryRoom implements Room {
    /** Shows this week so far; its picture is drawn outside of a transaction. */
    private static final Action<TeamId> WEEK = Action.click("summary.week", Carried.team(),
            Access.outside(Who.COACHES_AND_LEADERS));
    /** One of the usual periods, by its words. */
    static final Action<Choice> PERIOD = Action.click("summary.period", Carried.choice(),
            Access.outside(Who.COACHES_AND_LEADERS));

    private final Database database;
    private final People people;
    private final List<Room> others;
    private final SummaryJob due;

    /**
     * @param others the rooms whose sections make up a summary
     * @param freeze makes final what a weekly summary takes in
     */
    public SummaryRoom(Database database, People people, Outbox outbox, List<Room> others, Freeze freeze) {
        this.database = database;
        this.people = people;
        this.others = others;
        this.due = new SummaryJob(database, people, outbox, new SummaryStore(), freeze);
    }

    @Override
    public Feature feature() {
        var told = WEEK.by((here, _) -> new Reply.ToYou(ofPeriod(here, here.typed())));
        return new Feature("summary", List.of(new Action.Typed("summary",
                "shows what a week or period brought: last month, since Monday, Sep 1 – Sep 14", told)),
                List.of(told,
                        PERIOD.by((here, usual) -> new Reply.Replace(ofPeriod(here, usual.key().replace('-', ' '))))));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return WEEK.access().who().admits(standing)
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "See what this week has brought so far.",
                        WEEK.button("This week so far", team.id())))
                : List.of();
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(SummaryJob.POST, Composer.in(SendPolicy.REPORT, this::composed));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(SummaryJob.POST, new MessageKind("Weekly summary", (_, team, _) -> SummaryJob.because(team)));
    }

    @Override
    public List<Job> jobs() {
        return List.of(due);
    }

    @Override
    public List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
        return team.summaryOn()
                ? Stream.iterate(SummaryJob.next(team, now), until::isAfter, at -> SummaryJob.next(team, at))
                        .map(at -> new Planned(at, "Weekly summary", SendPolicy.REPORT)).toList()
                : List.of();
    }

    @Override
    public void teamChanged(Transaction tx, Team team, Instant now) {
        due.rearrange(tx, team, now);
    }

    private record Asked(Covered covered, WeeklySummary summary) {}

    /** Told once what was read is read: a picture takes too long to hold a transaction for. */
    private Card ofPeriod(CallContext here, String words) {
        return switch (PeriodWords.read(words, here.now(), here.team().zone())) {
            case PeriodWords.Read.Bad(var reason) -> SummaryCards.usual(Card.saying(reason), here.teamId());
            case PeriodWords.Read.Good(var period) -> {
                var asked = database.read(tx -> new Asked(
                        Covered.of(tx, people, here.team(), period, Optional.of(here.person())),
                        summary(tx, here.team(), period, here.standing().view())));
                var told = SummaryCards.whole(asked.covered(), asked.summary(), picture(asked.summary()));
                yield SummaryCards.usual(asked.summary().quiet() ? told.buttons(onward(here)) : told, here.teamId());
            }
        };
    }

    /** What whoever reads that nothing happened can do about it; leaders log no evidence of the team's. */
    private static Button onward(CallContext here) {
        return Ways.LOG_EVIDENCE.access().who().admits(here.standing())
                ? Ways.LOG_EVIDENCE.primary("Log evidence", here.teamId())
                : Ways.HOME.primary("Where the team stands", Optional.of(here.teamId()));
    }

    private Composition composed(Delivery delivery, Instant now) {
        var subject = SummaryJob.Subject.parse(delivery.subject());
        return database.<Supplier<Composition>>read(tx -> people.teams().find(tx, subject.team())
                .filter(Team::summaryOn)
                .map(team -> posted(Covered.of(tx, people, team, subject.period(), Optional.empty()), WeeklySummary
                        .ofNews(told(tx, team, subject.period(), ofChannel(tx, subject.team())))))
                .orElseGet(() -> () -> new Composition.Skip("the team has turned its summary off"))).get();
    }

    /** Where a leader reads without the team's agreement, the channel is told what leaders may see. */
    private View ofChannel(Transaction tx, TeamId team) {
        return people.readers().unagreed(tx, team) ? View.LEADER : View.TEAM;
    }

    private static Supplier<Composition> posted(Covered covered, WeeklySummary summary) {
        return () -> {
            var pair = SummaryCards.of(covered, summary, trend(summary));
            return new Composition.Send(pair.card(), pair.inThread());
        };
    }

    private WeeklySummary summary(Transaction tx, Team team, Period period, View view) {
        return WeeklySummary.of(told(tx, team, period, view));
    }

    private List<Section> told(Transaction tx, Team team, Period period, View view) {
        return others.stream().flatMap(room -> room.sections(tx, team, period, view).stream()).toList();
    }

    /** What the words do not say: week by week. */
    private static Optional<Picture> trend(WeeklySummary summary) {
        return summary.trend().map(trend -> TallyPicture.of(trend.what(), Stream.concat(Stream.of(trend.what()),
                trend.counts().stream().map(one -> one.label() + ": " + one.count() + " of " + one.of()))
                .collect(Collectors.joining("; ", "", ".")), trend.counts()));
    }

    private static Optional<Picture> picture(WeeklySummary summary) {
        return trend(summary).or(() -> summary.quiet() || summary.tallies().isEmpty()
                ? Optional.empty()
                : Optional.of(TallyPicture.of("In numbers", summary.finding(), summary.tallies())));
    }
}
