package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.stage.NextStore.Next;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Naming what comes after the practice in focus; from there the next journey begins. */
public final class NextRoom implements Room {
    private static final Action<TeamId> NAME = Action.click("next.name", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    private static final Action<Work> NAMED = Action.form("next.form", Carried.work(),
            Access.writes(Who.MEMBERS_AND_COACHES).withPractice());
    private static final String PRACTICE = "practice";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 300;

    private final NextStore store = new NextStore();
    private final Guide guide;

    public NextRoom(Guide guide) {
        this.guide = guide;
    }

    @Override
    public Feature feature() {
        return new Feature("next", List.of(),
                List.of(NAME.by((here, _) -> name(here)), NAMED.by((here, _) -> named(here))));
    }

    private Reply name(CallContext here) {
        var practice = here.chosenPractice();
        return others(practice).isEmpty()
                ? Reply.Refused.because("The guide has no other practice to take up.")
                : new Reply.Open(form(here.teamId(), practice, store.of(here.tx(), here.teamId(), practice)));
    }

    private Form form(TeamId team, String practice, Optional<Next> before) {
        return NAMED.form("What is next", "Name it", new Work(team, practice), List.of(
                new Field.Pick(PRACTICE, "What would your team take up next?", "", false,
                        others(practice).stream().map(one -> Field.Option.of(one.key(), one.name())).toList(),
                        before.map(Next::next).filter(key -> guide.practice(key).isPresent())),
                new Field.LongText(REASON, "Why this one?", "In a line or two.", false, LONGEST_REASON,
                        before.map(Next::reason).orElse(""))));
    }

    private List<Practice> others(String practice) {
        return guide.practices().stream().filter(one -> !one.key().equals(practice)).toList();
    }

    private Reply named(CallContext here) {
        var reading = new FormReader(here.submission().answers());
        var next = reading.oneOf(PRACTICE, others(here.chosenPractice()).stream().map(Practice::key).toList(), "");
        if (next.isEmpty()) {
            reading.mend(PRACTICE, "Please choose what comes next.");
        }
        var reason = reading.required(REASON, LONGEST_REASON, "Please say in a line why this one.");
        return reading.mend().orElseGet(() -> {
            store.name(here.tx(), new Next(here.teamId(), here.chosenPractice(), next, reason, here.person()),
                    here.now());
            return new Reply.ToYou(Card
                    .saying("Named: " + name(next) + ". Its journey begins when the team takes it up; your current "
                            + "one goes on alongside it.")
                    .buttons(Ways.TAKE_UP.primary("Take it up", new Work(here.teamId(), next))));
        });
    }

    private String name(String practice) {
        return guide.practice(practice).map(Practice::name).orElse(practice);
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var next = store.of(tx, team.id(), practice);
        return List.of(new Counted(Fact.NEXT_PRACTICE_NAMED, next.isPresent() ? 1 : 0,
                next.map(one -> name(one.next()) + ": " + one.reason()).stream().toList(), NAME.id()));
    }
}
