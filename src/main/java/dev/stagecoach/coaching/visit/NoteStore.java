package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What the two noted, handed out closed: shared with each other, and with whoever a note's author lets read it. */
final class NoteStore {

    private record Row(TeamId team, Note note, boolean shared) {
        Confidential<Note> closed() {
            return new Confidential<>(DataKind.VISIT, team, note.person(), shared, note);
        }
    }

    /** Writing again replaces it. */
    void keep(Transaction tx, String visit, Note note, Instant now) {
        tx.handle().createUpdate("""
                insert into peer_visit_note (visit, person, seen, question, at)
                values (:visit, :person, :seen, :question, :now)
                on conflict (visit, person) do update set seen = excluded.seen, question = excluded.question
                """).bind("visit", visit).bind("person", note.person()).bind("seen", note.seen())
                .bind("question", note.question()).bind("now", now).execute();
    }

    /** In the order in which they were written, as this person sees them. */
    List<Confidential<Note>> of(Transaction tx, String visit, PersonId viewer) {
        return tx.handle().createQuery("""
                select v.team, n.person as note_person, v.look_for as note_look_for, n.seen as note_seen, n.question as note_question,
                    case when v.person = :viewer or v.partner = :viewer or exists (select 1 from peer_visit_reader r
                        where r.visit = n.visit and r.author = n.person and r.reader = :viewer)
                        then 1 else 0 end as shared
                from peer_visit_note n join peer_visit v on v.id = n.visit
                where n.visit = :visit order by n.at, n.person
                """).bind("visit", visit).bind("viewer", viewer).mapTo(Row.class).map(Row::closed).list();
    }

    boolean noted(Transaction tx, String visit) {
        return tx.handle().createQuery("select count(*) from peer_visit_note where visit = :visit")
                .bind("visit", visit).mapTo(Integer.class).one() > 0;
    }

    boolean notedBy(Transaction tx, String visit, PersonId person) {
        return tx.handle().createQuery("select count(*) from peer_visit_note where visit = :visit and person = :person")
                .bind("visit", visit).bind("person", person).mapTo(Integer.class).one() == 1;
    }

    void show(Transaction tx, String visit, PersonId author, Collection<PersonId> readers) {
        readers.forEach(reader -> tx.handle().createUpdate("""
                insert into peer_visit_reader (visit, author, reader) values (:visit, :author, :reader)
                on conflict (visit, author, reader) do nothing
                """).bind("visit", visit).bind("author", author).bind("reader", reader).execute());
    }

    void hide(Transaction tx, String visit, PersonId author) {
        tx.handle().createUpdate("delete from peer_visit_reader where visit = :visit and author = :author")
                .bind("visit", visit).bind("author", author).execute();
    }

    boolean shown(Transaction tx, String visit, PersonId author) {
        return tx.handle()
                .createQuery("select count(*) from peer_visit_reader where visit = :visit and author = :author")
                .bind("visit", visit).bind("author", author).mapTo(Integer.class).one() > 0;
    }
}
