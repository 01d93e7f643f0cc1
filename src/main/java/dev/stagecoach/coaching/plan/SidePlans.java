package dev.stagecoach.coaching.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.stage.Journey;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.FilledStore;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A plan beside the team's: the school's, which is one for the team, or a leader's, which is one for each leader. */
final class SidePlans {
    private static final Reply GONE = Reply.Refused
            .because("I cannot take this form any more. /coach plan opens it again.");

    private final JourneyStore journeys = new JourneyStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final Kind kind;
    private final FilledStore store;

    /** Which plan it is: its tool in the guide, its form, who writes it, and how many there are. */
    enum Kind {
        SCHOOL(PlanRoom.SCHOOL_TOOL, "plan.school.save") {
            @Override
            boolean mayWrite(Standing standing) {
                return standing.isCoach() || standing.isLeader();
            }

            @Override
            String id(TeamId team, PersonId writer) {
                return "school/" + team;
            }
        },
        LEADER(PlanRoom.LEADER_TOOL, "plan.leader.save") {
            @Override
            boolean mayWrite(Standing standing) {
                return standing.isLeader();
            }

            @Override
            String id(TeamId team, PersonId writer) {
                return "leader/" + team + "/" + writer;
            }
        };

        private final String tool;
        private final String form;

        Kind(String tool, String form) {
            this.tool = tool;
            this.form = form;
        }

        abstract boolean mayWrite(Standing standing);

        /** Known before it is written, so that there cannot be two. */
        abstract String id(TeamId team, PersonId writer);

        String form() {
            return form;
        }
    }

    SidePlans(Database database, People people, Guide guide, Kind kind) {
        this.database = database;
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

    Reply write(Call.Click click) {
        var team = new TeamId(click.value());
        return database.read(tx -> {
            if (!kind.mayWrite(people.members().standing(tx, team, click.person()))) {
                return notYours();
            }
            var present = of(tx, team, click.person());
            var target = present.map(Target::of)
                    .orElseGet(() -> new Target(team, "", kind.id(team, click.person()), 0));
            return form().<Reply>map(form -> new Reply.Open(
                    form.open(target, present.map(Filled::entries).orElseGet(() -> suggested(tx, team)))))
                    .orElse(GONE);
        });
    }

    private Optional<ToolForm> form() {
        return tool().map(tool -> new ToolForm(guide, tool, kind.form, tool.name()));
    }

    /** The practice that the team works on, for a plan that asks for one. */
    private Entries suggested(Transaction tx, TeamId team) {
        return new Entries(journeys.current(tx, team).map(Journey::practice)
                .map(practice -> Map.of("practice", List.of(practice))).orElse(Map.of()));
    }

    /** @param page what is shown once it is kept */
    Reply save(Call.Submission sent, Page page) {
        var form = form();
        var target = Target.parse(sent.context())
                .filter(one -> one.id().equals(kind.id(one.team(), sent.person())));
        return form.isEmpty() || target.isEmpty()
                ? GONE
                : database.write(tx -> kind.mayWrite(people.members().standing(tx, target.get().team(), sent.person()))
                        ? new ToolSubmissions(people, store, form.get()).save(tx, sent, target.get(),
                                _ -> page.of(tx, target.get().team()))
                        : notYours());
    }

    /** How the plan is shown. */
    interface Page {
        Reply of(Transaction tx, TeamId team);
    }

    private Reply notYours() {
        return switch (kind) {
            case SCHOOL -> Reply.Refused.because("Coaches and leaders of the team write this. You can read it here.");
            case LEADER -> Reply.Refused.because("Leaders of the team write this. You can read it here.");
        };
    }
}
