package dev.stagecoach.coaching.continuum;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.stage.PracticeLookup;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Side;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A practice's continuum becomes the team's own: adopted, worded, linked to its standards. */
public final class ContinuumRoom implements Room {
    /** The click that shows the team's continuum; its value is the team, and a practice where one is meant. */
    public static final String OPEN = "continuum.open";
    static final String ADOPT = "continuum.adopt";
    static final String EDIT = "continuum.edit";
    static final String LINK = "continuum.link";
    static final String HISTORY = "continuum.history";
    private static final int RECEIPTS = 3;

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Wordings wordings;
    private final PracticeLookup lookup;
    private final ContinuumActions actions;

    public ContinuumRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.wordings = new Wordings(people.gate());
        this.lookup = new PracticeLookup(people, guide);
        this.actions = new ContinuumActions(database, people, guide);
    }

    @Override
    public Feature feature() {
        return new Feature("continuum", List.of(),
                Map.of(OPEN, this::open, HISTORY, this::history, ADOPT, actions::adopt, EDIT, actions::edit, LINK,
                        actions::link),
                Map.of(ContinuumActions.form(Side.STUDENT), sent -> actions.save(sent, Side.STUDENT),
                        ContinuumActions.form(Side.SYSTEM), sent -> actions.save(sent, Side.SYSTEM), Standards.FORM,
                        actions::linked),
                Map.of());
    }

    private Reply open(Call.Click click) {
        return database.read(tx -> lookup.reading(tx, click.value(), click.person(),
                here -> new Reply.ToYou(actions.page(tx, here))));
    }

    private Reply history(Call.Click click) {
        return database.read(tx -> lookup.reading(tx, click.value(), click.person(), here -> new Reply.ToYou(
                actions.adopted(tx, here).map(filled -> new ContinuumCards(guide).history(here,
                        wordings.store().history(tx, filled))).orElseGet(() -> actions.page(tx, here)))));
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var adopted = wordings.adopted(tx, team.id(), practice);
        var how = adopted.map(filled -> Wording.of(Optional.of(filled)).edited()
                ? "In our own words."
                : "As the guide words it.");
        var lines = Standards.of(tx, people.gate(), team.id(), practice).lines();
        return List.of(new Counted(Fact.CONTINUUM_ADOPTED, adopted.isPresent() ? 1 : 0, how.stream().toList(), OPEN),
                new Counted(Fact.STANDARDS_LINKED, lines.size(),
                        lines.stream().limit(RECEIPTS).map(line -> line + ".").toList(), OPEN));
    }
}
