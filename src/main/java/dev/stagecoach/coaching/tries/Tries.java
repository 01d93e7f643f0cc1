package dev.stagecoach.coaching.tries;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.guide.Trying;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * What everything in this room works with. A try is a member's step in the visibility matrix: its owner's alone until
 * shared, and the team's own are shared from the start. Leaders see none.
 *
 * @param tool the guide's form of a try
 */
record Tries(Database database, People people, Guide guide, Outbox outbox, Tool tool) {
    static final String TOOL = "try";
    static final String CARD = "loop.card";
    /** The decision after which the next try begins where this one ended. */
    static final String ADAPT = "adapt";
    private static final FilledStore FILLED = new FilledStore(TOOL, DataKind.MEMBER_STEP);
    static final TryStore RUNS = new TryStore();
    private static final Comparator<Try> OPEN_FIRST = Comparator.comparing(one -> !one.open());

    FilledStore filled() {
        return FILLED;
    }

    TryStore runs() {
        return RUNS;
    }

    Trying.Loop loop() {
        return guide.workbook().trying().loop();
    }

    /** What the person may see of the team's, open ones first, newer ones before older ones. */
    List<Try> seenBy(Transaction tx, PersonId viewer, TeamId team) {
        return joined(people.gate().openAll(tx, viewer, FILLED.of(tx, team)),
                people.gate().openAll(tx, viewer, RUNS.of(tx, team)));
    }

    /** What may be shown to all who look from there. */
    List<Try> shownTo(Transaction tx, View view, TeamId team) {
        return joined(people.gate().openTo(view, FILLED.of(tx, team)), people.gate().openTo(view, RUNS.of(tx, team)));
    }

    private static List<Try> joined(List<Filled> filled, List<TryRun> runs) {
        Map<String, TryRun> byId = runs.stream().collect(Collectors.toMap(TryRun::id, Function.identity()));
        return filled.stream().flatMap(one -> Optional.ofNullable(byId.get(one.id())).map(run -> new Try(one, run))
                .stream()).sorted(OPEN_FIRST).toList();
    }

    Optional<Try> find(Transaction tx, PersonId viewer, String id) {
        return FILLED.find(tx, id).flatMap(one -> people.gate().open(tx, viewer, one))
                .flatMap(one -> RUNS.find(tx, id).flatMap(run -> people.gate().open(tx, viewer, run))
                        .map(run -> new Try(one, run)));
    }

    List<TryNote> notes(Transaction tx, PersonId viewer, String id) {
        return people.gate().openAll(tx, viewer, RUNS.notes(tx, id));
    }

    /** The try as the caller sees it, where the action's rule has let the caller through. */
    Try opened(CallContext here, String id) {
        return find(here.tx(), here.person(), id).orElseThrow();
    }

    /** In the team's own, everybody who takes part in it adds and decides; what is somebody's is that person's. */
    static boolean mayWrite(PersonId person, Try one) {
        return one.run().ofTeam() || one.owner().equals(person);
    }

    /** Whether this person is the one to decide it now: its owner, or whoever is left where its owner has gone. */
    boolean waitsFor(Transaction tx, Team team, PersonId person, Try one, Instant now) {
        return one.run().due(people.days().ofTeam(tx, team), now) && (one.owner().equals(person)
                || one.run().ofTeam() && !people.members().standing(tx, team.id(), one.owner()).belongs());
    }

    Team team(Transaction tx, Try one) {
        return people.teams().find(tx, one.filled().team()).orElseThrow();
    }

    /** What is tried, in the words of the tool's first field. */
    String change(Try one) {
        return tool.fields().stream().findFirst().map(field -> one.filled().entries().text(field.key())).orElse("");
    }

    /** What a decision is called; one that the guide no longer has goes by its key. */
    String decision(String key) {
        return loop().decision(key).map(term -> term.name()).orElse(key);
    }

    /** The message in the channel, once the team sees the try. */
    static String key(String id) {
        return "try/" + id + "/card";
    }
}
