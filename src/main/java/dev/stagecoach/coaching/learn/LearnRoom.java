package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Transaction;

/** Reads people in over the first school days, and tells at any time what a practice is. */
public final class LearnRoom implements Room {
    /** Shows what its reader has not seen yet. */
    private static final Action<TeamId> NEXT = Action.click("learn.next", Carried.team(), Access.reads(Who.TEAM));
    /** Says that a card was seen. */
    static final Action<Choice> SEEN = Action.click("learn.seen", Carried.choice(), Access.writes(Who.TEAM));
    static final Action<Choice> READ = Action.click("learn.read", Carried.choice(), Access.reads(Who.TEAM));
    /** Shows all there is to explore. */
    static final Action<TeamId> MENU = Action.click("learn.menu", Carried.team(), Access.reads(Who.TEAM));
    static final Action<Choice> PRACTICE = Action.click("learn.practice", Carried.choice(), Access.reads(Who.TEAM));
    /** What brings somebody to the resources instead of a practice. */
    private static final Set<String> READING = Set.of("reading", "resources");

    private final People people;
    private final Guide guide;
    private final ResourceRoom resources;
    private final CrosswalkRoom crosswalk;
    private final SeenStore seen = new SeenStore();
    private final LearnCards cards;
    private final PracticeCards practices;

    /**
     * @param resources what there is to read beside the cards
     * @param crosswalk where practices meet what people use already
     */
    public LearnRoom(People people, Guide guide, ResourceRoom resources,
            CrosswalkRoom crosswalk) {
        this.people = people;
        this.guide = guide;
        this.resources = resources;
        this.crosswalk = crosswalk;
        this.cards = new LearnCards(guide);
        this.practices = new PracticeCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("introduction",
                List.of(new Action.Typed("learn", "introduces the work, or explains a practice",
                        NEXT.by((here, _) -> new Reply.ToYou(
                                here.typed().isEmpty() ? next(here) : about(here, here.typed()))))
                        .named(PracticeFinder.names(guide))),
                List.of(NEXT.by((here, _) -> new Reply.ToYou(next(here))), SEEN.by(this::seen), READ.by(this::read),
                        MENU.by((_, team) -> new Reply.Replace(cards.menu(team))),
                        PRACTICE.by((here, choice) -> new Reply.Replace(about(here, choice.key())))));
    }

    private Card about(CallContext here, String typed) {
        return switch (new PracticeFinder(guide).find(typed)) {
            case PracticeFinder.Found.It(var practice) -> practices.practice(here.teamId(), practice,
                    resources.fitting(here.tx(), here.team(), practice.key()));
            case PracticeFinder.Found.Perhaps(var near) -> READING.contains(typed.toLowerCase(Locale.ROOT))
                    ? resources.page(here, ResourceCards.Spot.first(here.teamId(), ""))
                    : crosswalk.asked(here).orElseGet(() -> practices.unknown(here.teamId(), typed, near));
        };
    }

    /** What this person reads next. */
    private Card next(CallContext here) {
        var path = path(here.tx(), here.team());
        var own = own(here.tx(), here.teamId(), here.person());
        if (path.leaves().isEmpty()) {
            return cards.menu(here.teamId());
        }
        return path.open(own, here.today()).map(leaf -> cards.leaf(here.teamId(), path, leaf))
                .or(() -> path.next(own).map(leaf -> cards.waiting(here.teamId(), leaf)))
                .orElseGet(() -> cards.done(here.teamId(), share(here, path)));
    }

    private Reply seen(CallContext here, Choice card) {
        var path = path(here.tx(), here.team());
        if (path.leaf(card.key()).isPresent()) {
            seen.see(here.tx(), here.person(), card.key(), here.now());
        }
        return new Reply.Replace(path.after(card.key(), here.today())
                .map(leaf -> cards.leaf(here.teamId(), path, leaf)).orElseGet(() -> next(here)));
    }

    private Reply read(CallContext here, Choice card) {
        var path = path(here.tx(), here.team());
        return new Reply.Replace(path.leaf(card.key()).map(leaf -> cards.leaf(here.teamId(), path, leaf))
                .orElseGet(() -> cards.menu(here.teamId())));
    }

    private ReadingPath path(Transaction tx, Team team) {
        var began = LocalDate.ofInstant(people.teams().begun(tx, team.id()), team.zone());
        var days = people.days().ofTeam(tx, team);
        return ReadingPath.of(guide.workbook().introduction(), day -> days.schoolDayAfter(began, day));
    }

    private Set<String> own(Transaction tx, TeamId team, PersonId person) {
        return people.gate().open(tx, person, seen.of(tx, team, person)).orElse(Set.of());
    }

    private String share(CallContext here, ReadingPath path) {
        var share = seen.all(here.tx(), here.teamId(), path.keys());
        return Visibility.mayCount(DataKind.READING, here.standing().view(), share.of())
                ? share.percent() + "% of the team have."
                : "";
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return path(tx, team).open(own(tx, team.id(), person), today(team, now))
                .map(leaf -> new NextStep(NextStep.Rank.ANY_TIME, "A card to read is open: “" + leaf.title() + "”.",
                        NEXT.button("Read a " + leaf.minutes() + "-minute card", team.id())))
                .stream().toList();
    }

    /** Nobody is written to for a card; the week's summary names the newest. */
    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return path(tx, team).openedLast(today(team, period.from()), today(team, period.until()))
                .map(leaf -> new Section(Section.Place.NEXT, false,
                        List.of(Text.of("To read when you have a minute: “" + leaf.title() + "”, with /coach learn.")),
                        List.of()))
                .stream().toList();
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        var keys = path(tx, team).keys();
        return keys.isEmpty()
                ? List.of()
                : List.of(new Counted(Fact.INTRODUCTION_SEEN_PERCENT, seen.all(tx, team.id(), keys).percent(),
                        List.of("/coach learn shows the cards."), NEXT.id()));
    }

    private static LocalDate today(Team team, Instant now) {
        return LocalDate.ofInstant(now, team.zone());
    }
}
