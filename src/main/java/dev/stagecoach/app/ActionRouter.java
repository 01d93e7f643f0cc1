package dev.stagecoach.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.People;
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
            .because("That is from an older version of me. /coach brings you to the new one.");
    private static final Reply GONE = Reply.Refused
            .because("This is not there any more, or it is not yours to see. /coach shows what is.");

    private final Database database;
    private final People people;
    private final PracticeInFocus practices;

    public ActionRouter(Database database, People people, PracticeInFocus practices) {
        this.database = database;
        this.people = people;
        this.practices = practices;
    }

    /** Knows which practice a team works on. */
    public interface PracticeInFocus {
        /** The practice's key in the guide; empty before the team has chosen one. */
        Optional<String> of(Transaction tx, TeamId team);

        /** How a team gets there. */
        Button choose(TeamId team);
    }

    /** The feature, its actions as handlers of commands, clicks and forms. */
    public Feature resolved(Feature feature) {
        var commands = new ArrayList<>(feature.commands());
        feature.typed().forEach(typed -> commands.add(new Command(typed.word(), typed.help(),
                typed.action().action().access().who(),
                call -> run(typed.action(), call.inTeam().value(), call))));
        var clicks = new HashMap<>(feature.clicks());
        var forms = new HashMap<>(feature.forms());
        for (var handled : feature.actions()) {
            var id = handled.action().id();
            Object before = switch (handled.action().way()) {
                case CLICK -> clicks.put(id, click -> run(handled, click.value(), click));
                case FORM -> forms.put(id, sent -> run(handled, sent.context(), sent));
            };
            if (before != null) {
                throw new IllegalArgumentException("'" + id + "' of " + feature.name() + " is handled twice");
            }
        }
        return new Feature(feature.name(), commands, clicks, forms, feature.shortcuts());
    }

    private <V> Reply run(Handled<V> handled, String text, Call call) {
        Function<Transaction, Reply> work = tx -> handled.action().carried().read().apply(text)
                .map(value -> within(tx, handled, value, call)).orElse(UNREADABLE);
        return switch (handled.action().access().work()) {
            case READ -> database.read(work);
            case WRITE -> database.write(work);
        };
    }

    private <V> Reply within(Transaction tx, Handled<V> handled, V value, Call call) {
        return handled.action().carried().teamOf().find(tx, value).flatMap(id -> people.teams().find(tx, id))
                .map(team -> within(tx, team, handled, value, call)).orElse(GONE);
    }

    private <V> Reply within(Transaction tx, Team team, Handled<V> handled, V value, Call call) {
        var access = handled.action().access();
        var standing = people.members().standing(tx, team.id(), call.person());
        if (!standing.belongs()) {
            // Whoever belongs to no team learns of none, not even that there is such a thing.
            return GONE;
        }
        if (!access.who().admits(standing)) {
            return Reply.Refused.because("This is for " + access.who().words() + " in " + team.name() + ".");
        }
        var here = new CallContext(tx, team, standing, practices.of(tx, team.id()), call);
        if (access.practice() && here.practice().isEmpty()) {
            return new Reply.Refused("Your team has not chosen the practice it wants to work on yet. That comes first.",
                    standing.isLeader() ? Optional.empty() : Optional.of(practices.choose(team.id())));
        }
        return handled.action().rule().filter(rule -> !rule.holds().test(here, value)).isPresent()
                ? GONE
                : handled.handler().answer(here, value);
    }
}
