package dev.stagecoach.coaching.brief;

import java.util.List;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.OwnItems;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.brief.NoteStore.Note;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** A coach's own notes on a team: nobody else reads them, and who no longer coaches the team does not either. */
final class Notes {
    private static final NoteStore STORE = new NoteStore();
    static final Action<TeamId> LIST = Action.click("brief.notes", Carried.team(), Access.reads(Who.COACHES));
    static final Action<TeamId> WRITE = Action.click("brief.write", Carried.team(), Access.reads(Who.COACHES));
    private static final Action<Begun> WRITTEN = Action.form("brief.note_form", Carried.begun(),
            Access.writes(Who.COACHES));
    private static final Action<String> DELETE = Action
            .click("brief.delete", Carried.thing((tx, id) -> STORE.find(tx, id).map(Confidential::team)),
                    Access.writes(Who.TEAM).deleting())
            .onlyFor("its author",
                    (here, id) -> STORE.find(here.tx(), id).orElseThrow().author().equals(here.person()));
    private static final String WORDS = "words";
    private static final int LONGEST = 1000;
    private static final int SHOWN = 10;

    private final People people;

    Notes(People people) {
        this.people = people;
    }

    List<Handled<?>> actions() {
        return List.of(LIST.by((here, _) -> new Reply.ToYou(card(here))),
                Ways.OWN_NOTES.by((here, _) -> new Reply.ToYou(card(here))),
                WRITE.by((here, team) -> write(team, Readership.of(here, people, DataKind.COACH_NOTE).unshared())),
                WRITTEN.by(Notes::written), DELETE.by(this::delete));
    }

    /** The newest that this coach wrote. */
    List<Note> lately(Transaction tx, TeamId team, PersonId coach, int most) {
        return people.gate().openAll(tx, coach, STORE.of(tx, team, coach)).stream().limit(most).toList();
    }

    /** For the page of who sees what. */
    List<OwnItem> own(Transaction tx, Team team, PersonId coach) {
        return new OwnItems(tx, people.gate(), coach).of(STORE.of(tx, team.id(), coach),
                one -> "Your coach’s note of " + DateText.dayAndYear(one.made(), team.zone()));
    }

    private Card card(CallContext here) {
        var team = here.team();
        var write = WRITE.primary("Write a note", team.id());
        var notes = lately(here.tx(), team.id(), here.person(), SHOWN);
        if (!here.standing().isCoach()) {
            return left(team, notes);
        }
        if (notes.isEmpty()) {
            return Card.saying("You have no notes on " + team.name() + ". Only you would see them.").buttons(write);
        }
        var card = Card.titled("My notes on " + team.name()).heading("My notes on " + team.name());
        for (var note : notes) {
            card = card.quote(note.words())
                    .footnote(ToolFacts.day(note.made().atZone(team.zone()).toLocalDate()))
                    .buttons(delete(note));
        }
        return card.buttons(write).footnote("Only you see these, as long as you coach this team.");
    }

    /** Without the words: who no longer coaches the team does not read them, and can still take them away. */
    private static Card left(Team team, List<Note> notes) {
        var title = "Notes from when you coached " + team.name();
        if (notes.isEmpty()) {
            return Card.saying("You have no notes on " + team.name() + ".");
        }
        var card = Card.titled(title).heading(title);
        for (var note : notes) {
            card = card.text(ToolFacts.day(note.made().atZone(team.zone()).toLocalDate())).buttons(delete(note));
        }
        return card.footnote("What they say is shown again only if you coach this team again.");
    }

    private static Button delete(Note note) {
        return DELETE.danger("Delete", note.id(),
                new Confirm("Delete this note?", "It is gone for good.", "Delete it"));
    }

    private static Reply write(TeamId team, String readers) {
        return new Reply.Open(WRITTEN.form("A note", "Keep it", new Begun(team, Ids.next()),
                List.of(new Field.LongText(WORDS, "What do you want to keep in mind?",
                        "Who can see it: " + readers + ", as long as you coach this team.", false, LONGEST, ""))));
    }

    private static Reply written(CallContext here, Begun note) {
        var reading = new FormReader(here.submission().answers());
        var words = reading.required(WORDS, LONGEST, "Please write what you want to keep in mind.");
        return reading.mend().orElseGet(() -> {
            STORE.add(here.tx(), new Note(note.id(), note.team(), here.person(), words, here.now()));
            return new Reply.ToYou(Card.saying("Kept. Only you see it.")
                    .buttons(LIST.button("My notes", note.team())));
        });
    }

    private Reply delete(CallContext here, String id) {
        STORE.delete(here.tx(), id);
        return new Reply.Replace(card(here));
    }
}
