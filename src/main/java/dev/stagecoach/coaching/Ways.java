package dev.stagecoach.coaching;

import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.people.TeamId;

/** Where several rooms lead to, so that none has to know the room that answers. */
public final class Ways {
    /** The form that proposes a practice to the team, or the proposal that is open. */
    public static final Action<TeamId> CHOOSE_PRACTICE = Action.click("goal.choose", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    /** The same form with a practice that is named already. */
    public static final Action<Work> TAKE_UP = Action.click("journey.focus", Carried.work(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    /** The canvas of the present goal, or the choice of a practice before it. */
    public static final Action<TeamId> WRITE_GOAL = Action.click("goal.write", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    /** A page of the days off at the team's school. */
    public static final Action<Page> CALENDAR = Action.click("calendar.list", Carried.page(), Access.reads(Who.TEAM));
    /** The report on the practice in focus, as far as the caller may read it. */
    public static final Action<TeamId> REPORT = Action.click("report.open", Carried.team(),
            Access.reads(Who.TEAM).withPractice());
    /** The form that ends the work on the present goal. */
    public static final Action<TeamId> CLOSE_GOAL = Action.click("cycle.close", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    /** The goals for the practice that the team has closed, and the reports on them. */
    public static final Action<TeamId> EARLIER_GOALS = Action.click("cycle.earlier", Carried.team(),
            Access.reads(Who.TEAM).withPractice());
    /** The team's plan on one page. */
    public static final Action<TeamId> PLAN = Action.click("plan.open", Carried.team(), Access.reads(Who.TEAM));
    /** Where a team stands and what comes next, or all of the caller's teams. */
    public static final Action<Optional<TeamId>> HOME = Action.click("home.open", Carried.perhapsTeam(),
            Access.outside(Who.ANYONE));
    /** What the bot keeps of the caller. */
    public static final Action<Optional<TeamId>> MY_DATA = Action.click("mydata.show", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));
    /** What the caller noted as a coach of the team; only to delete for who is none any more. */
    public static final Action<TeamId> OWN_NOTES = Action.click("brief.left", Carried.team(), Access.reads(Who.TEAM));
    /** What the caller wants of the bot. */
    public static final Action<Optional<TeamId>> PREFERENCES = Action.click("home.preferences", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));
    /** The form for a channel's team, or of the team that is there; carries the channel. */
    public static final Action<String> SET_UP = Action.click("team.setup", Carried.anything(),
            Access.outside(Who.ANYONE));
    /** A member of a team without a coach becomes its coach. */
    public static final Action<TeamId> TAKE_OVER = Action.click("team.take_over", Carried.team(),
            Access.writes(Who.MEMBERS));
    /** The open round, or the form for a new one. */
    public static final Action<TeamId> OPEN_ROUND = Action.click("assessment.open", Carried.team(),
            Access.reads(Who.COACHES));
    /** An empty form for evidence. */
    public static final Action<TeamId> ASK_HELP = Action.click("help.ask", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    public static final Action<TeamId> LOG_EVIDENCE = Action.click("evidence.log", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES));
    /** No more check-ins, or check-ins again; carries the run whose message is clicked, or nothing. */
    public static final Action<String> STOP_CHECKINS = Action.click("checkin.stop", Carried.anything(),
            Access.writes(Who.ANYONE));
    public static final Action<String> START_CHECKINS = Action.click("checkin.start", Carried.anything(),
            Access.writes(Who.ANYONE));

    private Ways() {}
}
