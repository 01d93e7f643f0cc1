package dev.stagecoach.coaching.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** People's own plans. What stands in one goes through the gate; how many members have one is counted without a look. */
public final class OwnPlans {
    static final String TOOL = "teacher_plan";

    static final FilledStore STORE = new FilledStore(TOOL, DataKind.MEMBER_STEP);
    private final People people;

    public OwnPlans(People people) {
        this.people = people;
    }

    /** The guide's form; empty where the guide has none that asks for a step. */
    public static Optional<Tool> tool(Guide guide) {
        return guide.workbook().tool(TOOL).filter(tool -> tool.asks(OwnPlan.NEEDS));
    }

    /** There is one for each person and practice, so it is known before it is written. */
    static String id(TeamId team, String practice, PersonId person) {
        return "step/" + team + "/" + practice + "/" + person;
    }

    Optional<OwnPlan> own(Transaction tx, TeamId team, String practice, PersonId person) {
        return own(tx, id(team, practice, person), person);
    }

    Optional<OwnPlan> own(Transaction tx, String id, PersonId person) {
        return STORE.find(tx, id).filter(closed -> closed.author().equals(person))
                .flatMap(closed -> people.gate().open(tx, person, closed)).map(OwnPlan::new);
    }

    List<OwnItem> written(Transaction tx, Team team, PersonId person) {
        return new OwnItems(tx, people.gate(), person).of(STORE.of(tx, team.id()),
                one -> "When-then step of " + DateText.dayAndYear(one.made(), team.zone()));
    }

    /** Those of others that the viewer may read, newest first. */
    List<OwnPlan> ofOthers(Transaction tx, TeamId team, String practice, PersonId viewer) {
        return people.gate().openAll(tx, viewer,
                STORE.of(tx, team, practice).stream().filter(closed -> !closed.author().equals(viewer)).toList())
                .stream().map(OwnPlan::new).toList();
    }

    /** How many of the team's members have a step for the practice. */
    public ResponseRate rate(Transaction tx, TeamId team, String practice) {
        var authors = STORE.of(tx, team, practice).stream().map(Confidential::author).collect(Collectors.toSet());
        var members = people.members().of(tx, team, Role.MEMBER).stream().map(Member::person).toList();
        return new ResponseRate((int) members.stream().filter(authors::contains).count(), members.size());
    }
}
