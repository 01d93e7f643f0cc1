package dev.stagecoach.coaching.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.Goal;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.People;

/** Ending the work on a goal, so that the next one begins from its report; and the goals that were ended. */
public final class CycleRoom implements Room {
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES).withPractice();
    /** Carries the goal that is closed. */
    static final Action<WorkPart> CLOSED = Action.form("cycle.closed", Carried.workPart(), WRITES);
    static final Action<WorkPart> REOPEN = Action.click("cycle.reopen", Carried.workPart(), WRITES);
    /** Shows the report on a goal that was closed. */
    static final Action<WorkPart> READ = Action.click("cycle.read", Carried.workPart(),
            Access.reads(Who.TEAM).withPractice());
    private static final String RESULT = "result";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_IDEA = 300;
    private static final int MOST = 10;
    private static final Reply NONE = Reply.Refused
            .because("There is no goal to close: the team has not shown one yet.");

    private final GoalStore goals = new GoalStore();
    private final ClosingLineStore lines = new ClosingLineStore();
    private final People people;
    private final Outbox outbox;
    private final Optional<Reports> reports;

    /** @param reporting what is reported at the end of a cycle */
    public CycleRoom(People people, Outbox outbox, ReportRoom reporting) {
        this.people = people;
        this.outbox = outbox;
        this.reports = reporting.reports();
    }

    @Override
    public Feature feature() {
        return new Feature("cycle", List.of(),
                List.of(Ways.CLOSE_GOAL.by((here, _) -> close(here)), CLOSED.by(this::closed), REOPEN.by(this::reopen),
                        Ways.EARLIER_GOALS.by((here, _) -> earlier(here)), READ.by(this::read)));
    }

    private Reply close(CallContext here) {
        return goals.with(here.tx(), here.teamId(), here.chosenPractice())
                .filter(goal -> goal.published().isPresent()).<Reply>map(goal -> new Reply.Open(form(goal)))
                .orElse(NONE);
    }

    private Form form(Goal goal) {
        return CLOSED.form("Close this goal", "Close it", new WorkPart(goal.team(), goal.practice(), goal.id()),
                List.of(new Field.Words(Text.of("“" + goal.canvas().aim().sentence() + "”")
                        .plus("\nIts report stays as it is now, and the next goal begins from what the report says "
                                + "comes next.")),
                        new Field.Pick(RESULT, "How did it end?", "", false,
                                Stream.of(Goal.Result.values())
                                        .map(result -> Field.Option.of(result.name(), result.words())).toList(),
                                Optional.empty()),
                        new Field.LongText(REASON, "What tells you so?", "In a line or two. Leaders can read it.",
                                false,
                                LONGEST_REASON, "")));
    }

    private Reply closed(CallContext here, WorkPart which) {
        var reading = new FormReader(here.submission().answers());
        var result = reading.oneOf(RESULT, Stream.of(Goal.Result.values()).map(Enum::name).toList(), "");
        if (result.isEmpty()) {
            reading.mend(RESULT, "Please choose how it ended.");
        }
        var reason = reading.required(REASON, LONGEST_REASON, "Please say in a line what tells you so.");
        return reading.mend().or(() -> ofTeam(here, which).flatMap(goal -> NameGuard.before(here, people, form(goal),
                List.of(reason)))).orElseGet(() -> ofTeam(here, which).map(
                        goal -> ended(here, goal,
                                new Goal.Closing(Goal.Result.valueOf(result), reason, here.person(), here.now())))
                        .orElse(NONE));
    }

    private Optional<Goal> ofTeam(CallContext here, WorkPart which) {
        return goals.find(here.tx(), which.part()).filter(goal -> goal.team().equals(here.teamId())
                && goal.practice().equals(which.practice()));
    }

    private Reply ended(CallContext here, Goal goal, Goal.Closing how) {
        var tx = here.tx();
        var said = reports.map(known -> known.lines(here)).orElse(List.of());
        if (goals.close(tx, goal, how, idea(here))) {
            lines.keep(tx, goal.id(), said);
            outbox.refresh(tx, goal.messageKey());
        }
        return goals.closed(tx, goal.id()).<Reply>map(one -> new Reply.ToYou(Card.titled("The goal is closed")
                .heading("The goal is closed").text(one.closing().result().words() + ". " + one.closing().reason())
                .text("Its report stays. Next, write the goal that follows from it.")
                .buttons(Ways.WRITE_GOAL.primary("Write the next goal", here.teamId()),
                        Ways.EARLIER_GOALS.button("Earlier goals", here.teamId()),
                        REOPEN.button("Undo", new WorkPart(goal.team(), goal.practice(), goal.id())))))
                .orElse(NONE);
    }

    private String idea(CallContext here) {
        var words = reports.flatMap(known -> known.written(here.tx(), here.teamId(), here.chosenPractice()))
                .map(filled -> filled.entries().text(Reports.NEXT)).orElse("").strip();
        return words.length() <= LONGEST_IDEA
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_IDEA / 2));
    }

    private Reply reopen(CallContext here, WorkPart which) {
        return ofTeam(here, which).filter(goal -> goals.mayReopen(here.tx(), goal)).<Reply>map(goal -> {
            lines.forget(here.tx(), goal.id());
            goals.reopen(here.tx(), goal);
            outbox.refresh(here.tx(), goal.messageKey());
            return new Reply.ToYou(Card.saying("The goal is open again, as it was.")
                    .buttons(Ways.WRITE_GOAL.button("See the goal", here.teamId())));
        }).orElseGet(() -> Reply.Refused.because("The next goal has been written already, so this one stays closed."));
    }

    private Reply earlier(CallContext here) {
        var all = goals.closed(here.tx(), here.teamId(), here.chosenPractice());
        var card = Card.titled("Earlier goals").heading("Earlier goals");
        if (all.isEmpty()) {
            return new Reply.ToYou(card.text("The team has closed no goal for this practice yet.")
                    .buttons(Ways.HOME.button("Back to Home", Optional.of(here.teamId()))));
        }
        for (var one : all.stream().limit(MOST).toList()) {
            card = card.text(Text.bolded(one.cycle() + ". " + one.sentence()).plus("\n" + words(here, one)))
                    .buttons(READ.button("Read its report",
                            new WorkPart(here.teamId(), here.chosenPractice(), one.id())));
        }
        return new Reply.ToYou(all.size() > MOST
                ? card.footnote("The " + MOST + " latest of " + all.size() + ".")
                : card);
    }

    private static String words(CallContext here, Goal.Closed one) {
        return one.closing().result().words() + ", " + DateText.dayAndYear(one.closing().at(), here.team().zone())
                + ". " + one.closing().reason();
    }

    /** Members and coaches read it as it was at the end, leaders as it was approved. */
    private Reply read(CallContext here, WorkPart which) {
        var closed = ofTeam(here, which).flatMap(goal -> goals.closed(here.tx(), goal.id()));
        if (closed.isEmpty()) {
            return NONE;
        }
        var one = closed.get();
        var approved = reports.flatMap(known -> known.approved(here.tx(), here.teamId(), which.practice(),
                one.cycle()));
        var said = here.mayWrite()
                ? people.gate().openTo(here.standing().view(), lines.of(here.tx(), here.teamId(), one.id()))
                : approved.map(Approval::lines).orElse(List.of());
        var card = Card.titled("Report on goal " + one.cycle()).heading("Report on goal " + one.cycle())
                .quote(one.sentence()).text(words(here, one));
        return new Reply.ToYou((said.isEmpty()
                ? card.text("The team has shown no report on it.")
                : card.facts(Stream.concat(said.stream().map(line -> Fact.of(line.heading(), line.words())),
                        approved.flatMap(Approval::approved).map(at -> Fact.of("Approved by the team",
                                DateText.dayAndYear(at, here.team().zone()))).stream())
                        .toList()))
                .buttons(Ways.EARLIER_GOALS.button("Earlier goals", here.teamId())));
    }
}
