package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** A plan beside the team's: the school's, which is one for all of its teams, or a leader's, one for each leader. */
final class SidePlans {
    private static final SchoolStore SCHOOLS = new SchoolStore();
    private static final String REVIEW = "review";

    private final People people;
    private final Guide guide;
    private final Kind kind;
    private final FilledStore store;

    /** Which plan it is: its tool in the guide, how it is written, by whom, and how many there are. */
    enum Kind {
        SCHOOL(PlanRoom.SCHOOL_TOOL, Which.SCHOOL, Who.COACHES_AND_LEADERS) {
            @Override
            String id(Transaction tx, TeamId team, PersonId writer) {
                return SCHOOLS.of(tx, team).school();
            }
        },
        LEADER(PlanRoom.LEADER_TOOL, Which.LEADER, Who.LEADERS) {
            @Override
            String id(Transaction tx, TeamId team, PersonId writer) {
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
        abstract String id(Transaction tx, TeamId team, PersonId writer);

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

    /** Everybody of the team reads its leaders' plans; the school's is for teams that the school has agreed to. */
    List<Filled> of(Transaction tx, TeamId team) {
        return people.gate().openTo(View.TEAM, switch (kind) {
            case LEADER -> store.of(tx, team);
            case SCHOOL -> Optional.of(SCHOOLS.of(tx, team)).filter(SchoolStore.Belonging::agreed)
                    .flatMap(at -> store.find(tx, at.school())).stream().toList();
        });
    }

    /** The one that this person would write. */
    Optional<Filled> of(Transaction tx, TeamId team, PersonId writer) {
        var id = kind.id(tx, team, writer);
        return of(tx, team).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The day on which the plan that this person writes is to be looked at, where it has come and nobody has since. */
    Optional<LocalDate> review(Transaction tx, Team team, PersonId writer, LocalDate today) {
        return of(tx, team.id(), writer).flatMap(plan -> plan.dueAgain(REVIEW, today, team.zone()));
    }

    Reply write(CallContext here) {
        var present = of(here.tx(), here.teamId(), here.person());
        var target = present.map(plan -> new Target(here.teamId(), "", plan.id(), plan.version().number()))
                .orElseGet(() -> new Target(here.teamId(), "", kind.id(here.tx(), here.teamId(), here.person()), 0));
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
                (here, target) -> target.id().equals(kind.id(here.tx(), target.team(), here.person())));
    }

    /**
     * Keeps it with the team that began it, though it may be somebody of another team of the school who writes on it.
     *
     * @param kept what follows, and whether anything in it is new
     */
    Reply save(CallContext here, Target target, Function<Boolean, Card> kept) {
        var whose = store.team(here.tx(), target.id()).orElse(target.team());
        return new ToolSubmissions(people, store, form()).save(here.tx(), here.submission(),
                new Target(whose, target.practice(), target.id(), target.seen()),
                one -> new Reply.ToYou(kept.apply(one.filled().version().number() > target.seen())));
    }
}
