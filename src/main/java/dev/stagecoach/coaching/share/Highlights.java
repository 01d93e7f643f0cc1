package dev.stagecoach.coaching.share;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.share.Highlight.Reach;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Highlights, as far as somebody may see them: a draft is its author's and of those who are in it. */
record Highlights(People people, Tool tool, HighlightStore consents) {
    static final String TOOL = "highlight";
    private static final SchoolStore SCHOOLS = new SchoolStore();
    static final FilledStore STORE = new FilledStore(TOOL, DataKind.EVIDENCE);

    static Highlights of(People people, Tool tool) {
        return new Highlights(people, tool, new HighlightStore());
    }

    /** All of a team that this person of it may see, newest first. */
    List<Highlight> seenBy(Transaction tx, TeamId team, PersonId person) {
        var standing = people.members().standing(tx, team, person);
        return people.gate().openAll(tx, person, STORE.of(tx, team)).stream().map(filled -> with(tx, filled))
                .filter(one -> isFor(one, person, standing)).toList();
    }

    private static boolean isFor(Highlight highlight, PersonId person, Standing standing) {
        return concerns(highlight, person) || highlight.mayBeTold(standing.isLeader() ? Reach.SCHOOL : Reach.TEAM);
    }

    /** All of a team that may be told there, newest first. */
    List<Highlight> told(Transaction tx, TeamId team, View view) {
        return people.gate().openTo(view, STORE.of(tx, team)).stream().map(filled -> with(tx, filled))
                .filter(one -> one.mayBeTold(view == View.LEADER ? Reach.SCHOOL : Reach.TEAM)).toList();
    }

    /** What the other teams of a team's school share there: what their own leaders may read, and nothing else. */
    List<Highlight> fromSchool(Transaction tx, TeamId team) {
        return SCHOOLS.others(tx, team).stream().flatMap(other -> told(tx, other, View.LEADER).stream())
                .sorted(Comparator.comparing((Highlight one) -> one.filled().made()).reversed()).toList();
    }

    /** Whether another team of the school is there to find what this one shares. */
    static boolean hasSchool(Transaction tx, TeamId team) {
        return !SCHOOLS.others(tx, team).isEmpty();
    }

    Optional<Highlight> find(Transaction tx, String id, PersonId person) {
        return STORE.find(tx, id).flatMap(closed -> people.gate().open(tx, person, closed)).flatMap(filled -> {
            var standing = people.members().standing(tx, filled.team(), person);
            return Optional.of(with(tx, filled)).filter(one -> standing.belongs() && isFor(one, person, standing));
        });
    }

    Highlight with(Transaction tx, Filled filled) {
        return new Highlight(tool, filled, consents.of(tx, filled.id()), consents.places(tx, filled.id()));
    }

    private static boolean concerns(Highlight highlight, PersonId person) {
        return highlight.filled().author().equals(person) || highlight.answers().containsKey(person);
    }

    void delete(Transaction tx, String id) {
        consents.delete(tx, id);
        STORE.delete(tx, id);
    }
}
