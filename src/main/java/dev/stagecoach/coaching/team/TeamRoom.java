package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Sets up a team in its channel, edits it, and shows who is in it. */
public final class TeamRoom implements Room {
    static final Action<TeamId> EDIT = Action.click("team.edit", Carried.team(), Access.outside(Who.TEAM));
    static final Action<TeamId> SHOW = Action.click("team.show", Carried.team(), Access.reads(Who.TEAM));
    private static final Reply GONE = Reply.Refused.because("That team no longer exists.");
    private static final Reply TOO_OLD = Reply.Refused
            .because("I cannot tell which channel this is about. Type /coach setup in your team's channel.");

    private final Database database;
    private final People people;
    private final Roster roster;
    private final Outbox outbox;
    private final TeamSetup setup;

    /** @param others told of a team that was set up or changed, in the same transaction */
    public TeamRoom(Database database, People people, Outbox outbox, Roster roster, List<Room> others) {
        this.database = database;
        this.people = people;
        this.roster = roster;
        this.outbox = outbox;
        this.setup = new TeamSetup(database, people, outbox, roster, others);
    }

    @Override
    public Feature feature() {
        return new Feature("team",
                List.of(new Action.Typed("setup", "sets up this channel's team, or edits it",
                        Ways.SET_UP.by((here, _) -> open(here.person(), here.call(Call.Typed.class).channel()))),
                        new Action.Typed("team", "shows who is on the team and how it is set up", show())),
                List.of(Ways.SET_UP.by((here, channel) -> ChannelId.find(channel)
                        .map(found -> open(here.person(), found)).orElse(TOO_OLD)),
                        EDIT.by((here, team) -> edit(here.person(), team)), show(),
                        SetupForm.SAVE.by(this::submitted)));
    }

