package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Shows where a practice meets frameworks in use, and keeps what the team notes about it. It links words only. */
public final class CrosswalkRoom implements Room {
    /** Shows where a practice fits. */
    public static final Action<Work> OPEN = Action.click("crosswalk.open", Carried.work(), Access.reads(Who.TEAM));
    static final Action<Choice> TABLE = Action.click("crosswalk.table", Carried.choice(), Access.reads(Who.TEAM));
    static final Action<Work> NOTE = Action.click("crosswalk.write", Carried.work(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<Target> NOTED = Action.form("crosswalk.note", Target.CARRIED,
            Access.writes(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<TeamId> RATING = Action.click("crosswalk.rating", Carried.team(), Access.reads(Who.TEAM));
    private static final String WORD = "crosswalk";
    /** Words that ask for what the bot never does. */
    private static final Set<String> RATINGS = Set.of("rating", "ratings", "score", "scores", "evaluation", "convert");

    private final People people;
    private final Guide guide;
    private final CrosswalkCards cards;

    public CrosswalkRoom(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
        this.cards = new CrosswalkCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("crosswalk", List.of(), hidden()
                ? List.of()
                : List.of(OPEN.by((here, _) -> new Reply.ToYou(page(here))), TABLE.by(this::table),
                        RATING.by((_, team) -> new Reply.ToYou(cards.never(team))),
                        NOTE.by((here, _) -> write(here)), NOTED.by(this::save)));
    }

    /** Whether the guide has no frameworks to show. */
    public boolean hidden() {
        return guide.workbook().crosswalk().frameworks().isEmpty();
    }

    /** What to show to somebody who asked for the crosswalk in words; empty where the words mean something else. */
    public Optional<Card> asked(CallContext here) {
        var words = List.of(here.typed().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        if (hidden() || !words.contains(WORD) && words.stream().noneMatch(RATINGS::contains)) {
            return Optional.empty();
        }
        return Optional.of(words.equals(List.of(WORD)) ? page(here) : cards.never(here.teamId()));
    }

    private Card page(CallContext here) {
        return here.practice().flatMap(guide::practice).map(practice -> cards.practice(here, practice, note(here)))
                .orElseGet(() -> cards.all(here.teamId()));
    }

    private Optional<FitNote> note(CallContext here) {
        return here.practice().flatMap(key -> FitNote.of(here.tx(), people.gate(), here.teamId(), key));
    }

    private Reply table(CallContext here, Choice choice) {
        return new Reply.Replace(guide.workbook().crosswalk().frameworks().stream()
                .filter(one -> one.key().equals(choice.key())).findFirst()
                .map(one -> cards.table(here.teamId(), one)).orElseGet(() -> cards.all(here.teamId())));
    }

    private Reply write(CallContext here) {
        var present = note(here);
        return new Reply.Open(FitNote.form(guide).open(
                FitNote.target(here.teamId(), here.chosenPractice(), present),
                present.map(FitNote::entries).orElse(Entries.EMPTY)));
    }

    private Reply save(CallContext here, Target target) {
        return new ToolSubmissions(people, FitNote.store(), FitNote.form(guide)).guarded(here, target,
                _ -> new Reply.ToYou(page(here)));
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (hidden()) {
            return List.of();
        }
        var note = FitNote.of(tx, people.gate(), team.id(), practice);
        return List.of(new Counted(Fact.CROSSWALK_NOTED, note.isPresent() ? 1 : 0,
                note.map(FitNote::fits).stream().toList(), OPEN.id()));
    }
}
