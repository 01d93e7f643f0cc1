package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** What can be done with rounds: open, ask, answer, close. Every call is part of one transaction. */
final class Rounds {
    private static final FrameStore FRAMES = new FrameStore();
    static final String INVITE = "assessment.invite";
    static final String REVEAL = "assessment.reveal";
    /** Tells a coach, and nobody else, that something lies lower than before. */
    static final String SLIP = "assessment.slip";

    private final People people;
    private final Guide guide;
    private final Outbox outbox;
    private final RoundStore rounds = new RoundStore();
    private final RatingStore ratings = new RatingStore();
    private final VisibilityStore consents = new VisibilityStore();

    Rounds(People people, Guide guide, Outbox outbox) {
        this.people = people;
        this.guide = guide;
        this.outbox = outbox;
    }

    /** What became of the wish to open a round. */
    sealed interface Opening {
        Round round();

        /** @param asked people who get a private message now */
        record Opened(Round round, int asked) implements Opening {}

        /** The team has an open one, perhaps since a moment ago. */
        record OpenAlready(Round round) implements Opening {}
    }

    Opening open(Transaction tx, TeamId team, RoundForm.Wish wish, PersonId by, Instant now) {
        var round = new Round(Ids.next(), team, wish.practices(), wish.schoolGoal(), now, wish.closesAt(),
                Optional.empty(), consents.agreement(tx, team, now).inForce());
        if (!rounds.open(tx, round, guide.version(), by)) {
            return new Opening.OpenAlready(rounds.openIn(tx, team).orElse(round));
        }
        return new Opening.Opened(round, invite(tx, round, now));
    }

    /**
     * Asks the members who have not been asked, for example because they joined later; says how many these are. Whoever
     * was asked for enough this week hears of it next week, and one school day before the end at the latest: late within
     * the round is better than never.
     */
    int invite(Transaction tx, Round round, Instant now) {
        var missing = rounds.notAsked(tx, round.id());
        for (var person : missing) {
            if (rounds.asked(tx, round.id(), person)) {
                outbox.plan(tx, round.team(), inviteKey(round.id(), person), INVITE, person, round.id(), now);
                outbox.latest(tx, inviteKey(round.id(), person), latest(tx, round, person, round.closesAt()));
            }
        }
        return missing.size();
    }

    /** As the person's day begins, one school day before. */
    private Instant latest(Transaction tx, Round round, PersonId person, Instant closesAt) {
        var team = people.teams().find(tx, round.team()).orElseThrow();
        return people.days().ofPerson(tx, team, person).oneSchoolDayBefore(closesAt);
    }

    /** Who filled in which page, and when. */
    record Sent(PersonId by, RatingForm.Place place, Instant at) {}

    /** Saves what stands on one page of the form. */
    SaveOutcome save(Transaction tx, Round round, Sent sent, RatingPage page) {
        return whereOpen(tx, round, sent.by(), sent.at(), () -> {
            ratings.sent(tx, sent);
            return ratings.save(tx, round.id(), sent.by(), page, sent.at())
                    ? new SaveOutcome.Recorded()
                    : new SaveOutcome.Updated();
        });
    }

    /** Keeps what was chosen on a page so far. Once the page was sent in, that counts, and this no more. */
    SaveOutcome choose(Transaction tx, Round round, Sent sent, RatingPage page) {
        return whereOpen(tx, round, sent.by(), sent.at(), () -> {
            if (!ratings.wasSent(tx, sent)) {
                ratings.add(tx, round.id(), sent.by(), page, sent.at());
            }
            return new SaveOutcome.Updated();
        });
    }

    /** What somebody says about all of a round, and when. */
    record Said(PersonId by, Frame frame, Instant at) {}

    /** Saves the importance dots, which are the end of the form. */
    SaveOutcome finish(Transaction tx, Round round, List<String> dots, Said said) {
        var person = said.by();
        return whereOpen(tx, round, person, said.at(), () -> {
            var before = ratings.finished(tx, round.id(), person);
            ratings.saveDots(tx, round.id(), person, dots);
            FRAMES.save(tx, round.id(), person, said.frame());
            rounds.finish(tx, round.id(), person, said.at());
            outbox.refresh(tx, inviteKey(round.id(), person));
            return before ? new SaveOutcome.Updated() : new SaveOutcome.Recorded();
        });
    }

    /** Saves the importance dots of somebody who is not at the end yet, at most as many as there are. */
    SaveOutcome dot(Transaction tx, Round round, List<String> dots, Said said) {
        return whereOpen(tx, round, said.by(), said.at(), () -> {
            ratings.saveDots(tx, round.id(), said.by(), dots.stream().limit(RatingForm.MOST_DOTS).toList());
            FRAMES.save(tx, round.id(), said.by(), said.frame());
            return new SaveOutcome.Updated();
        });
    }

    private SaveOutcome whereOpen(Transaction tx, Round round, PersonId person, Instant now,
            Supplier<SaveOutcome> save) {
        if (!people.members().standing(tx, round.team(), person).isMember()) {
            return new SaveOutcome.NotAMember();
        }
        var held = rounds.hold(tx, round.id());
        var present = rounds.find(tx, round.id()).orElse(round);
        if (!held || !present.takesAnswers(now)) {
            return new SaveOutcome.Closed(present.closed().map(Round.Closing::at).orElse(present.closesAt()));
        }
        return save.get();
    }

