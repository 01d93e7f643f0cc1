package dev.stagecoach.coaching.goal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.goal.PracticeProposal.Outcome;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.Role;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class PracticeProposalTest {
    private final PracticeProposalStore store = new PracticeProposalStore();

    @Test
    void itIsOpenForTwoSchoolDays_overWeekendsAndDaysOff() {
        var friday = LocalDate.of(2026, 9, 18);
        assertThat(friday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(closes(friday, List.of())).isEqualTo("2026-09-22T15:30");
        assertThat(closes(friday.minusDays(4), List.of())).isEqualTo("2026-09-16T15:30");
        assertThat(closes(friday, List.of(new DaysOff(friday.plusDays(3), friday.plusDays(4), "the fair"))))
                .isEqualTo("2026-09-24T15:30");
        assertThat(closes(LocalDate.of(2026, 10, 30), List.of())).isEqualTo("2026-11-03T15:30");
    }

    private static String closes(LocalDate day, List<DaysOff> off) {
        var zone = School.SETTINGS.zone();
        var at = day.atTime(15, 30).atZone(zone).toInstant();
        return LocalDateTime.ofInstant(PracticeProposal.closes(at, new Day(zone, QuietHours.USUAL, off)), zone)
                .toString();
    }

    @OnBothDatabases
    void aTeamIsAskedOneThingAtATime_andItEndsOnce(Database database) {
        new School(database);
        var first = proposal(ADA, false);
        assertThat(database.<Boolean>read(tx -> store.open(tx, TEAM).isPresent())).isFalse();
        assertThat(propose(database, first)).isTrue();
        assertThat(propose(database, proposal(BEN, false))).isFalse();
        assertThat(database.read(tx -> store.open(tx, TEAM)).orElseThrow()).isEqualTo(first);
        assertThat(database.<List<PracticeProposal>>read(store::open)).containsExactly(first);
        assertThat(database.<Boolean>write(tx -> store.end(tx, first.id(), new Outcome.Open()))).isFalse();
        assertThat(end(database, first, new Outcome.NotChosen(NOW, 1, 2))).isTrue();
        assertThat(end(database, first, new Outcome.Chosen(NOW, 2, 2))).isFalse();
        assertThat(database.read(tx -> store.find(tx, first.id())).orElseThrow().outcome())
                .isEqualTo(new Outcome.NotChosen(NOW, 1, 2));
        for (var outcome : List.of(new Outcome.Chosen(NOW, 2, 2), new Outcome.TakenBack(NOW),
                new Outcome.Overtaken(NOW))) {
            var next = proposal(COACH, true);
            assertThat(propose(database, next)).isTrue();
            assertThat(end(database, next, outcome)).isTrue();
            assertThat(database.read(tx -> store.find(tx, next.id())).orElseThrow().outcome()).isEqualTo(outcome);
        }
        assertThat(database.<List<PracticeProposal>>read(store::open)).isEmpty();
    }

    @OnBothDatabases
    void aMemberHasOneVoteAndMayChangeIt_whoeverIsNoMemberHasNone(Database database) {
        var school = new School(database);
        var proposal = proposal(ADA, false);
        propose(database, proposal);
        vote(database, proposal, ADA, true, NOW);
        vote(database, proposal, BEN, true, NOW);
        vote(database, proposal, COACH, true, NOW);
        assertThat(count(database, proposal)).isEqualTo(new PracticeVote(false, 2, 2, 0));
        vote(database, proposal, BEN, false, NOW);
        assertThat(count(database, proposal)).isEqualTo(new PracticeVote(false, 2, 1, 1));
        assertThat(answered(database, proposal, BEN)).isTrue();
        assertThat(answered(database, proposal, COACH)).isFalse();

        database.change(tx -> school.people.members().leave(tx, TEAM, BEN, NOW));
        assertThat(count(database, proposal)).isEqualTo(new PracticeVote(false, 1, 1, 0));
        database.change(tx -> school.people.members().join(tx, TEAM, BEN, Role.MEMBER, NOW.plusSeconds(60)));
        assertThat(count(database, proposal)).isEqualTo(new PracticeVote(false, 2, 1, 0));
        assertThat(answered(database, proposal, BEN)).isFalse();
    }

    private static PracticeProposal proposal(PersonId by, boolean ofCoach) {
        return new PracticeProposal(Ids.next(), TEAM, "inquiry", "They ask little", by, ofCoach, NOW,
                NOW.plusSeconds(600), new Outcome.Open());
    }

    private boolean propose(Database database, PracticeProposal proposal) {
        return database.write(tx -> store.propose(tx, proposal));
    }

    private boolean end(Database database, PracticeProposal proposal, Outcome outcome) {
        return database.write(tx -> store.end(tx, proposal.id(), outcome));
    }

    private void vote(Database database, PracticeProposal proposal, PersonId person, boolean yes, Instant at) {
        database.change(tx -> store.vote(tx, proposal.id(), person, yes, at));
    }

    private PracticeVote count(Database database, PracticeProposal proposal) {
        return database.read(tx -> store.count(tx, proposal));
    }

    private boolean answered(Database database, PracticeProposal proposal, PersonId person) {
        return database.read(tx -> store.answered(tx, proposal, person));
    }
}