    private Handled<TeamId> show() {
        return SHOW.by((here, _) -> new Reply.ToYou(
                TeamCards.showing(Lineup.of(here.tx(), people, here.team()), here.person())));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(TeamSetup.WELCOME, Composer.echo(this::welcome), RoleNotice.KIND,
                Composer.in(SendPolicy.REPORT, setup.roles()::told));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(TeamSetup.WELCOME, MessageKind.of("Welcome", "%s was set up in this channel"), RoleNotice.KIND,
                MessageKind.of("Who coaches and leads", "a coach changed who coaches or leads %s"));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.belongs()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "See who is on the team and how it is set up.",
                        SHOW.button("See the team", team.id())))
                : List.of();
    }

    /** Whatever stands with the person says from now on what the role of now may see. */
    @Override
    public void roleChanged(Transaction tx, Team team, RoleChange change, Instant now) {
        outbox.refreshAll(tx, team.id(), change.person());
    }

    private Reply open(PersonId caller, ChannelId channel) {
        var existing = database.read(tx -> people.teams().inChannel(tx, channel));
        if (existing.isPresent()) {
            return edit(caller, existing.get().id());
        }
        var seen = roster.channel(channel);
        if (seen.isEmpty() || (!seen.get().direct() && !seen.get().joined() && !seen.get().archived())) {
            return Reply.Refused.because("I am not in this channel yet. Invite me first: type /invite @Stagecoach here,"
                    + " then /coach setup again.");
        }
        if (seen.get().direct()) {
            return notHere(caller);
        }
        if (seen.get().archived()) {
            return Reply.Refused.because("This channel is archived. Unarchive it, or go to your team's current "
                    + "channel, then type /coach setup there.");
        }
        var zone = roster.person(caller).map(Person::zone);
        return zone.<Reply>map(known -> new Reply.Open(SetupForm.of(SetupForm.About.fresh(channel),
                Setup.suggested(seen.get().name(), caller, known))))
                .orElseGet(() -> Reply.Refused.because("I cannot find your account in this workspace. Please try again"
                        + " in a minute."));
    }

    /** In a direct message there is nothing to set up, but perhaps a team to edit. */
    private Reply notHere(PersonId caller) {
        var coached = database.read(tx -> people.teams().of(tx, caller).stream()
                .filter(team -> people.members().standing(tx, team.id(), caller).isCoach()).toList());
        var wayOn = coached.size() == 1
                ? Optional.of(TeamCards.edit(coached.getFirst(), "Edit the team"))
                : Optional.<Button>empty();
        return new Reply.Refused("A team belongs to a channel. Go to your team's channel, type /invite @Stagecoach if I"
                + " am not there yet, then /coach setup.", wayOn);
    }

    private Reply edit(PersonId caller, TeamId id) {
        // Counted before the settings are read: a change in between is noticed rather than missed.
        var edits = setup.edits(id);
        return withTeam(id, lineup -> lineup.mayEdit(caller)
                ? new Reply.Open(
                        SetupForm.of(new SetupForm.About(lineup.team().channel(), Optional.of(id), Optional.of(edits)),
                                Setup.of(lineup.team(), lineup.members(), lineup.leftOut())))
                : onlyCoaches(lineup.names(Role.COACH)));
    }

    private static Reply onlyCoaches(String coaches) {
        return Reply.Refused.because("This team is already set up, and its coaches can edit it: " + coaches + ".");
    }

    private static Reply onlyMembers(String coaches) {
        return Reply.Refused.because("You are not on this team. Its coaches can tell you more: " + coaches + ".");
    }

    private Reply withTeam(TeamId id, Function<Lineup, Reply> answer) {
        return database.read(tx -> people.teams().find(tx, id).map(team -> Lineup.of(tx, people, team))).map(answer)
                .orElse(GONE);
    }

    private Reply submitted(CallContext here, SetupForm.About about) {
        return switch (SetupForm.read(here.submission().answers())) {
            case SetupForm.Read.Faulty(var reasons) -> new Reply.Mend(reasons);
            case SetupForm.Read.Filled(var filled) -> saved(here.person(), about, filled, here.now());
        };
    }

    private Reply saved(PersonId caller, SetupForm.About about, Setup filled, Instant now) {
        return switch (setup.save(caller, about, filled, now)) {
            case TeamSetup.Outcome.Created(var lineup) -> new Reply.ToYou(TeamCards.created(lineup, caller,
                    database.read(tx -> ChannelAudience.of(tx, people, lineup.team().id()))));
            case TeamSetup.Outcome.Changed(var lineup) -> new Reply.ToYou(TeamCards.changed(lineup, caller));
            case TeamSetup.Outcome.Forestalled(var lineup, var by) ->
                new Reply.ToYou(TeamCards.forestalled(lineup, by, caller));
            case TeamSetup.Outcome.Overtaken(var by, var seen, var differences) -> new Reply.Next(SetupForm.again(
                    new SetupForm.About(about.channel(), about.team(), Optional.of(seen)), filled, by, differences));
            case TeamSetup.Outcome.Faulty(var reasons) -> new Reply.Mend(reasons);
            case TeamSetup.Outcome.Unseen() -> Reply.Refused.because("I am not in the channel any more. Type /invite"
                    + " @Stagecoach there, then send this again.");
            case TeamSetup.Outcome.Stranger() -> Reply.Refused.because("Only somebody in the channel can set up its"
                    + " team. Join the channel, then send this again.");
            case TeamSetup.Outcome.Gone() -> GONE;
            case TeamSetup.Outcome.LeftOut(var coaches) -> onlyMembers(coaches);
            case TeamSetup.Outcome.OnlyCoaches(var coaches) -> onlyCoaches(coaches);
        };
    }

    private Composition welcome(Delivery delivery, Instant now) {
        return database.read(tx -> people.teams().find(tx, new TeamId(delivery.subject()))
                .<Composition>map(team -> Composition.Send.of(TeamCards.welcome(Lineup.of(tx, people, team))))
                .orElseGet(() -> new Composition.Skip("the team no longer exists")));
    }
}
