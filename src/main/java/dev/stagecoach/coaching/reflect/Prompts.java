package dev.stagecoach.coaching.reflect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Prompt;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** Puts a prompt of the guide before a person: the one that still waits, or the next by {@link PromptServing}. */
final class Prompts {
    private final Guide guide;
    private final ReflectionStore store;
    private final JourneyStore journeys = new JourneyStore();
    private final GoalStore goals = new GoalStore();

    Prompts(Guide guide, ReflectionStore store) {
        this.guide = guide;
        this.store = store;
    }

    Serving forPerson(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var servings = store.servings(tx, team.id(), person);
        var waiting = servings.stream().filter(one -> one.state() == Serving.State.OPEN).findFirst();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        var audience = standing.isCoach() ? "team" : "member";
        var prompts = inTurn(stage(tx, team).prompts().stream().filter(prompt -> prompt.audience().equals(audience))
                .toList(), lenses(tx, team));
        var history = servings.stream().filter(one -> !one.prompt().isEmpty()).map(Prompts::served).toList();
        var serving = PromptServing.next(prompts, history, now)
                .map(prompt -> new Serving(Ids.next(), team.id(), person, prompt.id(), prompt.phase(),
                        filledIn(tx, team, prompt), now, Serving.State.OPEN))
                .orElseGet(() -> new Serving(Ids.next(), team.id(), person, "", Prompt.Phase.WHAT,
                        "What is on your mind about your " + guide.sides().learners() + " this week?", now,
                        Serving.State.OPEN));
        store.serve(tx, serving);
        return serving;
    }

    /** The questions that the practice itself is looked at with; they ask what happened. */
    private List<Prompt> lenses(Transaction tx, Team team) {
        return journeys.current(tx, team.id()).flatMap(journey -> guide.practice(journey.practice())).stream()
                .flatMap(practice -> IntStream.range(0, practice.lens().size())
                        .mapToObj(i -> new Prompt("lens/" + practice.key() + "/" + i, Prompt.Phase.WHAT, "member",
                                practice.lens().get(i))))
                .toList();
    }

    /** One of these, one of those; what is left of either comes last. */
    private static List<Prompt> inTurn(List<Prompt> these, List<Prompt> those) {
        return IntStream.range(0, Math.max(these.size(), those.size())).boxed()
                .flatMap(i -> Stream.of(these, those).flatMap(list -> list.stream().skip(i).limit(1))).toList();
    }

    private Stage stage(Transaction tx, Team team) {
        return journeys.current(tx, team.id()).flatMap(journey -> guide.stage(journey.stage()))
                .orElseGet(() -> guide.stages().getFirst());
    }

    private String filledIn(Transaction tx, Team team, Prompt prompt) {
        var journey = journeys.current(tx, team.id());
        var practice = journey.flatMap(one -> guide.practice(one.practice())).map(Practice::name)
                .orElse("the practice");
        var since = journey.map(Journey::since).map(at -> DateText.near(LocalDate.ofInstant(at, team.zone())))
                .orElse("the last time you looked");
        var target = goals.current(tx, team.id()).flatMap(goal -> goal.canvas().aim().target().on())
                .map(Prompts::day).orElse("the end of the semester");
        return fill(prompt.text(), practice, since, target);
    }

    /** Gaps that only the reader can fill are left as words in brackets. */
    static String fill(String text, String practice, String since, String target) {
        return text.replace("{practice}", practice).replace("since {date}", "since " + since)
                .replace("{date}", target).replace('{', '[').replace('}', ']');
    }

    private static String day(LocalDate day) {
        return DateText.near(day);
    }

    private static PromptServing.Served served(Serving one) {
        return new PromptServing.Served(one.prompt(), one.phase(), one.at(), one.state() == Serving.State.PASSED);
    }
}
