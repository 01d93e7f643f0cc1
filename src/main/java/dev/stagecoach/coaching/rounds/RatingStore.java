package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.guide.Side;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Sharing;
import dev.stagecoach.storage.Transaction;

/** What people said in a round. It leaves here closed, or as counts for the figures. */
final class RatingStore {
    private static final String RATE = """
            insert into assessment_rating (round, person, practice, side, level, rated_at)
            values (:round, :person, :practice, :side, :level, :now)
            on conflict (round, person, practice, side)
            do update set level = excluded.level, rated_at = excluded.rated_at
            """;
    private static final FrameStore FRAMES = new FrameStore();
    private static final String RATE_UNLESS_NEWER = RATE + " where excluded.rated_at >= assessment_rating.rated_at";

    /** Writes one page over whatever stood there; a side left open is taken away. True where nothing stood there. */
    boolean save(Transaction tx, String round, PersonId person, RatingPage page, Instant now) {
        var before = tx.handle().createQuery("""
                select count(*) from assessment_rating where round = :round and person = :person
                    and practice = :practice
                """).bind("round", round).bind("person", person).bind("practice", page.practice())
                .mapTo(Integer.class).one();
        for (var side : Side.values()) {
            page.side(side).ifPresentOrElse(
                    choice -> rate(tx, RATE, new Rating(round, person, page.practice(), side, choice, now)),
                    () -> unrate(tx, round, person, page.practice(), side));
        }
        for (var side : Side.values()) {
            note(tx, round, person, page, side);
        }
        return before == 0;
    }

    /** Adds what a page holds so far; what it leaves open stays as it is, and so does what was chosen later. */
    void add(Transaction tx, String round, PersonId person, RatingPage page, Instant now) {
        for (var side : Side.values()) {
            page.side(side).ifPresent(choice -> rate(tx, RATE_UNLESS_NEWER,
                    new Rating(round, person, page.practice(), side, choice, now)));
        }
        for (var side : Side.values()) {
            var note = page.notes().of(side);
            if (!note.isEmpty() && note.length() <= RatingForm.LONGEST_NOTE) {
                note(tx, round, person, page, side);
            }
        }
    }

    void sent(Transaction tx, Rounds.Sent sent) {
        tx.handle().createUpdate("""
                insert into assessment_sent (opening, round, person, page) values (:opening, :round, :person, :page)
                on conflict (opening) do nothing
                """).bind("opening", sent.place().opening()).bind("round", sent.place().round())
                .bind("person", sent.by()).bind("page", sent.place().page()).execute();
    }

    /** Whether this very page was sent in; the same page opened anew was not. */
    boolean wasSent(Transaction tx, Rounds.Sent sent) {
        return tx.handle().createQuery("select 1 from assessment_sent where opening = :opening")
                .bind("opening", sent.place().opening()).mapTo(Integer.class).findOne().isPresent();
    }

    /** A closed round takes nothing, so nothing has to be told apart any more. */
    void forgetSent(Transaction tx, String round) {
        tx.handle().createUpdate("delete from assessment_sent where round = :round").bind("round", round).execute();
    }

    private static Set<Integer> sentPages(Transaction tx, String round, PersonId person) {
        return Set.copyOf(tx.handle().createQuery("""
                select distinct page from assessment_sent where round = :round and person = :person
                """).bind("round", round).bind("person", person).mapTo(Integer.class).list());
    }

    private record Rating(String round, PersonId person, String practice, Side side, Choice choice, Instant at) {}

    private static void rate(Transaction tx, String sql, Rating rating) {
        tx.handle().createUpdate(sql).bind("round", rating.round()).bind("person", rating.person())
                .bind("practice", rating.practice()).bind("side", rating.side().key())
                .bind("level", rating.choice().number()).bind("now", rating.at()).execute();
    }

    private static void unrate(Transaction tx, String round, PersonId person, String practice, Side side) {
        tx.handle().createUpdate("""
                delete from assessment_rating
                where round = :round and person = :person and practice = :practice and side = :side
                """).bind("round", round).bind("person", person).bind("practice", practice)
                .bind("side", side.key()).execute();
    }

    private static void note(Transaction tx, String round, PersonId person, RatingPage page, Side side) {
        tx.handle().createUpdate("""
                insert into assessment_note (round, person, practice, side, note)
                values (:round, :person, :practice, :side, :note)
                on conflict (round, person, practice, side) do update set note = excluded.note
                """).bind("round", round).bind("person", person).bind("practice", page.practice())
                .bind("side", side.key()).bind("note", page.notes().of(side)).execute();
    }

