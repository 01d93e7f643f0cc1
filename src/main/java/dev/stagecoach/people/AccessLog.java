package dev.stagecoach.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * Who looked at what of whom (rules for statistics and privacy, part 7). Entries are added and never changed; looking
 * at the same kind of thing of the same person is kept once a day, by UTC. What was noted while something was read is
 * written when the call that read it is over, at the latest with the next tick.
 */
public final class AccessLog {
    private final AccessLogStore store = new AccessLogStore();
    private final Queue<AccessEntry> noted = new ConcurrentLinkedQueue<>();
    private volatile Written written = new Written(LocalDate.EPOCH, Set.of());

    /** What is written already, of the day that was written last. */
    private record Written(LocalDate day, Set<AccessEntry> entries) {}

    /** What somebody looked at of another person. */
    public record Look(Instant at, TeamId team, PersonId viewer, DataKind what) {}

    /** Keeps it for {@link #write}. */
    public void note(AccessEntry entry) {
        noted.add(entry);
    }

    /** Writes what was noted. Where that fails it stays noted. */
    public void write(Database database, Instant now) {
        if (noted.isEmpty()) {
            return;
        }
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var known = written.day.equals(day) ? written.entries : ConcurrentHashMap.<AccessEntry>newKeySet();
        var fresh = new ArrayList<AccessEntry>();
        for (var entry = noted.poll(); entry != null; entry = noted.poll()) {
            fresh.add(entry);
        }
        var unknown = fresh.stream().filter(entry -> !known.contains(entry)).distinct().toList();
        if (unknown.isEmpty()) {
            return;
        }
        try {
            database.change(tx -> unknown.forEach(entry -> store.add(tx, entry, now)));
        } catch (RuntimeException e) {
            noted.addAll(unknown);
            throw e;
        }
        unknown.stream().filter(AccessEntry::onceADay).forEach(known::add);
        written = new Written(day, known);
    }

    /** Adds an entry in the transaction of what was done. */
    public void add(Transaction tx, AccessEntry entry, Instant now) {
        store.add(tx, entry, now);
    }

    /** Who looked at what this person wrote, the newest first. */
    public List<Look> looksAt(Transaction tx, PersonId author, int most) {
        return store.looksAt(tx, author, most);
    }
}
