package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.crosswalk.CrosswalkRoom;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Reads people in over the first school days, and tells at any time what a practice is. */
public final class LearnRoom implements Room {
    /** The click that shows what its reader has not seen yet; its value is the team. */
    public static final String NEXT = "learn.next";
    /** The click that says that a card was seen; its value is the team and the card. */
    static final String SEEN = "learn.seen";
    /** The click that shows one card; its value is the team and the card. */
    static final String READ = "learn.read";
    /** The click that shows all there is to explore; its value is the team. */
    public static final String MENU = "learn.menu";
    /** The click that shows a practice; its value is the team and the practice. */
    public static final String PRACTICE = "learn.practice";
    /** What brings somebody to the resources instead of a practice. */
    private static final Set<String> READING = Set.of("reading", "resources");
    private static final Reply NOT_YOURS = Reply.Refused
            .because("This belongs to a team that you are not in. /coach shows your own.");

    private final Database database;
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
    public LearnRoom(Database database, People people, Guide guide, ResourceRoom resources,
            CrosswalkRoom crosswalk) {
        this.database = database;
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
                List.of(new Command("learn", "Reads you in, or tells what a practice is", Access.Who.TEAM,
                        this::learn)),
                Map.of(NEXT, click -> inTeam(click, (tx, team, _) -> new Reply.ToYou(
                        next(tx, team, click.person(), click.now()))), SEEN, this::seen, READ, this::read, MENU,
                        click -> inTeam(click, (_, team, _) -> new Reply.Replace(cards.menu(team.id()))), PRACTICE,
                        click -> inTeam(click, (tx, team, key) -> new Reply.Replace(
                                about(tx, team, click.person(), key)))),
                Map.of(), Map.of());
    }

    private Reply learn(Call.Typed call) {
        var typed = call.rest().strip();
        return database.read(tx -> people.teams().find(tx, call.inTeam()).<Reply>map(team -> new Reply.ToYou(
                typed.isEmpty()
                        ? next(tx, team, call.person(), call.now())
                        : about(tx, team, call.person(), typed)))
                .orElse(NOT_YOURS));
    }

    private Card about(Transaction tx, Team team, PersonId person, String typed) {
        return switch (new PracticeFinder(guide).find(typed)) {
            case PracticeFinder.Found.It(var practice) ->
                practices.practice(team.id(), practice, resources.fitting(tx, team, practice.key()));
            case PracticeFinder.Found.Perhaps(var near) -> READING.contains(typed.toLowerCase(Locale.ROOT))
                    ? resources.page(tx, team, ResourceCards.Spot.first(team.id(), ""), person)
                    : crosswalk.asked(tx, team, person, typed)
                            .orElseGet(() -> practices.unknown(team.id(), typed, near));
        };
    }

    /** What this person reads next. */
    private Card next(Transaction tx, Team team, PersonId person, Instant now) {
        var path = path(tx, team);
        var own = own(tx, team.id(), person);
        if (path.leaves().isEmpty()) {
            return cards.menu(team.id());
        }
        return path.open(own, today(team, now)).map(leaf -> cards.leaf(team.id(), path, leaf))
                .or(() -> path.next(own).map(leaf -> cards.waiting(team.id(), leaf)))
                .orElseGet(() -> cards.done(team.id(), share(tx, team, path, person)));
    }

    private Reply seen(Call.Click click) {
        return database.write(tx -> inTeam(tx, click, (team, key) -> {
            var path = path(tx, team);
            if (path.leaf(key).isPresent()) {
                seen.see(tx, click.person(), key, click.now());
            }
            return new Reply.Replace(path.after(key, today(team, click.now()))
                    .map(leaf -> cards.leaf(team.id(), path, leaf))
                    .orElseGet(() -> next(tx, team, click.person(), click.now())));
        }));
    }

    private Reply read(Call.Click click) {
        return inTeam(click, (tx, team, key) -> {
            var path = path(tx, team);
            return new Reply.Replace(path.leaf(key).map(leaf -> cards.leaf(team.id(), path, leaf))
                    .orElseGet(() -> cards.menu(team.id())));
        });
    }

    /** What is done with a team and a key; only for those who belong to the team. */
    private interface Reading {
        Reply of(Transaction tx, Team team, String key);
    }

    private Reply inTeam(Call.Click click, Reading reading) {
        return database.read(tx -> inTeam(tx, click, (team, key) -> reading.of(tx, team, key)));
    }

    private Reply inTeam(Transaction tx, Call.Click click,
            BiFunction<Team, String, Reply> answer) {
        var parts = click.value().split(" ", 2);
        return Insider.of(tx, people, new TeamId(parts[0]), click.person())
                .map(here -> answer.apply(here.team(), parts.length == 2 ? parts[1] : "")).orElse(NOT_YOURS);
    }

    private ReadingPath path(Transaction tx, Team team) {
        var began = LocalDate.ofInstant(people.teams().begun(tx, team.id()), team.zone());
        var days = people.days().ofTeam(tx, team);
        return ReadingPath.of(guide.workbook().introduction(), day -> days.schoolDayAfter(began, day));
    }

    private Set<String> own(Transaction tx, TeamId team, PersonId person) {
        return people.gate().open(tx, person, seen.of(tx, team, person)).orElse(Set.of());
    }

    private String share(Transaction tx, Team team, ReadingPath path, PersonId person) {
        var share = seen.all(tx, team.id(), path.keys());
        var view = people.members().standing(tx, team.id(), person).view();
        return Visibility.mayCount(DataKind.READING, view, share.of())
                ? share.percent() + "% of the team have."
                : "";
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return path(tx, team).open(own(tx, team.id(), person), today(team, now))
                .map(leaf -> new NextStep(NextStep.Rank.ANY_TIME, "A card to read is open: “" + leaf.title() + "”.",
                        Button.of("Read a " + leaf.minutes() + "-minute card", NEXT,
                                team.id().value())))
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
                        List.of("/coach learn shows the cards."), NEXT));
    }

    private static LocalDate today(Team team, Instant now) {
        return LocalDate.ofInstant(now, team.zone());
    }
}
