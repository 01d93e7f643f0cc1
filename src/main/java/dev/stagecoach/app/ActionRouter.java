package dev.stagecoach.app;

import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Access.Work;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.AccessEntry;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * The one way in to every {@link Action}: reads what the call carries, opens the transaction, looks up team, standing
 * and practice once, and refuses everywhere alike, with who may do it and a way on.
 */
public final class ActionRouter {
    private static final Reply UNREADABLE = Reply.Refused
            .because("That is from an older version of me. /coach takes you to the new one.");
    private static final Reply UNKNOWN_PRACTICE = Reply.Refused
            .because("The guide no longer has this practice. /coach learn shows the ones it has.");
    private static final Reply GONE = Reply.Refused
            .because("This is no longer here, or only other people can see it. /coach shows what is here for you.");

    private static final Reply HELD = Reply.Refused.because("Nothing can be deleted just now: your district has a legal"
            + " hold on its records. Nothing has changed. Ask the person who runs me when it ends.");

    private final Database database;
    private final People people;
    private final PracticeInFocus practices;
    private final boolean legalHold;

    /** @param legalHold whether nothing that somebody wrote may be deleted */
    public ActionRouter(Database database, People people, PracticeInFocus practices, boolean legalHold) {
        this.legalHold = legalHold;
        this.database = database;
        this.people = people;
        this.practices = practices;
    }

    /** Knows which practice a team works on. */
    public interface PracticeInFocus {
        /** The practice's key in the guide; empty before the team has chosen one. */
        Optional<String> of(Transaction tx, TeamId team);

        /** Whether there is such a practice. */
        boolean known(String practice);

        /** How a team gets there. */
        Button choose(TeamId team);
    }

    /** The feature's actions, as handlers of commands, clicks, forms and shortcuts. */
    public Handlers resolved(Feature feature) {
        var clicks = new HashMap<String, Function<Call.Click, Reply>>();
        var forms = new HashMap<String, Function<Call.Submission, Reply>>();
        var shortcuts = new HashMap<String, Function<Call.Shortcut, Reply>>();
        for (var handled : feature.actions()) {
            var id = handled.action().id();
            Object before = switch (handled.action().way()) {
                case CLICK -> clicks.put(id, click -> run(handled, click.value(), click));
                case FORM -> forms.put(id, sent -> run(handled, sent.context(), sent));
                case SHORTCUT -> shortcuts.put(id, used -> run(handled, "", used));
            };
            if (before != null) {
                throw new IllegalArgumentException("'" + id + "' of " + feature.name() + " is handled twice");
            }
        }
        return new Handlers(feature.name(), feature.typed().stream().map(this::command).toList(), clicks, forms,
                shortcuts);
    }

    private Command command(Action.Typed typed) {
        return new Command(typed.word(), typed.action().action().access().who(),
                call -> run(typed.action(), call.team().map(TeamId::value).orElse(""), call), typed.aliases());
    }

    private <V> Reply run(Handled<V> handled, String text, Call call) {
        var reply = handled.action().carried().read().apply(text).map(value -> answered(handled, value, call))
                .orElse(UNREADABLE);
        ErrorBoundary.beside(() -> people.gate().log().write(database, call.now()));
        return reply;
    }

    private <V> Reply answered(Handled<V> handled, V value, Call call) {
        return switch (handled.action().access().work()) {
            case READ -> database.read(tx -> answer(tx, handled, value, call));
            case WRITE -> database.write(tx -> answer(tx, handled, value, call));
            case OUTSIDE -> switch (database.read(tx -> check(tx, handled.action(), value, call))) {
                case May(var here) -> {
                    var reply = handled.handler().answer(here.outside(), value);
                    change(handled.action(), here, reply).ifPresent(people.gate().log()::note);
                    yield reply;
                }
                case MayNot(var why) -> why;
            };
        };
    }

    /** What coaches and leaders change for others is kept in the access log, in the same transaction if there is one. */
    private static Optional<AccessEntry> change(Action<?> action, CallContext here, Reply reply) {
        var forOthers = switch (action.access().who()) {
            case COACHES, COACHES_AND_LEADERS -> action.access().work() != Work.READ;
            case ANYONE, TEAM, MEMBERS, MEMBERS_AND_COACHES, LEADERS -> false;
        };
        return forOthers && !(reply instanceof Reply.Refused) && !(reply instanceof Reply.Mend)
                ? Optional.of(AccessEntry.changed(here.teamId(), here.person(), action.id()))
                : Optional.empty();
    }

    private <V> Reply answer(Transaction tx, Handled<V> handled, V value, Call call) {
        return switch (check(tx, handled.action(), value, call)) {
            case May(var here) -> {
                var reply = handled.handler().answer(here, value);
                change(handled.action(), here, reply)
                        .ifPresent(entry -> people.gate().log().add(tx, entry, call.now()));
                yield reply;
            }
            case MayNot(var why) -> why;
        };
    }

    /** Whether the caller may do it. */
    private sealed interface Check {}

    private record May(CallContext here) implements Check {}

    private record MayNot(Reply why) implements Check {}

    private <V> Check check(Transaction tx, Action<V> action, V value, Call call) {
        var team = action.carried().teamOf().find(tx, value).flatMap(id -> people.teams().find(tx, id));
        var standing = team.map(one -> people.members().standing(tx, one.id(), call.person()))
                .orElse(Standing.OUTSIDER);
        var access = action.access();
        // Whoever belongs to no team learns of none, not even that there is such a thing.
        var gone = team.isEmpty() && action.rule().isPresent();
        if (gone || access.who() != Who.ANYONE && !standing.belongs()) {
            return refused(team, action, call, GONE);
        }
        if (!access.who().admits(standing)) {
            return refused(team, action, call, Reply.Refused.because("This is for " + access.who().words() + " in "
                    + team.map(Team::name).orElse("a team") + "."));
        }
        var named = action.carried().practiceOf().apply(value);
        if (named.filter(key -> !practices.known(key)).isPresent()) {
            return new MayNot(UNKNOWN_PRACTICE);
        }
        var practice = named.or(() -> team.flatMap(one -> practices.of(tx, one.id())));
        if (access.practice() && practice.isEmpty()) {
            return new MayNot(new Reply.Refused(
                    "Your team has not chosen the practice it wants to work on yet. That comes first.",
                    standing.isLeader() ? Optional.empty() : team.map(one -> practices.choose(one.id()))));
        }
        var here = new CallContext(Optional.of(tx), team, standing, practice, call);
        if (action.rule().filter(rule -> !rule.holds().test(here, value)).isPresent()) {
            return refused(team, action, call, GONE);
        }
        return access.deletes() && legalHold ? new MayNot(HELD) : new May(here);
    }

    /** Asking for what is other people's is kept in the access log. */
    private Check refused(Optional<Team> team, Action<?> action, Call call, Reply why) {
        team.ifPresent(one -> people.gate().log().note(AccessEntry.refused(one.id(), call.person(), action.id())));
        return new MayNot(why);
    }
}
