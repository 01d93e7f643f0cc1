package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.continuum.Wordings;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Side;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Sharing;
import dev.stagecoach.people.TeamId;

/** What a member does in a round. */
final class RatingActions {
    private static final RoundStore STORE = new RoundStore();
    private static final Carried<String> ROUND = Carried.thing(STORE::team);
    private static final Carried<RatingForm.Place> PLACE = new Carried<>(RatingForm.Place::context,
            RatingForm.Place::parse, (tx, place) -> STORE.find(tx, place.round())
                    .filter(round -> place.page() <= round.practices().size()).map(Round::team));
    private static final Action<TeamId> NOW = Action.click("assessment.now", Carried.team(),
            Access.reads(Who.MEMBERS));
    /** Shows the caller what the caller said. */
    static final Action<String> MINE = Action.click("assessment.mine", ROUND, Access.reads(Who.TEAM));
    static final Action<String> RATE = Action.click("assessment.rate", ROUND, Access.reads(Who.TEAM));
    static final Action<Part> WORDING = Action.click("assessment.wording", Carried.part(STORE::team),
            Access.reads(Who.TEAM));
    static final Action<String> PRIVACY = Action.click("assessment.privacy", ROUND, Access.reads(Who.TEAM));
    static final Action<RatingForm.Place> PAGE = Action.form("assessment.page", PLACE, Access.writes(Who.TEAM));
    static final Action<RatingForm.Place> BACK = Action.form("assessment.back", PLACE, Access.writes(Who.TEAM));
    /** The last page with all that can be said on it. */
    static final Action<RatingForm.Place> MORE = Action.form("assessment.more", PLACE, Access.writes(Who.TEAM));
    /** Gets a page as it stands, at each choice that is made on it. */
    static final Action<RatingForm.Place> CHOICE = Action.form("assessment.choice", PLACE,
            Access.writes(Who.TEAM));

    private static final Reply.Refused OUTDATED = Reply.Refused
            .because("That form is for a round I no longer know. /coach rate opens the current one.");
    private static final Reply.Refused FOR_MEMBERS = Reply.Refused
            .because("Placing the practices is for the team's members. Coaches see the result when the round closes.");

    private final People people;
    private final Guide guide;
    private final Rounds rounds;
    private final RatingStore ratings = new RatingStore();
    private final Wordings wordings;

    RatingActions(People people, Guide guide, Rounds rounds) {
        this.people = people;
        this.guide = guide;
        this.rounds = rounds;
        this.wordings = new Wordings(people.gate());
    }

    List<Handled<?>> actions() {
        return List.of(now(), RATE.by((here, id) -> start(here, STORE.find(here.tx(), id).orElseThrow())),
                MINE.by((here, id) -> mine(here, STORE.find(here.tx(), id).orElseThrow())), WORDING.by(this::wording),
                PRIVACY.by((here, id) -> privacy(here, STORE.find(here.tx(), id).orElseThrow())),
                PAGE.by(this::submitted), BACK.by(this::back), MORE.by(this::more), CHOICE.by(this::chosen));
    }

    private Reply privacy(CallContext here, Round round) {
        var said = new Sharing(false, round.mode(), Optional.of(here.now()));
        return new Reply.Open(RatingForm.privacy(round, ChannelAudience.agreed(here.tx(), people, here.teamId()),
                Readership.words(here, people, DataKind.OWN_RATING, said)));
    }

    /** The form of the team's open round, where the person left off. */
    Handled<TeamId> now() {
        return NOW.by((here, _) -> STORE.openIn(here.tx(), here.teamId()).map(round -> start(here, round))
                .orElseGet(
                        () -> new Reply.Refused("No round is open now. When your coach opens one, I will message you.",
                                Optional.of(STORE.lastClosed(here.tx(), here.teamId())
                                        .map(_ -> RevealActions.RESULTS.button("See the last result", here.teamId()))
                                        .orElseGet(() -> Ways.LOG_EVIDENCE.button("Log evidence", here.teamId()))))));
    }

    private Reply start(CallContext here, Round round) {
        if (!here.standing().isMember()) {
            return FOR_MEMBERS;
        }
        if (!round.takesAnswers(here.now())) {
            return closed(round, here, round.closed().map(Round.Closing::at).orElse(round.closesAt()));
        }
        var own = own(here, round);
        return new Reply.Open(RatingForm.page(round, own, own.nextPage(), worded(here, round)));
    }

    private OwnAnswers own(CallContext here, Round round) {
        return people.gate().open(here.tx(), here.person(), ratings.of(here.tx(), round, here.person())).orElseThrow();
    }

    private static Reply closed(Round round, CallContext here, Instant at) {
        return new Reply.Refused("The round closed " + RoundWords.plain(at, here.team().zone())
                + ", so it takes no more answers. What you saved before then counts.",
                Optional.of(RevealActions.RESULTS.button("See the result", round.team())));
    }

