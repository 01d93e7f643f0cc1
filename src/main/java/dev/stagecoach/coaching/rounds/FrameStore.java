package dev.stagecoach.coaching.rounds;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What people say about a round as a whole. It leaves this package with their other answers only, closed. */
final class FrameStore {

    Frame of(Transaction tx, String round, PersonId person) {
        return tx.handle().createQuery("""
                select class_label, confidence from assessment_frame where round = :round and person = :person
                """).bind("round", round).bind("person", person).mapTo(Row.class).findOne().map(Row::frame)
                .orElse(Frame.EMPTY);
    }

    private record Row(String classLabel, String confidence) {
        Frame frame() {
            return new Frame(classLabel, Frame.Confidence.of(confidence));
        }
    }

    void save(Transaction tx, String round, PersonId person, Frame frame) {
        tx.handle().createUpdate("""
                insert into assessment_frame (round, person, class_label, confidence)
                values (:round, :person, :label, :confidence)
                on conflict (round, person) do update set class_label = excluded.class_label,
                    confidence = excluded.confidence
                """).bind("round", round).bind("person", person).bind("label", frame.classLabel())
                .bind("confidence", frame.confidence().map(Frame.Confidence::key).orElse("")).execute();
    }
}
