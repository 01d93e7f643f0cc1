package dev.stagecoach.coaching.plan;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.coaching.step.OwnPlans;
import dev.stagecoach.coaching.step.StepRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.TeamId;

/** The buttons that lead from one plan to the others; only plans that the guide has, and never a leader to a step. */
record PlanSwitcher(Guide guide) {

    /** The plans that can be read on a page of their own. */
    enum Which {
        TEAM, SCHOOL, LEADER
    }

    /** @param present which one is on the screen */
    Card below(Card page, Which present, TeamId team, Standing standing) {
        var buttons = new ArrayList<Button>();
        if (present != Which.TEAM) {
            buttons.add(Button.of("Team plan", PlanRoom.OPEN, team.value()));
        }
        if (present != Which.SCHOOL) {
            buttons.addAll(named(PlanRoom.SCHOOL_TOOL, PlanRoom.SCHOOL, team));
        }
        if (present != Which.LEADER) {
            buttons.addAll(named(PlanRoom.LEADER_TOOL, PlanRoom.LEADER, team));
        }
        if (OwnPlans.tool(guide).isPresent() && !standing.isLeader()) {
            buttons.add(Button.of("My plan", StepRoom.PLAN, team.value()));
        }
        return buttons.isEmpty() ? page : page.divider().buttons(buttons);
    }

    private List<Button> named(String tool, String action, TeamId team) {
        return guide.workbook().tool(tool).map(Tool::name).map(name -> Button.of(name, action, team.value())).stream()
                .toList();
    }
}
