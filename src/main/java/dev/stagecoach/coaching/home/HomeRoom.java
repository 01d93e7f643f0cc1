package dev.stagecoach.coaching.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
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
    static final Action<Optional<TeamId>> HELP = Action.click("home.help", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));

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
                List.of(new Action.Typed("", "shows where the team stands and what comes next for you",
                        Ways.HOME.by((here, _) -> opened(here))),
                        new Action.Typed("help", "shows what you can type",
                                HELP.by((here, _) -> new Reply.ToYou(Help.over(usable(here)).card())))),
                List.of(Ways.HOME.by((here, _) -> opened(here)),
                        HELP.by((here, _) -> new Reply.Open(Help.over(usable(here)).page())),
                        Ways.PREFERENCES.by((here, _) -> preferencesOpened(here)),
                        PreferenceForm.SAVE.by((here, _) -> preferencesSent(here))));
    }

    /** What the person's Home tab shows at this moment. */
    public Card home(PersonId person, Instant now) {
        return database.read(tx -> HomeCards.home(standpoints(tx, person, now),
                PreferenceWords.of(preferences.of(tx, person), today(tx, person, now))));
    }

    private Reply opened(CallContext here) {
        return new Reply.ToYou(here.where().map(team -> inTeam(team, here))
                .orElseGet(() -> here.call() instanceof Call.Typed typed
                        ? elsewhere(typed.channel(), typed.person(), typed.now())
                        : mine(here.person(), here.now())));
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

    private Reply preferencesOpened(CallContext here) {
        return new Reply.Open(PreferenceForm.of(preferences.of(here.tx(), here.person()),
                today(here.tx(), here.person(), here.now())));
    }

    private Reply preferencesSent(CallContext here) {
        var today = today(here.tx(), here.person(), here.now());
        return switch (PreferenceForm.read(here.submission().answers(), today)) {
            case PreferenceForm.Read.Faulty(var mend) -> mend;
            case PreferenceForm.Read.Filled(var wanted) -> {
                preferences.keep(here.tx(), here.person(), wanted, here.now());
                yield new Reply.ToYou(Card.saying("Saved. " + PreferenceWords.of(wanted, today)));
            }
        };
    }

    private LocalDate today(Transaction tx, PersonId person, Instant now) {
        ZoneId zone = people.members().person(tx, person).map(Person::zone).orElse(ZoneOffset.UTC);
        return now.atZone(zone).toLocalDate();
    }
}
