package dev.stagecoach.coaching.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.plan.PlanSwitcher.Which;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** A plan beside the team's: the school's, which is one for the team, or a leader's, which is one for each leader. */
final class SidePlans {
    private final People people;
    private final Guide guide;
    private final Kind kind;
    private final FilledStore store;

    /** Which plan it is: its tool in the guide, how it is written, by whom, and how many there are. */
    enum Kind {
        SCHOOL(PlanRoom.SCHOOL_TOOL, Which.SCHOOL, Who.COACHES_AND_LEADERS) {
            @Override
            String id(TeamId team, PersonId writer) {
                return "school/" + team;
            }
        },
        LEADER(PlanRoom.LEADER_TOOL, Which.LEADER, Who.LEADERS) {
            @Override
            String id(TeamId team, PersonId writer) {
                return "leader/" + team + "/" + writer;
            }
        };

        private final String tool;
        private final Which which;
        private final Action<TeamId> write;
        private final Action<Target> saved;

        Kind(String tool, Which which, Who writers) {
            this.tool = tool;
            this.which = which;
            var room = "plan." + which.name().toLowerCase(Locale.ROOT);
            this.write = Action.click(room + ".write", Carried.team(), Access.reads(writers));
            this.saved = Action.form(room + ".save", Target.CARRIED, Access.writes(writers));
        }

        /** Known before it is written, so that there cannot be two. */
        abstract String id(TeamId team, PersonId writer);

        Which which() {
            return which;
        }

        /** Opens the form. */
        Action<TeamId> write() {
            return write;
        }
    }

    SidePlans(People people, Guide guide, Kind kind) {
        this.people = people;
        this.guide = guide;
        this.kind = kind;
        this.store = new FilledStore(kind.tool, DataKind.TEAM_GOAL);
    }

    Optional<Tool> tool() {
        return guide.workbook().tool(kind.tool);
    }

    Kind kind() {
        return kind;
    }

    /** Everybody of the team reads them. */
    List<Filled> of(Transaction tx, TeamId team) {
        return people.gate().openTo(View.TEAM, store.of(tx, team));
    }

    /** The one that this person would write. */
    Optional<Filled> of(Transaction tx, TeamId team, PersonId writer) {
        return of(tx, team).stream().filter(one -> one.id().equals(kind.id(team, writer))).findFirst();
    }

    Reply write(CallContext here) {
        var present = of(here.tx(), here.teamId(), here.person());
        var target = present.map(Target::of)
                .orElseGet(() -> new Target(here.teamId(), "", kind.id(here.teamId(), here.person()), 0));
        return new Reply.Open(form().open(target, present.map(Filled::entries).orElseGet(() -> suggested(here))));
    }

    private ToolForm form() {
        var tool = tool().orElseThrow();
        return new ToolForm(guide, tool, kind.saved.id(), tool.name());
    }

    /** The practice that the team works on, for a plan that asks for one. */
    private static Entries suggested(CallContext here) {
        return new Entries(here.practice().map(practice -> Map.of("practice", List.of(practice))).orElse(Map.of()));
    }

    /** The form, for whoever writes this plan. */
    Action<Target> saved() {
        return kind.saved.onlyFor("those who write this plan",
                (here, target) -> target.id().equals(kind.id(target.team(), here.person())));
    }

    /** @param page what is shown once it is kept */
    Reply save(CallContext here, Target target, Supplier<Card> page) {
        return new ToolSubmissions(people, store, form()).save(here.tx(), here.submission(), target,
                _ -> new Reply.ToYou(page.get()));
    }
}
