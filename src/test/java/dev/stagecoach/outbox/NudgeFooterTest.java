package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.outbox.OutboxFixture.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

class NudgeFooterTest {
    private static final Instant TUESDAY = Instant.parse("2026-09-15T14:00:00Z");
    private final NudgeStore store = new NudgeStore();

    /** Two kinds that can be stopped; what is "done" asks for nothing any more. */
    private static OutboxFixture fixture(Database database) {
        var fixture = new OutboxFixture(database);
        for (var kind : List.of(Subscription.DUE, Subscription.FEEDBACK)) {
            fixture.composers.put(kind.name(), Composer.asking(SendPolicy.NUDGE, kind, (delivery, _) -> Composition.Send
                    .of("done".equals(fixture.news.get(delivery.subject()))
                            ? Card.saying("Done.")
                            : Card.saying(delivery.subject()).buttons(Button.primary("Do it", "do", "it")))));
        }
        return fixture;
    }

    private static String words(OutboxFixture fixture, int number) {
        return fixture.messenger.standing().get(number).card().toString();
    }

    private List<NudgeStore.Part> open(OutboxFixture fixture, String key) {
        return fixture.database.read(tx -> store.open(tx, tx.handle()
                .createQuery("select id from delivery where unique_key = :key").bind("key", key).mapTo(String.class)
                .one()));
    }

    @OnBothDatabases
    void whatIsPutOffComesAgainUnlessItIsDone(Database database) {
        var fixture = fixture(database);
        fixture.plan("a", "DUE", TEACHER);
        fixture.plan("b", "FEEDBACK", TEACHER);
        fixture.run();
        assertThat(fixture.messenger.standing()).hasSize(1);
        assertThat(words(fixture, 0).split("Stop messages like this", -1)).as("one row for both").hasSize(2);
        assertThat(open(fixture, "a")).hasSize(2);
        database.change(tx -> open(fixture, "a").forEach(part -> store.putOff(tx, fixture.outbox, part, TUESDAY)));
        fixture.run();
        assertThat(words(fixture, 0)).contains("I will ask again").doesNotContain("Stop messages like this")
                .contains("Do it");
        assertThat(open(fixture, "a")).isEmpty();
        fixture.news.put("b", "done");
        fixture.runAt(TUESDAY.plusSeconds(1));
        assertThat(fixture.status("a/later/" + TUESDAY.toEpochMilli())).isEqualTo("sent");
        assertThat(fixture.status("b/later/" + TUESDAY.toEpochMilli()))
                .isEqualTo("skipped Not sent again because it was done in the meantime.");
        assertThat(fixture.messenger.standing()).as("put off by its reader, so it needs none of the week").hasSize(2);
        assertThat(words(fixture, 1)).contains("Stop messages like this");
    }

    @OnBothDatabases
    void notThisTimeIsNeverRepeated(Database database) {
        var fixture = fixture(database);
        fixture.plan("a", "DUE", TEACHER);
        fixture.run();
        database.change(tx -> open(fixture, "a")
                .forEach(part -> store.leave(tx, fixture.outbox, part, fixture.clock.instant())));
        fixture.run();
        assertThat(words(fixture, 0)).contains("Not this time, as you said").doesNotContain("Stop messages like this");
        fixture.runAfter(Duration.ofDays(7));
        assertThat(fixture.messenger.standing()).hasSize(1);
        assertThat(fixture.status("a/skip")).isEqualTo("skipped Not sent because you said: not this time.");
    }

    @OnBothDatabases
    void whatIsStoppedDoesNotCome_otherKindsDo(Database database) {
        var fixture = fixture(database);
        database.change(tx -> new PreferenceStore().keep(tx, TEACHER, Preference.NONE.without(Set.of(Subscription.DUE)),
                OutboxFixture.START));
        fixture.plan("a", "DUE", TEACHER);
        fixture.plan("b", "FEEDBACK", TEACHER);
        fixture.run();
        assertThat(fixture.status("a")).startsWith("skipped Not sent because you turned off messages like this: What"
                + " is due for me");
        assertThat(fixture.messenger.words(TEACHER)).containsExactly("b");
    }
}
