package dev.stagecoach.coaching.leader;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.WeekPrompt;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.guide.CheckinSet.Kind;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Asks a leader once a week about the own goal; what the leader answers is an entry in the log. */
final class WeeklyQuestion {
    static final String ASK = "leader.week";
    private static final Action<TeamId> START = Action.click("leader.week_start", Carried.team(),
            Access.writes(Who.LEADERS));
    /** Anybody may stop what that very person is asked. */
    private static final Action<TeamId> STOP = Action.click("leader.week_stop", Carried.team(),
            Access.writes(Who.ANYONE));
    private static final String SET = "leader_weekly";
    /** The week behind one and before the free days. */
    private static final DayOfWeek DAY = DayOfWeek.FRIDAY;
    private static final LocalTime TIME = LocalTime.of(13, 0);
    /** An entry this young answers the question before it is asked. */
    private static final Duration LATELY = Duration.ofDays(6);
    private static final int MOST_BUTTONS = 20;

    private final WeeklyQuestionStore store = new WeeklyQuestionStore();
    private final PreferenceStore preferences = new PreferenceStore();
    private final JourneyStore journeys = new JourneyStore();
    private final Guide guide;
    private final People people;
    private final Outbox outbox;
    private final Log log;
    private final Optional<CheckinSet> set;

    /** Nobody is asked anything where the guide has no questions for it. */
    WeeklyQuestion(Guide guide, People people, Outbox outbox, Log log) {
        this.guide = guide;
        this.people = people;
        this.outbox = outbox;
        this.log = log;
        this.set = guide.checkinSet(SET).filter(one -> !one.questions().isEmpty());
    }

    WeeklyQuestionStore store() {
        return store;
    }

    List<Handled<?>> actions() {
        return List.of(START.by((here, _) -> start(here)), STOP.by(this::stop));
    }

    /** With a leader's first goal; says so if it begins now. Whoever stopped it once is left in peace. */
    String begin(CallContext here) {
        return set.filter(_ -> store.begin(here.tx(), here.person(), here.teamId(), next(here.team(), here.now())))
                .map(_ -> " On Fridays I will send you a message to ask what you did for it; you can stop that in "
                        + "your log.")
                .orElse("");
    }

    private Reply start(CallContext here) {
        return set.<Reply>map(_ -> {
            if (!asks(here.tx(), here.person())) {
                store.start(here.tx(), here.person(), here.teamId(), next(here.team(), here.now()));
            }
            return new Reply.ToYou(Card.saying("On Fridays I will ask what you did for your goals, in one message for "
                    + "all of your teams. I leave out any team that you log something for yourself.")
                    .buttons(LogCards.log(here.teamId())));
        }).orElseGet(() -> Reply.Refused.because("The guide has no weekly question for leaders."));
    }

    private Reply stop(CallContext here, TeamId team) {
        store.stop(here.tx(), here.person());
        return new Reply.ToYou(Card.saying("I will not ask you weekly any more. Your log stays as it is.")
                .buttons(LogCards.log(team)));
    }

    /** The button that starts or stops it; none where there is nothing to ask about. */
    List<Button> ways(CallContext here) {
        if (set.isEmpty()) {
            return List.of();
        }
        if (asks(here.tx(), here.person())) {
            return List.of(STOP.button("Stop asking me weekly", here.teamId()));
        }
        return goal(here.tx(), here.teamId(), here.person()).map(_ -> START.button("Ask me weekly", here.teamId()))
                .stream()
                .toList();
    }

    /** Plans what is to be asked, and moves on to the next week. */
    void ask(Transaction tx, WeeklyQuestionStore.Row row, Instant now) {
        people.teams().find(tx, row.team()).ifPresentOrElse(team -> {
            var due = row.next().orElse(now);
            var day = LocalDate.ofInstant(due, team.zone());
            if (store.moveOn(tx, row, next(team, now)) && wanted(tx, row.person(), team, now).isEmpty()) {
                open(tx, row.person(), now).stream()
                        .filter(goal -> people.days().ofTeam(tx, goal.team()).school(day)).findFirst()
                        .ifPresent(goal -> plan(tx, row.person(), goal.team(), due, day));
            }
        }, () -> store.stop(tx, row.person()));
    }

    private void plan(Transaction tx, PersonId leader, Team team, Instant due, LocalDate day) {
        outbox.plan(tx, team.id(), "leader/week/" + leader + "/" + day, ASK, leader, team.id().value(), due);
        store.asked(tx, leader, due);
    }

