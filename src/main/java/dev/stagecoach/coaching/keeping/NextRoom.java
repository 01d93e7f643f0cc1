package dev.stagecoach.coaching.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.keeping.NextStore.Next;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Naming what comes after the practice in focus; from there the next journey begins. */
public final class NextRoom implements Room {
    /** The click that names what is next; its value is the team. */
    public static final String NAME = "next.name";
    private static final String FORM = "next.form";
    private static final String PRACTICE = "practice";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 300;

    private final NextStore store = new NextStore();
    private final Database database;
    private final People people;
    private final Guide guide;

    public NextRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
    }

    @Override
    public Feature feature() {
        return new Feature("next", List.of(), Map.of(NAME, this::name), Map.of(FORM, this::named), Map.of());
    }

    private Reply name(Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(), here -> {
            var before = store.of(tx, here.team().id(), here.practice());
            return others(here.practice()).isEmpty()
                    ? Reply.Refused.because("The guide has no other practice to take up.")
                    : new Reply.Open(form(here, before));
        }));
    }

    private Form form(TeamAtWork here, Optional<Next> before) {
        return new Form(FORM, "What is next", "Name it", here.team().id() + " " + here.practice(), List.of(
                new Field.Pick(PRACTICE, "What would your team take up next?", "", false,
                        others(here.practice()).stream().map(one -> Field.Option.of(one.key(), one.name())).toList(),
                        before.map(Next::next).filter(key -> guide.practice(key).isPresent())),
                new Field.LongText(REASON, "Why this one?", "In a line or two.", false, LONGEST_REASON,
                        before.map(Next::reason).orElse(""))));
    }

    private List<Practice> others(String practice) {
        return guide.practices().stream().filter(one -> !one.key().equals(practice)).toList();
    }

    private Reply named(Call.Submission sent) {
        var parts = (sent.context() + " ").split(" ", 3);
        return database.write(tx -> TeamAtWork.writing(tx, people, new TeamId(parts[0]), sent.person(), here -> {
            var reading = new FormReader(sent.answers());
            var next = reading.oneOf(PRACTICE, others(parts[1]).stream().map(Practice::key).toList(), "");
            if (next.isEmpty()) {
                reading.mend(PRACTICE, "Please choose what comes next.");
            }
            var reason = reading.required(REASON, LONGEST_REASON, "Please say in a line why this one.");
            return reading.mend().orElseGet(() -> {
                store.name(tx, new Next(here.team().id(), parts[1], next, reason, sent.person()), sent.now());
                return new Reply.ToYou(Card
                        .saying("Named: " + name(next) + ". Its journey begins when the team takes it"
                                + " up; the one that you are on goes on beside it.")
                        .buttons(Button.primary("Take it up", "goal.choose", here.team().id().value())));
            });
        }));
    }

    private String name(String practice) {
        return guide.practice(practice).map(Practice::name).orElse(practice);
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var next = store.of(tx, team.id(), practice);
        return List.of(new Counted(Fact.NEXT_PRACTICE_NAMED, next.isPresent() ? 1 : 0,
                next.map(one -> name(one.next()) + ": " + one.reason()).stream().toList(), NAME));
    }
}
