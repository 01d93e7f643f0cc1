package dev.stagecoach.coaching.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.Canvas;
import dev.stagecoach.coaching.slot.Slot;
import dev.stagecoach.coaching.slot.Slots;
import dev.stagecoach.coaching.step.OwnPlans;
import dev.stagecoach.coaching.step.StepRoom;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;

/** The team's plan on one page; what is missing is a line with the button that mends it. */
final class TeamPlanCard {
    private static final int SESSIONS_SHOWN = 4;
    private static final int COUNTS_SHOWN = 4;

    private final Guide guide;
    private final CallContext here;

    TeamPlanCard(Guide guide, CallContext here) {
        this.guide = guide;
        this.here = here;
    }

    Card of(TeamPlan plan) {
        var practice = guide.practice(here.chosenPractice()).map(Practice::name).orElse(here.chosenPractice());
        var card = goal(Card.titled("The team's plan for " + practice).heading("Our plan").text(practice), plan);
        card = Sessions.tool(guide).isPresent() ? sessions(card, plan.sessions()) : card;
        card = Measures.tool(guide).isPresent() ? measure(card, plan) : card;
        card = Agreements.tool(guide).isPresent() ? coaching(card, plan.agreement()) : card;
        card = OwnPlans.tool(guide).isPresent() ? steps(card, plan) : card;
        card = Slots.tool(guide).isPresent() ? slot(card, plan.slot()) : card;
        return support(card, plan);
    }

    private Card goal(Card card, TeamPlan plan) {
        return plan.goal().map(Canvas::aim).map(aim -> {
            var told = card.quote(aim.sentence());
            return aim.span().isEmpty() ? told : told.text(aim.span() + ".");
        }).orElseGet(() -> empty(card, "Goal", "not written yet.", Ways.WRITE_GOAL.button("Write the goal", team())));
    }

    private Card sessions(Card card, List<Session> all) {
        if (all.isEmpty()) {
            return empty(card, "Sessions", "none has a date yet.", ArcRoom.ADD.button("Plan a session", team()));
        }
        var ahead = all.stream().filter(session -> !session.on().isBefore(here.today())).toList();
        var shown = ahead.isEmpty() ? all.subList(all.size() - 1, all.size()) : ahead;
        var titled = card.text(Text.bolded("Sessions: ").plus(all.size() + " planned"))
                .bullets(shown.stream().limit(SESSIONS_SHOWN).map(TeamPlanCard::line).toList());
        return titled.buttons(ArcRoom.LIST.button("All sessions", new Page(team(), 0)));
    }

    private static Text line(Session session) {
        var text = Text.of(session.day() + ": " + session.purpose());
        return session.owner().map(owner -> text.plus(", ").mention(owner)).orElse(text);
    }

    private Card measure(Card card, TeamPlan plan) {
        var inGoal = plan.goal().map(one -> one.means().measure()).filter(one -> !one.what().isEmpty());
        return plan.measure().map(one -> measured(card, one, plan.series())).orElseGet(() -> empty(card, "Measure",
                inGoal.map(one -> one.line().plus(" (from the goal). I do not ask for the counts yet."))
                        .orElse(Text.of("not picked yet.")),
                MeasureRoom.PICK.button("Pick a measure", team())));
    }

    private Card measured(Card card, Measure measure, List<DataPoint> series) {
        var line = Text.bolded("Measure: ").plus(measure.what() + " ");
        var asked = measure.collector().map(line::mention).orElse(line).plus(", " + measure.often() + ".");
        var last = series.subList(Math.max(0, series.size() - COUNTS_SHOWN), series.size());
        var counted = last.isEmpty()
                ? asked
                : asked.plus("\n")
                        .quiet(last.stream().map(one -> one.words(guide.sides())).collect(Collectors.joining(" · ")));
        return card.text(counted)
                .buttons(MeasureRoom.PAGE.button(here.mayWrite() ? "All counts" : "The measure", team()));
    }

    private Card coaching(Card card, Optional<Agreement> agreement) {
        return agreement.map(one -> {
            var name = guide.workbook().coaching().model(one.model()).map(Model::name).map(model -> model + ", ")
                    .orElse("");
            return card.text(Text.bolded("Coaching: ").plus(name + "with ").mention(one.coach())
                    .plus(", a cycle of " + Plural.of(one.weeks(), "week") + ", in touch at least "
                            + Plural.every(one.contactDays(), "day") + "."))
                    .buttons(AgreementRoom.PAGE.button("The agreement", team()));
        }).orElseGet(() -> empty(card, "Coaching", "not agreed yet.",
                AgreementRoom.CHOOSE.button("Agree on coaching", team())));
    }

    private Card slot(Card card, Optional<Slot> slot) {
        return slot.map(one -> {
            var line = Text.bolded("A time that stays: ").plus(one.words());
            return card.text(one.owner().map(owner -> line.plus(", in charge: ").mention(owner)).orElse(line).plus("."))
                    .buttons(Slots.OPEN.button("The time", team()));
        }).orElseGet(() -> empty(card, "A time that stays", "none named yet.",
                Slots.OPEN.button("Name a regular time", team())));
    }

    /** How many, as far as the reader may know; never who. */
    private Card steps(Card card, TeamPlan plan) {
        var view = here.standing().isLeader() ? View.LEADER : here.standing().isCoach() ? View.COACH : View.TEAM;
        var words = plan.steps().words(view).orElse("some");
        return plan.steps().count() == 0
                ? empty(card, "When-then steps", "nobody has one yet.",
                        StepRoom.WRITE.button("Write your step", team()))
                : withButton(card.text(Text.bolded("When-then steps: ").plus(words + " of the members have one.")),
                        StepRoom.SHOW.button("My step", team()));
    }

    private Card support(Card card, TeamPlan plan) {
        var told = plan.promise().map(one -> card.text(Text.bolded("A leader's promise: ").plus(one))).orElse(card);
        return plan.goal().map(one -> one.means().support()).filter(words -> !words.isEmpty())
                .map(words -> told.text(Text.bolded("Support: ").plus(words)))
                .orElseGet(() -> empty(told, "Support", "none named yet.",
                        Ways.WRITE_GOAL.button("Name support", team())));
    }

    private Card empty(Card card, String part, String words, Button button) {
        return empty(card, part, Text.of(words), button);
    }

    private Card empty(Card card, String part, Text words, Button button) {
        return withButton(card.text(Text.bolded(part + ": ").plus(words)), button);
    }

    /** Leaders look on; what mends the plan is the team's to do. */
    private Card withButton(Card card, Button button) {
        return here.mayWrite() ? card.buttons(button) : card;
    }

    private TeamId team() {
        return here.teamId();
    }
}