    Composition composed(Transaction tx, Delivery delivery, Team team, Instant now) {
        if (!(delivery.to() instanceof PersonId leader)) {
            return new Composition.Skip("it is no message to a person");
        }
        return wanted(tx, leader, team, now).<Composition>map(Composition.Skip::new).orElseGet(() -> {
            var goals = open(tx, leader, now);
            return goals.isEmpty()
                    ? new Composition.Skip("no team of theirs has a goal that they have not logged something for")
                    : Composition.Send.of(card(goals, prompt(tx, goals.getFirst().team(), now)));
        });
    }

    /** Why the leader does not want to be asked; empty where the leader does. */
    private Optional<String> wanted(Transaction tx, PersonId leader, Team team, Instant now) {
        if (!asks(tx, leader)) {
            return Optional.of("the leader stopped the weekly question");
        }
        return preferences.wantsCheckins(tx, leader, now, team.zone())
                ? Optional.empty()
                : Optional.of("the leader does not want check-ins right now");
    }

    private boolean asks(Transaction tx, PersonId leader) {
        return store.of(tx, leader).filter(WeeklyQuestionStore.Row::asks).isPresent();
    }

    /** A leader's open goal for a team. */
    private record Open(Team team, String goal) {}

    /** One for each team that the person leads and has an open goal for, unless something was logged this week. */
    private List<Open> open(Transaction tx, PersonId leader, Instant now) {
        return people.teams().of(tx, leader).stream()
                .filter(team -> people.members().standing(tx, team.id(), leader).isLeader())
                .filter(team -> !logged(tx, team.id(), leader, now.minus(LATELY)))
                .flatMap(team -> goal(tx, team.id(), leader).map(goal -> new Open(team, goal)).stream()).toList();
    }

    /** While the question of this week is not answered; on the Home tab whether or not a message went out. */
    Optional<NextStep> step(Transaction tx, Team team, PersonId leader, Instant now) {
        return store.of(tx, leader).filter(WeeklyQuestionStore.Row::asks).flatMap(WeeklyQuestionStore.Row::asked)
                .filter(asked -> asked.isAfter(now.minus(LATELY)) && !logged(tx, team.id(), leader, asked))
                .filter(_ -> goal(tx, team.id(), leader).isPresent())
                .flatMap(_ -> questions().stream().findFirst())
                .map(question -> new NextStep(NextStep.Rank.OPEN_ANSWER, question,
                        LeaderRoom.ENTRY.primary("Log something", team.id())));
    }

    /** One message, however many teams there are to ask about. */
    private Card card(List<Open> goals, Optional<String> prompt) {
        var card = Card.titled("A minute for your own goal").heading("A minute for your own goal");
        for (var open : goals) {
            card = card.text(Text.bolded("Your goal for " + open.team().name() + ": ").plus(open.goal()));
        }
        var first = goals.getFirst().team().id();
        var buttons = goals.stream().map(open -> LeaderRoom.ENTRY.primary(goals.size() == 1
                ? "Log something"
                : "Log for " + open.team().name(), open.team().id())).limit(MOST_BUTTONS);
        card = card.bullets(questions().stream().map(Text::of).toList());
        return prompt.map(words -> Text.bolded("And one to think about: ").plus(words)).map(card::text).orElse(card)
                .buttons(Stream.concat(buttons, Stream.of(LogCards.log(first),
                        STOP.button("Stop asking me weekly", first))).toList())
                .footnote("Your answer goes into your log. Only you see it unless you show it to the team.");
    }

    /** One of the guide's prompts for leaders, in the stage that the team is in. */
    private Optional<String> prompt(Transaction tx, Team team, Instant now) {
        return journeys.current(tx, team.id()).flatMap(journey -> guide.stage(journey.stage()).flatMap(
                stage -> WeekPrompt.of(stage, "leader", guide.practice(journey.practice()).map(Practice::name)
                        .orElse("the practice"), LocalDate.ofInstant(now, team.zone()))));
    }

    /** Who sees the answer is asked where it is written down. */
    private List<String> questions() {
        return set.stream().flatMap(one -> one.questions().stream()).filter(one -> one.kind() != Kind.CHOICE)
                .map(CheckinSet.Question::text).toList();
    }

    private Optional<String> goal(Transaction tx, TeamId team, PersonId leader) {
        return log.own(tx, team, leader).stream().filter(item -> item.kind() == LogItem.Kind.GOAL && item.open())
                .flatMap(item -> item.promise().stream()).findFirst();
    }

    private boolean logged(Transaction tx, TeamId team, PersonId leader, Instant since) {
        return log.own(tx, team, leader).stream()
                .anyMatch(item -> item.kind() == LogItem.Kind.ENTRY && !item.filled().made().isBefore(since));
    }

    /** From tomorrow, so that nobody is asked on the day of the goal. */
    private static Instant next(Team team, Instant now) {
        return new Weekly(1, Set.of(DAY), TIME, LocalDate.ofInstant(now, team.zone()).plusDays(1))
                .next(now, team.zone());
    }
}
