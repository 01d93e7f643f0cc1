package dev.stagecoach.coaching.brief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Coaches' own notes. */
final class NoteStore {
    private static final String SELECT = "select id, team, author, words, made_at as made from coach_note";

    /** Something that a coach keeps in mind about a team. */
    record Note(String id, TeamId team, PersonId author, String words, Instant made) {}

    /** Keeps it; the same form sent in twice makes one note. */
    void add(Transaction tx, Note note) {
        tx.handle().createUpdate("""
                insert into coach_note (id, team, author, words, made_at) values (:id, :team, :author, :words, :made)
                on conflict (id) do nothing
                """).bind("id", note.id()).bind("team", note.team()).bind("author", note.author())
                .bind("words", note.words()).bind("made", note.made()).execute();
    }

    /** One author's about a team, newest first. */
    List<Confidential<Note>> of(Transaction tx, TeamId team, PersonId author) {
        return tx.handle()
                .createQuery(SELECT + " where team = :team and author = :author order by made_at desc, id desc")
                .bind("team", team).bind("author", author).mapTo(Note.class).map(NoteStore::closed).list();
    }

    Optional<Confidential<Note>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Note.class)
                .map(NoteStore::closed)
                .findOne();
    }

    void delete(Transaction tx, String id) {
        tx.handle().createUpdate("delete from coach_note where id = :id").bind("id", id).execute();
    }

    private static Confidential<Note> closed(Note note) {
        return new Confidential<>(DataKind.COACH_NOTE, note.team(), note.author(), false, note);
    }
}
