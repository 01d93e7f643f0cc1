package dev.stagecoach.coaching.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Where somebody stands and what comes next: bare /coach, help, the Home tab, preferences. */
public final class HomeRoom implements Room {
    static final Action<Optional<TeamId>> HELP = Action.click("home.help", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));

    /** Everything that the caller may do in this team, or the teams to choose from. */
    static final Action<Optional<TeamId>> ALL = Action.click("home.all", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));

    private final Database database;
    private final People people;
    private final Directory directory;
    private final HomeContent offer;
    private final PreferenceActions preferences;

    public HomeRoom(Database database, People people, Directory directory, HomeContent offer) {
        this.database = database;
        this.people = people;
        this.directory = directory;
        this.offer = offer;
        this.preferences = new PreferenceActions(people);
    }

    @Override
    public Feature feature() {
        var typed = Stream.concat(Stream.of(
                new Action.Typed("", "shows where the team stands and what comes next for you",
                        Ways.HOME.by((here, _) -> opened(here))).also("home", "hello", "hi", "next", "status"),
                new Action.Typed("help", "shows what you can type",
                        HELP.by((here, _) -> new Reply.ToYou(Help.over(usable(here)).card()))).also("commands")),
                preferences.typed().stream());
        var actions = Stream.<Handled<?>>concat(Stream.of(Ways.HOME.by((here, _) -> opened(here)),
                ALL.by((here, _) -> new Reply.ToYou(everything(here))),
                HELP.by((here, _) -> new Reply.Open(Help.over(usable(here)).page()))),
                preferences.actions().stream());
        return new Feature("home", typed.toList(), actions.toList());
    }

    /** What the person's Home tab shows at this moment. */
    public Card home(PersonId person, Instant now) {
        return database.read(tx -> HomeCards.home(standpoints(tx, person, now),
                preferences.words(tx, person, now)));
    }

    /** What is answered to words that are no command. */
    public Card nextStep(PersonId person, Instant now) {
        return database.read(tx -> HomeCards.nextStep(standpoints(tx, person, now)));
    }

    private Reply opened(CallContext here) {
        return new Reply.ToYou(here.where().map(team -> inTeam(team, here))
                .orElseGet(() -> here.call() instanceof Call.Typed typed
                        ? elsewhere(typed.channel(), typed.person(), typed.now())
                        : mine(here.person(), here.now())));
    }

    private Card everything(CallContext here) {
        var teams = here.where().map(List::of).orElseGet(() -> people.teams().of(here.tx(), here.person()));
        var own = teams.stream()
                .filter(team -> people.members().standing(here.tx(), team.id(), here.person()).belongs()).toList();
        return own.size() == 1
                ? Everything.of(here.tx(), offer, new TeamSteps.Seat(own.getFirst(), here.person(), here.now()),
                        people.members().standing(here.tx(), own.getFirst().id(), here.person()))
                : HomeCards.teams(own);
    }

    private Card inTeam(Team team, CallContext caller) {
        return database.read(tx -> {
            var here = TeamSteps.of(tx, people, offer, new TeamSteps.Seat(team, caller.person(), caller.now()));
            return here.standing().belongs() ? HomeCards.one(here) : HomeCards.outsider(team, coaches(tx, team));
        });
    }

    private String coaches(Transaction tx, Team team) {
        return String.join(", ",
                people.members().of(tx, team.id(), Role.COACH).stream().map(Member::name).toList());
    }

    /** In a direct message the person's own teams are meant, in a channel the team that it could have. */
    private Card elsewhere(ChannelId channel, PersonId person, Instant now) {
        if (directory.channel(channel).filter(Directory.Channel::direct).isEmpty()) {
            return HomeCards.noTeamHere(channel);
        }
        return mine(person, now);
    }

    private Card mine(PersonId person, Instant now) {
        var all = database.read(tx -> standpoints(tx, person, now));
        return switch (all.size()) {
            case 0 -> HomeCards.noTeam();
            case 1 -> HomeCards.one(all.getFirst());
            default -> HomeCards.several(all);
        };
    }

    private List<TeamSteps> standpoints(Transaction tx, PersonId person, Instant now) {
        return people.teams().of(tx, person).stream()
                .map(team -> TeamSteps.of(tx, people, offer, new TeamSteps.Seat(team, person, now)))
                .filter(one -> one.standing().belongs()).toList();
    }

    /** What the caller may use in this team, or in any of the caller's teams. */
    private List<Action.Typed> usable(CallContext here) {
        var standings = here.where().map(_ -> List.of(here.standing()))
                .orElseGet(() -> people.teams().of(here.tx(), here.person()).stream()
                        .map(team -> people.members().standing(here.tx(), team.id(), here.person())).toList());
        return offer.commands().get().stream().filter(command -> {
            var who = command.action().action().access().who();
            return who.admits(Standing.OUTSIDER) || standings.stream().anyMatch(who::admits);
        }).toList();
    }
}
