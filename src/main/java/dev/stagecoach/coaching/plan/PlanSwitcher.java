package dev.stagecoach.coaching.plan;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.step.OwnPlans;
import dev.stagecoach.coaching.step.StepRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.TeamId;

/** The buttons that lead from one plan to the others; only plans that the guide has, and never a leader to a step. */
record PlanSwitcher(Guide guide) {

    /** The plans that can be read on a page of their own. */
    enum Which {
        TEAM, SCHOOL, LEADER
    }

    /** @param present which one is on the screen */
    Card below(Card page, Which present, CallContext here) {
        var team = here.teamId();
        var buttons = new ArrayList<Button>();
        if (present != Which.TEAM) {
            buttons.add(Ways.PLAN.button("Team plan", team));
        }
        if (present != Which.SCHOOL) {
            buttons.addAll(named(PlanRoom.SCHOOL_TOOL, PlanRoom.SCHOOL, team));
        }
        if (present != Which.LEADER) {
            buttons.addAll(named(PlanRoom.LEADER_TOOL, PlanRoom.LEADER, team));
        }
        if (OwnPlans.tool(guide).isPresent() && !here.standing().isLeader()) {
            buttons.add(StepRoom.PLAN.button("My plan", team));
        }
        return buttons.isEmpty() ? page : page.divider().buttons(buttons);
    }

    private List<Button> named(String tool, Action<TeamId> action, TeamId team) {
        return guide.workbook().tool(tool).map(Tool::name).map(name -> action.button(name, team)).stream()
                .toList();
    }
}
