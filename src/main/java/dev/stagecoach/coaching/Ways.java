package dev.stagecoach.coaching;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.people.TeamId;

/** Where several rooms lead to, so that none has to know the room that answers. */
public final class Ways {
    /** The form that chooses the practice. */
    public static final Action<TeamId> CHOOSE_PRACTICE = Action.click("goal.choose", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    /** The canvas of the present goal, or the choice of a practice before it. */
    public static final Action<TeamId> WRITE_GOAL = Action.click("goal.write", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));

    private Ways() {}
}
