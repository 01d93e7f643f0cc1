package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.PrivateFiles;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.TeamPicker;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.rounds.VisibilityRoom;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** {@code /coach my-data}: what the bot keeps of the caller, a copy of it, and its deletion. For the caller alone. */
public final class MyDataRoom implements Room {
    static final Action<Optional<TeamId>> SHOW = Ways.MY_DATA;
    static final Action<Optional<TeamId>> SEND = Action.click("mydata.send", Carried.perhapsTeam(),
            Access.outside(Who.ANYONE));
    static final Action<Optional<TeamId>> ASK = Action.click("mydata.ask", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE).deleting());
    static final Action<Optional<TeamId>> DELETE = Action.form("mydata.delete", Carried.perhapsTeam(),
            Access.writes(Who.ANYONE).deleting());
    private static final String SENT = "Here is everything I keep about you: one page to read, and the same as data."
            + " Only you see this.";

    private static final String NOTES = "coach_note";

    private final PersonalDataStore store = new PersonalDataStore();
    private final Database database;
    private final People people;
    private final PrivateFiles files;
    private final Retention retention;

    public MyDataRoom(Database database, People people, PrivateFiles files, Retention retention) {
        this.retention = retention;
        this.people = people;
        this.database = database;
        this.files = files;
    }

    @Override
    public Feature feature() {
        var show = SHOW.by((here, _) -> new Reply.ToYou(overview(here)));
        return new Feature("mydata",
                List.of(new Action.Typed("my-data", "shows what I keep about you; you can take it along or delete it",
                        show).also("data", "delete my data", "delete data", "export my data", "export data",
                                "export", "my data", "forget me")),
                List.of(show, SEND.by((here, _) -> sent(here)),
                        ASK.by((here, _) -> new Reply.Open(MyDataCards.form(store.counts(here.tx(), here.person())))),
                        DELETE.by((here, _) -> deleted(here))));
    }

    @Override
    public List<Job> jobs() {
        return List.of(new RetentionJob(database, retention));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.belongs()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "See what I keep about you, take a copy, or delete it.",
                        SHOW.button("My data", Optional.of(team.id()))))
                : List.of();
    }

    private Card overview(CallContext here) {
        var counts = store.counts(here.tx(), here.person());
        var card = MyDataCards.overview(counts, retention);
        var teams = people.teams().of(here.tx(), here.person());
        if (teams.isEmpty()) {
            return card;
        }
        var page = TeamPicker.below(card, teams, (name, team) -> VisibilityRoom.OPEN
                .button(in("Who sees what", name, teams), team.id()));
        return counts.keySet().stream().noneMatch(place -> place.table().equals(NOTES))
                ? page
                : TeamPicker.below(page, teams,
                        (name, team) -> Ways.OWN_NOTES.button(in("My coach’s notes", name, teams), team.id()));
    }

    private static String in(String what, String name, List<Team> teams) {
        return what + (teams.size() > 1 ? " in " + name : "");
    }

    private Reply sent(CallContext here) {
        var held = database.read(tx -> store.all(tx, here.person()));
        var dates = DateText.at(here.now(), database.read(tx -> people.zone(tx, here.person())));
        return files.send(here.person(), List.of(
                new PrivateFiles.Document("my-data.html", new CopyPage(here.person(), dates, held).html(here.now())),
                new PrivateFiles.Document("my-data.json", new Copy(here.person(), here.now(), held).json())), SENT)
                        ? new Reply.ToYou(MyDataCards.sent())
                        : Reply.Refused.because("I could not send you the files just now. Nothing has changed; please "
                                + "try again in a minute.");
    }

    private Reply deleted(CallContext here) {
        var before = store.counts(here.tx(), here.person());
        if (!here.submission().answers().text(MyDataCards.CONFIRM).strip().toLowerCase(Locale.ROOT)
                .equals(MyDataCards.WORD)) {
            return new Reply.Mend(Map.of(MyDataCards.CONFIRM,
                    "Nothing is deleted yet. Type the word " + MyDataCards.WORD + " to go on."));
        }
        store.delete(here.tx(), here.person());
        return new Reply.ToYou(MyDataCards.deleted(before));
    }
}
