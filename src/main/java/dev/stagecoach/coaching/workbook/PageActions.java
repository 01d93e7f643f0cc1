package dev.stagecoach.coaching.workbook;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.TeamId;

/**
 * The ways in to the pages of one tool.
 *
 * @param show the list, or the one page
 * @param write begins a page of a list
 * @param change begins or edits the one page
 */
record PageActions(Action<TeamId> show, Action<TeamId> write, Action<TeamId> change, Action<String> read,
        Action<String> edit, Action<String> delete, Action<String> history, Action<Target> save) {

    static PageActions of(String tool, Tool.Page page, FilledStore store) {
        var thing = Carried.thing(store::team);
        var reads = Access.reads(who(page.reads()));
        var opens = Access.reads(who(page.writes()));
        var writes = Access.writes(who(page.writes()));
        return new PageActions(
                page.many()
                        ? Action.click(tool + ".list", Carried.team(), reads)
                        : Action.click(tool + ".open", Carried.team(), reads.withPractice()),
                Action.click(tool + ".write", Carried.team(), opens.withPractice()),
                Action.click(tool + ".edit", Carried.team(), opens.withPractice()),
                Action.click(tool + ".read", thing, reads), Action.click(tool + ".edit", thing, opens),
                Action.click(tool + ".delete", thing, Access.writes(Who.TEAM).deleting()).onlyFor("its author",
                        (here, id) -> store.isBy(here.tx(), id, here.person())),
                Action.click(tool + ".history", thing, reads),
                Action.form(tool + ".form", Target.CARRIED, page.many() ? writes : writes.withPractice()));
    }

    private static Who who(Tool.Party party) {
        return switch (party) {
            case TEAM -> Who.TEAM;
            case MEMBERS -> Who.MEMBERS;
            case MEMBERS_AND_COACHES -> Who.MEMBERS_AND_COACHES;
            case COACHES -> Who.COACHES;
            case COACHES_AND_LEADERS -> Who.COACHES_AND_LEADERS;
            case LEADERS -> Who.LEADERS;
        };
    }
}
