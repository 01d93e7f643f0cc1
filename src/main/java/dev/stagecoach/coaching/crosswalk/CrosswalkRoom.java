package dev.stagecoach.coaching.crosswalk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.stage.PracticeAtHand;
import dev.stagecoach.coaching.stage.PracticeLookup;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Shows where a practice meets frameworks in use, and keeps what the team notes about it. It links words only. */
public final class CrosswalkRoom implements Room {
    /** The click that shows where a practice fits; its value is the team, and a practice where one is meant. */
    public static final String OPEN = "crosswalk.open";
    static final String TABLE = "crosswalk.table";
    static final String NOTE = "crosswalk.write";
    static final String RATING = "crosswalk.rating";
    private static final String WORD = "crosswalk";
    /** Words that ask for what the bot never does. */
    private static final Set<String> RATINGS = Set.of("rating", "ratings", "score", "scores", "evaluation", "convert");
    private static final Reply TOO_OLD = Reply.Refused
            .because("I cannot read this form any more. Please open it again from /coach learn crosswalk.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final PracticeLookup lookup;
    private final CrosswalkCards cards;

    public CrosswalkRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.lookup = new PracticeLookup(people, guide);
        this.cards = new CrosswalkCards(guide);
    }

    @Override
    public Feature feature() {
        return hidden()
                ? new Feature("crosswalk", List.of(), Map.of(), Map.of(), Map.of())
                : new Feature("crosswalk", List.of(),
                        Map.of(OPEN, this::open, TABLE, this::table, NOTE, this::write, RATING, this::rating),
                        Map.of(FitNote.FORM, this::save), Map.of());
    }

    /** Whether the guide has no frameworks to show. */
    public boolean hidden() {
        return guide.workbook().crosswalk().frameworks().isEmpty();
    }

    /** What to show to somebody who asked for the crosswalk in words; empty where the words mean something else. */
    public Optional<Card> asked(Transaction tx, Team team, PersonId person, String typed) {
        var words = List.of(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        if (hidden() || !words.contains(WORD) && words.stream().noneMatch(RATINGS::contains)) {
            return Optional.empty();
        }
        return Optional.of(words.equals(List.of(WORD)) ? page(tx, team, person) : cards.never(team.id()));
    }

    private Card page(Transaction tx, Team team, PersonId person) {
        return switch (lookup.find(tx, team.id().value(), person)) {
            case PracticeLookup.Found.Here(var here) -> page(tx, here);
            case PracticeLookup.Found.NoneChosen _,PracticeLookup.Found.Not _ -> cards.all(team.id());
        };
    }

    private Card page(Transaction tx, PracticeAtHand here) {
        return cards.practice(here, note(tx, here));
    }

    private Optional<FitNote> note(Transaction tx, PracticeAtHand here) {
        return FitNote.of(tx, people.gate(), here.team().id(), here.practice().key());
    }

    private Reply open(Call.Click click) {
        return database.read(tx -> switch (lookup.find(tx, click.value(), click.person())) {
            case PracticeLookup.Found.Here(var here) -> new Reply.ToYou(page(tx, here));
            case PracticeLookup.Found.NoneChosen(var team, _) -> new Reply.ToYou(cards.all(team.id()));
            case PracticeLookup.Found.Not(var why) -> why;
        });
    }

    private Reply table(Call.Click click) {
        var key = click.value().substring(click.value().lastIndexOf(' ') + 1);
        return database.read(tx -> lookup.team(tx, click.value(), click.person())
                .<Reply>map(team -> new Reply.Replace(guide.workbook().crosswalk().frameworks().stream()
                        .filter(one -> one.key().equals(key)).findFirst().map(one -> cards.table(team.id(), one))
                        .orElseGet(() -> cards.all(team.id()))))
                .orElse(PracticeLookup.OUTSIDERS));
    }

    private Reply rating(Call.Click click) {
        return database.read(tx -> lookup.team(tx, click.value(), click.person())
                .<Reply>map(team -> new Reply.ToYou(cards.never(team.id()))).orElse(PracticeLookup.OUTSIDERS));
    }

    private Reply write(Call.Click click) {
        return database.read(tx -> lookup.writing(tx, click.value(), click.person(), here -> {
            var present = note(tx, here);
            return new Reply.Open(FitNote.form(guide).open(
                    FitNote.target(here.team().id(), here.practice().key(), present),
                    present.map(FitNote::entries).orElse(Entries.EMPTY)));
        }));
    }

    private Reply save(Call.Submission sent) {
        return Target.parse(sent.context()).map(target -> database.write(tx -> lookup.writing(tx,
                target.team() + " " + target.practice(), sent.person(), here -> {
                    var reading = new FormReader(sent.answers());
                    var entries = FitNote.form(guide).read(reading, sent.answers());
                    var submissions = new ToolSubmissions(people, FitNote.store(), FitNote.form(guide));
                    return reading.mend().or(() -> submissions.warning(tx, sent, target, entries))
                            .orElseGet(() -> submissions
                                    .keep(tx, sent, target, entries, _ -> new Reply.ToYou(page(tx, here))));
                }))).orElse(TOO_OLD);
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (hidden()) {
            return List.of();
        }
        var note = FitNote.of(tx, people.gate(), team.id(), practice);
        return List.of(new Counted(Fact.CROSSWALK_NOTED, note.isPresent() ? 1 : 0,
                note.map(FitNote::fits).stream().toList(), OPEN));
    }
}
