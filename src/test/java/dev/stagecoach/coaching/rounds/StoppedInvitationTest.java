package dev.stagecoach.coaching.rounds;

import java.util.Optional;
import java.util.Set;

import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.rounds.School.NOW;
import static dev.stagecoach.coaching.rounds.School.member;
import static org.assertj.core.api.Assertions.assertThat;

class StoppedInvitationTest {

    @OnBothDatabases
    void whoCanDoWithoutInvitationsGetsNone(Database database) {
        var school = new School(database, 5);
        database.change(tx -> new PreferenceStore().keep(tx, member(1), new Preference(Set.of(Subscription.ROUNDS),
                Optional.empty(), Optional.empty(), Optional.empty()), NOW));
        school.open();
        var skipped = school.planned("assessment.invite").stream()
                .filter(row -> school.compose(row) instanceof Composition.Skip).toList();
        assertThat(skipped).extracting(row -> row.to().toString()).containsExactly(member(1).toString());
    }
}