    /** A choice made on a page that is still open. */
    private Reply chosen(CallContext here, RatingForm.Place place) {
        var round = STORE.find(here.tx(), place.round()).orElseThrow();
        if (place.page() >= round.practices().size()) {
            return OUTDATED;
        }
        var filled = RatingForm.parse(here.submission().answers(), round.practices().get(place.page()), guide);
        return answered(here, round, rounds.choose(here.tx(), round, sent(here, place), filled), Reply.Done::new);
    }

    private static Rounds.Sent sent(CallContext here, RatingForm.Place place) {
        return new Rounds.Sent(here.person(), place, here.now());
    }

    private static Reply answered(CallContext here, Round round, SaveOutcome outcome, Supplier<Reply> saved) {
        return switch (outcome) {
            case SaveOutcome.Recorded _,SaveOutcome.Updated _ -> saved.get();
            case SaveOutcome.Closed(var at) -> closed(round, here, at);
            case SaveOutcome.NotAMember _ -> FOR_MEMBERS;
        };
    }

    /** One page sent in: saved, and on to the next. */
    private Reply submitted(CallContext here, RatingForm.Place place) {
        var round = STORE.find(here.tx(), place.round()).orElseThrow();
        return place.page() < round.practices().size()
                ? practiceSubmitted(here, round, new Paged(place, place.page() + 1))
                : lastSubmitted(here, round);
    }

    /** What was chosen so far is kept, and the page before comes back. */
    private Reply back(CallContext here, RatingForm.Place place) {
        var round = STORE.find(here.tx(), place.round()).orElseThrow();
        var before = new Paged(place, Math.max(0, place.page() - 1));
        return place.page() < round.practices().size()
                ? practiceSubmitted(here, round, before)
                : framed(here, round, (dots, frame) -> answered(here, round, rounds.dot(here.tx(), round, dots,
                        new Rounds.Said(here.person(), frame, here.now())), () -> page(here, round, before.next())));
    }

    private Reply page(CallContext here, Round round, int page) {
        return new Reply.Next(RatingForm.page(round, own(here, round), page, worded(here, round)));
    }

    /** A page, and the one that comes after it. */
    private record Paged(RatingForm.Place place, int next) {}

    private Reply practiceSubmitted(CallContext here, Round round, Paged paged) {
        var place = paged.place();
        var page = place.page();
        var filled = RatingForm.parse(here.submission().answers(), round.practices().get(page), guide);
        var reading = new FormReader(here.submission().answers());
        for (var side : Side.values()) {
            reading.optional(RatingForm.note(side), RatingForm.LONGEST_NOTE);
        }
        var mend = reading.mend();
        if (mend.isPresent()) {
            return mend.get();
        }
        return answered(here, round, rounds.save(here.tx(), round, sent(here, place), filled),
                () -> page(here, round, paged.next()));
    }

    private Reply lastSubmitted(CallContext here, Round round) {
        var dots = RatingForm.dots(here.submission().answers(), round);
        if (dots.size() > RatingForm.MOST_DOTS) {
            return new Reply.Mend(Map.of(RatingForm.DOTS, "Choose at most " + RatingForm.MOST_DOTS + "."));
        }
        return framed(here, round, (chosen, frame) -> answered(here, round, rounds.finish(here.tx(), round, chosen,
                new Rounds.Said(here.person(), frame, here.now())),
                () -> new Reply.ToYou(RoundCards.done(round, own(here, round), here.team()))));
    }

    /** The last page as it was filled in; a label with what looks like a name in it is asked about before it is kept. */
    private Reply framed(CallContext here, Round round, BiFunction<List<String>, Frame, Reply> then) {
        var reading = new FormReader(here.submission().answers());
        var frame = RatingForm.frame(reading);
        var form = RatingForm.lastPage(round, own(here, round), guide, true);
        return reading.mend().or(() -> NameGuard.before(here, people, form, List.of(frame.classLabel())))
                .orElseGet(() -> then.apply(RatingForm.dots(here.submission().answers(), round), frame));
    }

    private Reply more(CallContext here, RatingForm.Place place) {
        var round = STORE.find(here.tx(), place.round()).orElseThrow();
        return here.standing().isMember()
                ? new Reply.Next(RatingForm.lastPage(round, own(here, round), guide, true)
                        .filled(here.submission().answers()))
                : FOR_MEMBERS;
    }

    /** What the caller said in the round, for the caller alone. */
    private Reply mine(CallContext here, Round round) {
        return new Reply.ToYou(
                new OwnAnswersCard(guide, new RoundWords(guide)).of(round, own(here, round), here.now()));
    }

    /** The full wording, on top of the form. */
    private Reply wording(CallContext here, Part of) {
        var worded = worded(here, STORE.find(here.tx(), of.id()).orElseThrow());
        return worded.practice(of.part())
                .<Reply>map(practice -> new Reply.Open(RatingForm.wording(practice, worded))).orElse(OUTDATED);
    }

    /** A round keeps the words of the continua that its team had when it was opened. */
    private Guide worded(CallContext here, Round round) {
        return wordings.at(here.tx(), round.team(), guide, round.openedAt());
    }
}
