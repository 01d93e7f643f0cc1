package dev.stagecoach.coaching.continuum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Side;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** A practice's continuum becomes the team's own: adopted, worded, linked to its standards. */
public final class ContinuumRoom implements Room {
    private static final Access READS = Access.reads(Who.TEAM).withPractice();
    private static final Access OPENS = Access.reads(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES).withPractice();
    /** Shows the team's continuum. */
    public static final Action<Work> OPEN = Action.click("continuum.open", Carried.work(), READS);
    static final Action<Work> HISTORY = Action.click("continuum.history", Carried.work(), READS);
    static final Action<Work> ADOPT = Action.click("continuum.adopt", Carried.work(), WRITES);
    /** Its part is the side. */
    static final Action<WorkPart> EDIT = Action.click("continuum.edit", Carried.workPart(), OPENS);
    static final Action<Work> LINK = Action.click("continuum.link", Carried.work(), OPENS);
    static final Action<Target> STUDENT = Action.form("continuum.student", Target.CARRIED, WRITES);
    static final Action<Target> SYSTEM = Action.form("continuum.system", Target.CARRIED, WRITES);
    static final Action<Target> STANDARDS = Action.form("continuum.standards", Target.CARRIED, WRITES);
    private static final int RECEIPTS = 3;

    private final People people;
    private final Guide guide;
    private final Wordings wordings;
    private final ContinuumActions actions;

    public ContinuumRoom(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
        this.wordings = new Wordings(people.gate());
        this.actions = new ContinuumActions(people, guide);
    }

    @Override
    public Feature feature() {
        return new Feature("continuum", List.of(),
                List.of(OPEN.by((here, _) -> new Reply.ToYou(actions.page(here))),
                        HISTORY.by((here, _) -> new Reply.ToYou(actions.history(here))),
                        ADOPT.by((here, _) -> actions.adopt(here)),
                        EDIT.by(actions::edit), LINK.by((here, _) -> actions.link(here)),
                        STUDENT.by((here, target) -> actions.save(here, target, Side.STUDENT)),
                        SYSTEM.by((here, target) -> actions.save(here, target, Side.SYSTEM)),
                        STANDARDS.by(actions::linked)));
    }

    static Action<Target> saving(Side side) {
        return switch (side) {
            case STUDENT -> STUDENT;
            case SYSTEM -> SYSTEM;
        };
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var adopted = wordings.adopted(tx, team.id(), practice);
        var how = adopted.map(filled -> Wording.of(Optional.of(filled)).edited()
                ? "In our own words."
                : "In the guide's words.");
        var lines = Standards.of(tx, people.gate(), team.id(), practice).lines();
        return List.of(new Counted(Fact.CONTINUUM_ADOPTED, adopted.isPresent() ? 1 : 0, how.stream().toList(),
                OPEN.id()),
                new Counted(Fact.STANDARDS_LINKED, lines.size(),
                        lines.stream().limit(RECEIPTS).map(line -> line + ".").toList(),
                        OPEN.id()));
    }
}
