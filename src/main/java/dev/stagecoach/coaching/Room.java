package dev.stagecoach.coaching;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Feature;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.RoleChange;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** One thing that people do with the bot, seen from outside. The wiring holds a list of them. */
public interface Room {

    /** What people type, click and fill in here. */
    default Feature feature() {
        return Feature.NONE;
    }

    /** Who writes this room's scheduled messages, by {@link dev.stagecoach.outbox.Delivery#kind}. */
    default Map<String, Composer> composers() {
        return Map.of();
    }

    /** What people call this room's scheduled messages and why they come, by the kinds of {@link #composers}. */
    default Map<String, MessageKind> kinds() {
        return Map.of();
    }

    /** What becomes due here with time. */
    default List<Job> jobs() {
        return List.of();
    }

    /** What this person could do here now, for the Home tab and bare {@code /coach}. */
    default List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return List.of();
    }

    /**
     * Those of the {@link #steps} that have come to their day for this person and that no message of their own tells:
     * they are told in the person's message of the week.
     */
    default List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return List.of();
    }

    /** What this room has to tell about a period, as far as the view may see it. */
    default List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return List.of();
    }

    /**
     * The facts that this room counts for the team's journey with a practice; always the same facts, so a gate that
     * needs one which no room counts can stay out of sight.
     */
    default List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return List.of();
    }

    /** What this room will send to the team or its members by schedule after {@code now} and before {@code until}. */
    default List<Planned> planned(Transaction tx, Team team, Instant now, Instant until) {
        return List.of();
    }

    /** What this person wrote here, the newest first, for the page that tells them who can see it. */
    default List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return List.of();
    }

    /** A team was set up or its settings changed; in the same transaction. */
    default void teamChanged(Transaction tx, Team team, Instant now) {}

    /** Somebody has taken on another role in the team, or joined or left it with one; in the same transaction. */
    default void roleChanged(Transaction tx, Team team, RoleChange change, Instant now) {}

    /** The team took up a practice or moved to another stage; in the same transaction. */
    default void stageChanged(Transaction tx, Team team, Instant now) {}

    /** What this room does in the team's present stage, for the message that tells of a move. */
    default List<String> inStage(Transaction tx, Team team) {
        return List.of();
    }
}
