package dev.stagecoach.coaching.brief;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Planned;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.WeekPrompt;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Coaching.Sight;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** What a coach wants to know before a team's meeting, on one screen; offered on the Home tab on its day. */
public final class BriefRoom implements Room {
    static final Action<TeamId> OPEN = Action.click("brief.open", Carried.team(), Access.reads(Who.COACHES));
    private static final Duration QUIET = Duration.ofDays(14);
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int NOTES = 2;

    private final JourneyStore journeys = new JourneyStore();
    private final Sources sources;
    private final Notes notes;

    /**
     * Where a brief gets what it says.
     *
     * @param rooms those whose sections and plans make it up
     * @param signs of life in a team
     * @param seen what questions may be about
     */
    public record Sources(List<Room> rooms, ActivitySigns signs, List<Observed> seen, Guide guide) {
        public Sources {
            seen = List.copyOf(seen);
        }
    }

    public BriefRoom(People people, Sources sources) {
        this.sources = sources;
        this.notes = new Notes(people);
    }

    @Override
    public Feature feature() {
        return new Feature("brief",
                List.of(new Action.Typed("brief", "Gets you ready for the team's meeting", OPEN.by(this::brief))),
                Stream.concat(Stream.of(OPEN.by(this::brief)), notes.actions().stream()).toList());
    }

    private Reply brief(CallContext here, TeamId team) {
        return new Reply.ToYou(BriefCards.of(briefing(here.tx(), here.team(), here.person(), here.now())));
    }

    private Briefing briefing(Transaction tx, Team team, PersonId coach, Instant now) {
        // A period ends before its last moment, and this one belongs to it.
        var since = new Period(lastMeeting(team, now), now.plusMillis(1));
        var sections = sources.rooms().stream()
                .flatMap(room -> room.sections(tx, team, since, View.COACH).stream()).toList();
        var quiet = quiet(tx, team, now);
        var ahead = sources.rooms().stream().flatMap(room -> room.planned(tx, team, now, now.plus(AHEAD)).stream())
                .sorted(Comparator.comparing(Planned::at)).toList();
        return new Briefing(team, nextMeeting(team, now), since, sections,
                quiet.map(at -> at.atZone(team.zone()).toLocalDate()), questions(tx, team, sections, quiet, now),
                prompt(tx, team, now),
                ahead,
                notes.lately(tx, team.id(), coach, NOTES).stream().map(NoteStore.Note::words).toList());
    }

    private Optional<Instant> quiet(Transaction tx, Team team, Instant now) {
        var last = Stream.concat(sources.signs().signs().stream().flatMap(sign -> sign.last(tx, team.id()).stream()),
                sources.signs().asked().since(tx, team.id(), Instant.EPOCH).stream()).max(Instant::compareTo);
        return last.filter(at -> !at.plus(QUIET).isAfter(now));
    }

    private List<OpeningQuestions.Question> questions(Transaction tx, Team team, List<Section> sections,
            Optional<Instant> quiet, Instant now) {
        var helped = sections.stream().anyMatch(section -> section.place() == Section.Place.HELP);
        var seen = Stream
                .of(quiet.map(_ -> new Seen(Sight.QUIET, "nobody has written anything for two weeks")).stream(),
                        helped ? Stream.of(new Seen(Sight.STUCK, "somebody would like help")) : Stream.<Seen>empty(),
                        sources.seen().stream().flatMap(one -> one.because().of(tx, team, now)
                                .map(because -> new Seen(one.sight(), because)).stream()))
                .flatMap(one -> one).toList();
        return OpeningQuestions.of(sources.guide().workbook().coaching(), seen);
    }

    /** The guide's prompt of this week: one for coaches, where its stage has any, or else one for the whole team. */
    private Optional<String> prompt(Transaction tx, Team team, Instant now) {
        var guide = sources.guide();
        var day = LocalDate.ofInstant(now, team.zone());
        return journeys.current(tx, team.id()).flatMap(journey -> guide.stage(journey.stage()).flatMap(stage -> {
            var practice = guide.practice(journey.practice()).map(Practice::name).orElse("the practice");
            return WeekPrompt.of(stage, "coach", practice, day).or(() -> WeekPrompt.of(stage, "team", practice, day));
        }));
    }

    private static Instant nextMeeting(Team team, Instant now) {
        var today = now.atZone(team.zone());
        var next = at(team, today.with(TemporalAdjusters.nextOrSame(team.meeting().day())));
        return next.toInstant().isBefore(now)
                ? at(team, today.with(TemporalAdjusters.next(team.meeting().day()))).toInstant()
                : next.toInstant();
    }

    private static Instant lastMeeting(Team team, Instant now) {
        var today = now.atZone(team.zone());
        var last = at(team, today.with(TemporalAdjusters.previousOrSame(team.meeting().day())));
        return last.toInstant().isBefore(now)
                ? last.toInstant()
                : at(team, today.with(TemporalAdjusters.previous(team.meeting().day()))).toInstant();
    }

    private static ZonedDateTime at(Team team, ZonedDateTime day) {
        return day.toLocalDate().atTime(team.meeting().time()).atZone(team.zone());
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return notes.own(tx, team, person);
    }

    /** On the day of a meeting it is what comes next; else it can be had at any time. */
    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.isCoach()) {
            return List.of();
        }
        var meets = nextMeeting(team, now).atZone(team.zone()).toLocalDate();
        var today = meets.equals(now.atZone(team.zone()).toLocalDate());
        return List.of(new NextStep(today ? NextStep.Rank.OPEN_ANSWER : NextStep.Rank.ANY_TIME,
                today ? team.name() + " meets today. Before you walk in:" : "Before you walk into " + team.name() + ":",
                today ? OPEN.primary("Read the brief", team.id()) : OPEN.button("Read the brief", team.id())));
    }
}
