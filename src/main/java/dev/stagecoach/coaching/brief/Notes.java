package dev.stagecoach.coaching.brief;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.brief.NoteStore.Note;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** A coach's own notes on a team: nobody else reads them, and who no longer coaches the team does not either. */
final class Notes {
    static final String LIST = "brief.notes";
    static final String WRITE = "brief.write";
    static final String DELETE = "brief.delete";
    static final String FORM = "brief.note_form";
    private static final String WORDS = "words";
    private static final int LONGEST = 1000;
    private static final int SHOWN = 10;
    private static final Reply COACHES_ONLY = Reply.Refused
            .because("These notes are for the team's coaches, each their own.");

    private final NoteStore store = new NoteStore();
    private final Database database;
    private final People people;

    Notes(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    Map<String, Function<Call.Click, Reply>> clicks() {
        return Map.of(LIST, this::list, WRITE, this::write, DELETE, this::delete);
    }

    Map<String, Function<Call.Submission, Reply>> forms() {
        return Map.of(FORM, this::written);
    }

    /** The newest, for whoever coaches the team now. */
    List<Note> lately(Transaction tx, TeamId team, PersonId coach, int most) {
        return people.members().standing(tx, team, coach).isCoach()
                ? people.gate().openAll(tx, coach, store.of(tx, team, coach)).stream().limit(most).toList()
                : List.of();
    }

    private Reply list(Call.Click click) {
        return database.read(tx -> coaching(tx, new TeamId(click.value()), click.person(),
                team -> new Reply.ToYou(card(tx, team, click.person()))));
    }

    private Card card(Transaction tx, Team team, PersonId coach) {
        var write = Button.primary("Write a note", WRITE, team.id().value());
        var notes = lately(tx, team.id(), coach, SHOWN);
        if (notes.isEmpty()) {
            return Card.saying("You have no notes on " + team.name() + ". Only you would see them.").buttons(write);
        }
        var card = Card.titled("My notes on " + team.name()).heading("My notes on " + team.name());
        for (var note : notes) {
            card = card.quote(note.words())
                    .footnote(ToolFacts.day(note.made().atZone(team.zone()).toLocalDate()))
                    .buttons(Button.danger("Delete", DELETE, note.id(),
                            new Button.Confirm("Delete this note?", "It is gone for good.", "Delete it")));
        }
        return card.buttons(write).footnote("Only you see these, as long as you coach this team.");
    }

    private Reply write(Call.Click click) {
        return database.read(tx -> coaching(tx, new TeamId(click.value()), click.person(),
                team -> new Reply.Open(new Form(FORM, "A note", "Keep it", team.id() + " " + Ids.next(),
                        List.of(new Field.LongText(WORDS, "What do you want to keep in mind?",
                                "Only you see it, as long as you coach this team.", false, LONGEST, ""))))));
    }

    private Reply written(Call.Submission sent) {
        var parts = (sent.context() + " ").split(" ", 3);
        var reading = new FormReader(sent.answers());
        var words = reading.required(WORDS, LONGEST, "Please write what you want to keep in mind.");
        return reading.mend().orElseGet(
                () -> database.write(tx -> coaching(tx, new TeamId(parts[0]), sent.person(), team -> {
                    store.add(tx, new Note(parts[1], team.id(), sent.person(), words, sent.now()));
                    return new Reply.ToYou(Card.saying("Kept. Only you see it.")
                            .buttons(Button.of("My notes", LIST, team.id().value())));
                })));
    }

    private Reply delete(Call.Click click) {
        return database.write(tx -> store.find(tx, click.value())
                .flatMap(closed -> people.gate().open(tx, click.person(), closed))
                .map(note -> coaching(tx, note.team(), click.person(), team -> {
                    store.delete(tx, note.id());
                    return new Reply.Replace(card(tx, team, click.person()));
                })).orElse(COACHES_ONLY));
    }

    private Reply coaching(Transaction tx, TeamId id, PersonId person, Function<Team, Reply> work) {
        return Insider.of(tx, people, id, person).filter(here -> here.standing().isCoach()).map(Insider::team).map(work)
                .orElse(COACHES_ONLY);
    }
}
