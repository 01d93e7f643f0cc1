package dev.stagecoach.coaching.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Where somebody stands and what comes next: bare /coach, help, the Home tab, preferences. */
public final class HomeRoom implements Room {
    /** The click that shows where a team stands; its value is the team. */
    public static final String OPEN = "home.open";
    static final String HELP = "home.help";
    static final String PREFERENCES = "home.preferences";

    private final PreferenceStore preferences = new PreferenceStore();
    private final Database database;
    private final People people;
    private final Directory directory;
    private final HomeContent offer;

    public HomeRoom(Database database, People people, Directory directory, HomeContent offer) {
        this.database = database;
        this.people = people;
        this.directory = directory;
        this.offer = offer;
    }

    @Override
    public Feature feature() {
        return new Feature("home",
                List.of(new Command("", "shows where the team stands and what comes next for you", Who.ANYONE,
                        this::bare), new Command("help", "shows what you can type", Who.ANYONE, this::help)),
                Map.of(OPEN, this::opened, HELP,
                        click -> new Reply.Open(Help.over(usable(click.person(), Optional.empty())).page()),
                        PREFERENCES, this::preferencesOpened),
                Map.of(PreferenceForm.ID, this::preferencesSent), Map.of());
    }

    /** What the person's Home tab shows at this moment. */
    public Card home(PersonId person, Instant now) {
        return database.read(tx -> HomeCards.home(standpoints(tx, person, now),
                PreferenceWords.of(preferences.of(tx, person), today(tx, person, now))));
    }

    private Reply bare(Call.Typed call) {
        return new Reply.ToYou(call.team().map(team -> inTeam(team, call.person(), call.now()))
                .orElseGet(() -> elsewhere(call.channel(), call.person(), call.now())));
    }

    private Card inTeam(TeamId id, PersonId person, Instant now) {
        return database.read(tx -> people.teams().find(tx, id).map(team -> {
            var here = TeamSteps.of(tx, people, offer, new TeamSteps.Seat(team, person, now));
            return here.standing().belongs() ? HomeCards.one(here) : HomeCards.outsider(team, coaches(tx, team));
        }).orElseGet(HomeCards::noTeam));
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

    private Reply opened(Call.Click click) {
        return new Reply.ToYou(click.value().isBlank()
                ? mine(click.person(), click.now())
                : inTeam(new TeamId(click.value()), click.person(), click.now()));
    }

    private Reply help(Call.Typed call) {
        return new Reply.ToYou(Help.over(usable(call.person(), call.team())).card());
    }

    /** What the person may use in this team, or in any of the person's teams. */
    private List<Command> usable(PersonId person, Optional<TeamId> here) {
        var standings = database.read(tx -> here.map(List::of)
                .orElseGet(() -> people.teams().of(tx, person).stream().map(Team::id).toList()).stream()
                .map(team -> people.members().standing(tx, team, person)).toList());
        var outsider = Standing.OUTSIDER;
        return offer.commands().get().stream().filter(command -> command.audience().admits(outsider)
                || standings.stream().anyMatch(command.audience()::admits)).toList();
    }

    private Reply preferencesOpened(Call.Click click) {
        return database.read(tx -> new Reply.Open(PreferenceForm.of(preferences.of(tx, click.person()),
                today(tx, click.person(), click.now()))));
    }

    private Reply preferencesSent(Call.Submission sent) {
        var today = database.read(tx -> today(tx, sent.person(), sent.now()));
        return switch (PreferenceForm.read(sent.answers(), today)) {
            case PreferenceForm.Read.Faulty(var mend) -> mend;
            case PreferenceForm.Read.Filled(var wanted) -> {
                database.change(tx -> preferences.keep(tx, sent.person(), wanted, sent.now()));
                yield new Reply.ToYou(Card.saying("Saved. " + PreferenceWords.of(wanted, today)));
            }
        };
    }

    private LocalDate today(Transaction tx, PersonId person, Instant now) {
        ZoneId zone = people.members().person(tx, person).map(Person::zone).orElse(ZoneOffset.UTC);
        return now.atZone(zone).toLocalDate();
    }
}
