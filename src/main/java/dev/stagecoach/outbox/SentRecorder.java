package dev.stagecoach.outbox;

import java.util.List;

import dev.stagecoach.outbox.DeliveryStore.Standing;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.GroupCommit;
import dev.stagecoach.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down which messages stand: what arrives at the same time in one transaction, where that fails each alone. */
final class SentRecorder {
    private static final int MOST = 256;

    private static final Logger LOG = LoggerFactory.getLogger(SentRecorder.class);

    private final Database database;
    private final DeliveryStore deliveries = new DeliveryStore();
    private final GroupCommit<List<Standing>> messages = new GroupCommit<>(MOST, this::write);

    SentRecorder(Database database) {
        this.database = database;
    }

    /** The rows of one message; returns when they are on disk, or when that failed and was logged. */
    void stand(List<Standing> rows) {
        messages.bring(rows);
    }

    private void write(List<List<Standing>> together) {
        try {
            database.change(tx -> write(tx, together.stream().flatMap(List::stream).toList()));
        } catch (RuntimeException e) {
            if (together.size() > 1) {
                together.forEach(one -> write(List.of(one)));
            } else {
                LOG.error("delivery {} was not recorded; its claim lapses and is taken up again",
                        together.getFirst().getFirst().claim().id(), e);
            }
        }
    }

    private void write(Transaction tx, List<Standing> rows) {
        var first = deliveries.sent(tx, rows);
        for (var row : rows) {
            if (!first.contains(row)) {
                LOG.warn("delivery {} stands twice, the second time at {}", row.claim().id(), row.message());
            } else if (row.opensThread()) {
                deliveries.openThread(tx, row.claim().id());
            }
        }
    }
}
