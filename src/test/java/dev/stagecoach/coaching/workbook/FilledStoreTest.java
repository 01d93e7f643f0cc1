package dev.stagecoach.coaching.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.workbook.FilledStore.Saved;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class FilledStoreTest {
    private static final Entries ONE = new Entries(Map.of("line", List.of("one"), "many", List.of("b", "a")));
    private static final Entries TWO = new Entries(Map.of("line", List.of("two")));
    private final FilledStore store = new FilledStore("paper", DataKind.MEMBER_STEP);
    /** What everybody of the team writes on. */
    private final FilledStore shared = new FilledStore("paper", DataKind.TEAM_GOAL);

    @OnBothDatabases
    void everyVersionIsKeptAndASecondClickIsHarmless(Database database) {
        var school = new School(database);
        var target = Target.fresh(TEAM, "inquiry");
        var first = kept(save(school, shared, target, ONE, ADA));
        assertThat(save(school, shared, target, ONE, ADA)).isEqualTo(new Saved.Kept(first, false));
        assertThat(save(school, shared, target, TWO, BEN)).isEqualTo(new Saved.Overtaken(first));
        var second = kept(save(school, shared, Target.of(first), TWO, BEN));
        assertThat(second.entries()).isEqualTo(TWO);
        assertThat(second.author()).isEqualTo(ADA);
        var history = database.read(tx -> shared.history(tx, second));
        assertThat(history).extracting(Filled.Version::entries).containsExactly(TWO, ONE);
        var ofInquiry = database.read(tx -> shared.of(tx, TEAM, "inquiry"));
        assertThat(ofInquiry).hasSize(1);
        var ofTalk = database.read(tx -> shared.of(tx, TEAM, "talk"));
        assertThat(ofTalk).isEmpty();
    }

    @OnBothDatabases
    void aToolsRowsAreNoOtherTools(Database database) {
        var school = new School(database);
        var filled = kept(save(school, Target.fresh(TEAM, ""), ONE, ADA));
        var other = new FilledStore("other", DataKind.MEMBER_STEP);
        var found = database.read(tx -> other.find(tx, filled.id()));
        assertThat(found).isEmpty();
        var saved = database.write(tx -> other.save(tx, Target.of(filled), TWO, writer(ADA)));
        assertThat(saved).isEqualTo(new Saved.Gone());
    }

    @OnBothDatabases
    void theSecondOfTwoWritersIsToldAndNothingIsLost(Database database) {
        var school = new School(database);
        var tool = new Tool("paper", "Paper", "What we see.", "",
                List.of(new Tool.Field("line", Tool.Kind.LINE, "Line", "", List.of(), false)));
        var form = new ToolForm(School.guide(), tool, "paper.save", "Paper");
        var submissions = new ToolSubmissions(school.people, shared, form);
        var first = kept(save(school, shared, Target.fresh(TEAM, ""), ONE, ADA));
        save(school, shared, Target.of(first), TWO, BEN);
        var sent = new Call.Submission(ADA, "paper.save", "", new Answers(Map.of("line", List.of("three"))), NOW);
        var reply = database.write(tx -> submissions.save(tx, sent, Target.of(first), _ -> new Reply.Done()));
        assertThat(School.mended(reply)).containsExactly("line");
        assertThat(reply.toString()).contains("BEN changed this");
    }

    @OnBothDatabases
    void onlyTheAuthorReadsUntilItIsShared(Database database) {
        var school = new School(database);
        var filled = kept(save(school, Target.fresh(TEAM, ""), ONE, ADA));
        assertThat(readers(school, filled)).containsExactly(ADA);
        database.change(tx -> store.share(tx, filled.id(), Optional.of(NOW)));
        assertThat(readers(school, filled)).containsExactly(ADA, BEN);
        database.change(tx -> store.share(tx, filled.id(), Optional.empty()));
        assertThat(readers(school, filled)).containsExactly(ADA);
    }

    @OnBothDatabases
    void whatIsDeletedStaysDeleted(Database database) {
        var school = new School(database);
        var filled = kept(save(school, Target.fresh(TEAM, ""), ONE, ADA));
        database.change(tx -> store.delete(tx, filled.id()));
        var left = database.read(tx -> store.of(tx, TEAM));
        assertThat(left).isEmpty();
        assertThat(save(school, Target.of(filled), TWO, ADA)).isEqualTo(new Saved.Gone());
    }

    private List<PersonId> readers(School school, Filled filled) {
        return school.database.read(tx -> List.of(ADA, BEN, LEADER).stream()
                .filter(person -> school.people.gate().open(tx, person, store.find(tx, filled.id()).orElseThrow())
                        .isPresent())
                .toList());
    }

    @OnBothDatabases
    void nobodyElseWritesWhatIsItsAuthorsOwn(Database database) {
        var school = new School(database);
        for (var kind : List.of(DataKind.HELP_REQUEST, DataKind.MEMBER_STEP, DataKind.LEADER_LOG)) {
            var own = new FilledStore("own" + kind, kind);
            var filled = kept(save(school, own, Target.fresh(TEAM, ""), ONE, ADA));
            assertThat(save(school, own, Target.of(filled), TWO, BEN)).isEqualTo(new Saved.Gone());
            assertThat(save(school, own, Target.of(filled), ONE, BEN)).isEqualTo(new Saved.Gone());
            assertThat(save(school, own, Target.of(filled), ONE, ADA)).isEqualTo(new Saved.Kept(filled, false));
        }
    }

    private Saved save(School school, Target target, Entries entries, PersonId person) {
        return save(school, store, target, entries, person);
    }

    private static Saved save(School school, FilledStore store, Target target, Entries entries, PersonId person) {
        return school.database.write(tx -> store.save(tx, target, entries, writer(person)));
    }

    private static Writer writer(PersonId person) {
        return new Writer(person, NOW, "1");
    }

    private static Filled kept(Saved saved) {
        assertThat(saved).isInstanceOf(Saved.Kept.class);
        return ((Saved.Kept) saved).filled();
    }
}