    /** Replaces the person's importance dots. */
    void saveDots(Transaction tx, String round, PersonId person, List<String> practices) {
        tx.handle().createUpdate("delete from assessment_dot where round = :round and person = :person")
                .bind("round", round).bind("person", person).execute();
        for (var practice : practices) {
            tx.handle().createUpdate("""
                    insert into assessment_dot (round, person, practice) values (:round, :person, :practice)
                    on conflict (round, person, practice) do nothing
                    """).bind("round", round).bind("person", person).bind("practice", practice).execute();
        }
    }

    /** All that the person said in the round so far. */
    Confidential<OwnAnswers> of(Transaction tx, Round round, PersonId person) {
        var choices = choices(tx, round.id(), person);
        var notes = notes(tx, round.id(), person);
        var pages = round.practices().stream()
                .map(practice -> new RatingPage(practice,
                        Optional.ofNullable(choices.get(new Reveal.Figure(practice, Side.STUDENT))),
                        Optional.ofNullable(choices.get(new Reveal.Figure(practice, Side.SYSTEM))),
                        new RatingPage.Notes(notes.getOrDefault(new Reveal.Figure(practice, Side.STUDENT), ""),
                                notes.getOrDefault(new Reveal.Figure(practice, Side.SYSTEM), ""))))
                .toList();
        var answers = new OwnAnswers(pages, sentPages(tx, round.id(), person), dots(tx, round.id(), person),
                finished(tx, round.id(), person), FRAMES.of(tx, round.id(), person));
        return new Confidential<>(DataKind.OWN_RATING, round.team(), person, false, answers);
    }

    private record Level(Reveal.Figure figure, int level) {}

    private static Map<Reveal.Figure, Choice> choices(Transaction tx, String round, PersonId person) {
        return tx.handle().createQuery("""
                select practice as figure_practice, side as figure_side, level from assessment_rating
                where round = :round and person = :person
                """).bind("round", round).bind("person", person).mapTo(Level.class)
                .collectToMap(Level::figure, one -> Choice.of(one.level()));
    }

    private record Note(Reveal.Figure figure, String note) {}

    private static Map<Reveal.Figure, String> notes(Transaction tx, String round, PersonId person) {
        return tx.handle()
                .createQuery("select practice as figure_practice, side as figure_side, note from assessment_note"
                        + " where round = :round and person = :person")
                .bind("round", round).bind("person", person).mapTo(Note.class).collectToMap(Note::figure, Note::note);
    }

    private static List<String> dots(Transaction tx, String round, PersonId person) {
        return tx.handle().createQuery("""
                select practice from assessment_dot where round = :round and person = :person order by practice
                """).bind("round", round).bind("person", person).mapTo(String.class).list();
    }

    /** Whether the person came to the end of the form; says nothing about what was answered. */
    boolean finished(Transaction tx, String round, PersonId person) {
        return tx.handle().createQuery("""
                select 1 from assessment_invite
                where round = :round and person = :person and finished_at is not null
                """).bind("round", round).bind("person", person).mapTo(Integer.class).findOne().isPresent();
    }

    private record Placed(PersonId person, String practice, Side side, int level, Instant at) {
        Placement placement() {
            return new Placement(person, practice, side, Choice.of(level));
        }
    }

    /** Where everybody placed everything; who may see it follows from the round's mode. */
    List<Confidential<Placement>> placements(Transaction tx, Round round) {
        return tx.handle().createQuery("""
                select person, practice, side, level, rated_at as at from assessment_rating where round = :round
                order by practice, side, person
                """).bind("round", round.id()).mapTo(Placed.class)
                .map(row -> new Confidential<>(DataKind.OWN_RATING, round.team(), row.person(),
                        new Sharing(false, round.mode(), Optional.of(row.at())), row.placement()))
                .list();
    }

    /** Takes out all that somebody said in the round. */
    void takeOut(Transaction tx, String round, PersonId person) {
        for (var table : List.of("assessment_rating", "assessment_note", "assessment_dot", "assessment_frame")) {
            tx.handle().createUpdate("delete from " + table + " where round = :round and person = :person")
                    .bind("round", round).bind("person", person).execute();
        }
    }

    /** People who answered at least one side of one practice. */
    List<PersonId> tookPart(Transaction tx, String round) {
        return tx.handle().createQuery("select distinct person from assessment_rating where round = :round")
                .bind("round", round).mapTo(PersonId.class).list();
    }
}