    /** Closes the round and plans its reveal. True for exactly one caller. */
    boolean close(Transaction tx, Round round, Instant now) {
        return rounds.close(tx, round.id(), now) && reveal(tx, round, now);
    }

    /** {@link #close}, only where its time is up. */
    boolean closeWhenDue(Transaction tx, Round round, Instant now) {
        return rounds.closeWhenDue(tx, round.id(), now) && reveal(tx, round, now);
    }

    /** What a team agreed on in conversation; the id is the round's. */
    record Together(String id, TeamId team, Map<Reveal.Figure, Distribution> placed) {}

    /** A round that is opened and closed at once, with one placement for the team. The same one twice is one. */
    void placeTogether(Transaction tx, Together together, PersonId by, Instant now) {
        var practices = together.placed().keySet().stream().map(Reveal.Figure::practice).distinct().toList();
        var round = new Round(together.id(), together.team(), practices,
                rounds.lastClosed(tx, together.team()).map(Round::schoolGoal).orElse(List.of()), now, now,
                Optional.empty(), VisibilityMode.JOINT);
        if (rounds.find(tx, together.id()).isPresent() || !rounds.open(tx, round, guide.version(), by)
                || !rounds.close(tx, round.id(), now)) {
            return;
        }
        var members = people.members().of(tx, together.team(), Role.MEMBER).size();
        rounds.freeze(tx, round.id(), members, members);
        tell(tx, round, new ResultRelease(guide.levels().size()).together(tx,
                rounds.find(tx, round.id()).orElseThrow(), together.placed()), now);
    }

    private boolean reveal(Transaction tx, Round round, Instant now) {
        if (round.mode() == VisibilityMode.OPEN) {
            takeOutWhoSaysNo(tx, round);
        }
        var progress = progress(tx, round);
        rounds.freeze(tx, round.id(), progress.tookPart(), progress.asked());
        var slipped = new ResultRelease(guide.levels().size()).release(tx, rounds.find(tx, round.id()).orElseThrow());
        new SchoolPool(guide.levels().size()).release(tx, rounds.find(tx, round.id()).orElseThrow(), now);
        ratings.forgetSent(tx, round.id());
        tell(tx, round, slipped, now);
        return true;
    }

    /** Openness was agreed by all; what those placed who say no meanwhile is neither counted nor kept. */
    private void takeOutWhoSaysNo(Transaction tx, Round round) {
        var consenting = consents.consenting(tx, round.team());
        ratings.tookPart(tx, round.id()).stream().filter(person -> !consenting.contains(person))
                .forEach(person -> ratings.takeOut(tx, round.id(), person));
    }

    private void tell(Transaction tx, Round round, boolean slipped, Instant now) {
        if (slipped) {
            people.members().of(tx, round.team(), Role.COACH).forEach(coach -> outbox.plan(tx, round.team(),
                    "round/" + round.id() + "/slip/" + coach.person(), SLIP, coach.person(), round.id(), now));
        }
        var team = people.teams().find(tx, round.team()).orElseThrow();
        outbox.plan(tx, round.team(), revealKey(round), REVEAL, team.channel(), round.id(), now);
        rounds.asked(tx, round.id()).forEach(person -> outbox.refresh(tx, inviteKey(round.id(), person)));
    }

    /**
     * How far an open round has come.
     *
     * @param asked the team's members, and whoever took part and has left since
     * @param finished people who came to the end of the form
     */
    record Progress(int tookPart, int asked, int finished) {}

    Progress progress(Transaction tx, Round round) {
        var tookPart = ratings.tookPart(tx, round.id());
        var all = new HashSet<>(tookPart);
        people.members().of(tx, round.team(), Role.MEMBER).stream().map(Member::person).forEach(all::add);
        var finished = tookPart.stream().filter(person -> ratings.finished(tx, round.id(), person)).count();
        return new Progress(tookPart.size(), all.size(), (int) finished);
    }

    /** Gives an open round another end. */
    boolean move(Transaction tx, Round round, Instant closesAt) {
        if (!rounds.move(tx, round.id(), closesAt)) {
            return false;
        }
        rounds.asked(tx, round.id()).forEach(person -> {
            outbox.latest(tx, inviteKey(round.id(), person), latest(tx, round, person, closesAt));
            outbox.refresh(tx, inviteKey(round.id(), person));
        });
        return true;
    }

    /** Says which practices serve the school's goal; a result that stands in the channel shows it from then on. */
    void serveSchool(Transaction tx, Round round, List<String> goal) {
        rounds.serveSchool(tx, round, goal);
        outbox.refresh(tx, revealKey(round));
    }

    private static String revealKey(Round round) {
        return "round/" + round.id() + "/reveal";
    }

    /** The key of somebody's private message in the outbox. */
    static String inviteKey(String round, PersonId person) {
        return "round/" + round + "/invite/" + person;
    }

    Team team(Transaction tx, Round round) {
        return people.teams().find(tx, round.team()).orElseThrow();
    }
}
