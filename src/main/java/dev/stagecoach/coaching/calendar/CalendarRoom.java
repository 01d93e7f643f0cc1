package dev.stagecoach.coaching.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import dev.stagecoach.calendar.CalendarText;
import dev.stagecoach.calendar.SchoolYear;
import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.calendar.CalendarCards.Seat;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A school's days off, by hand and from calendar files. Coaches and leaders keep them, everybody may look. */
public final class CalendarRoom implements Room {
    private static final Reply NOT_YOURS = Reply.Refused
            .because("A school's calendar is kept by its teams' coaches and leaders. /coach calendar shows it.");
    private static final Reply NO_TEAM = Reply.Refused
            .because("You are not in this team, so I cannot show you its school's calendar.");
    private static final Reply LOST = Reply.Refused
            .because("I no longer have the calendar that you uploaded. Please upload it once more.");

    private final SchoolCalendarStore calendars = new SchoolCalendarStore();
    private final Database database;
    private final People people;
    private final TeamHoursActions hours;

    /** @param others what they send by schedule is shown before a change of hours is saved */
    public CalendarRoom(Database database, People people, List<Room> others) {
        this.database = database;
        this.people = people;
        this.hours = new TeamHoursActions(database, people, others);
    }

    @Override
    public Feature feature() {
        return new Feature("calendar",
                List.of(new Command("calendar", "shows your school's days off; coaches and leaders change them",
                        Access.Who.TEAM, this::typed)),
                Map.of(CalendarCards.LIST, this::leafed, CalendarCards.ADD,
                        click -> open(click, (_, seat) -> new Reply.Open(AddForm.of(seat.team()))),
                        CalendarCards.IMPORT,
                        click -> open(click, (_, seat) -> new Reply.Open(ImportForm.file(seat.team()))),
                        CalendarCards.DELETE, this::deleted, CalendarCards.HOURS, hours::open, HoursForm.CHANGE,
                        hours::change),
                Map.of(AddForm.ID, this::added, ImportForm.FILE_ID, this::uploaded, ImportForm.FOUND_ID, this::saved,
                        HoursForm.ID, hours::preview, HoursForm.PREVIEW_ID, hours::save),
                Map.of());
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.isCoach() || standing.isLeader()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "See and change your school's days off.",
                        Button.of("School calendar", CalendarCards.LIST, team.id() + " 0")))
                : List.of();
    }

    private Reply typed(Call.Typed call) {
        return database.read(tx -> within(tx, call.inTeam(), call, seat -> seat.standing().belongs(),
                (_, seat) -> new Reply.ToYou(list(tx, seat, 0))));
    }

    private Reply leafed(Call.Click click) {
        var parts = click.value().split(" ", 2);
        var skip = parts.length == 2 && parts[1].matches("\\d{1,6}") ? Integer.parseInt(parts[1]) : 0;
        return database.read(tx -> within(tx, new TeamId(parts[0]), click, seat -> seat.standing().belongs(),
                (_, seat) -> new Reply.Replace(list(tx, seat, skip))));
    }

    private Reply open(Call.Click click, BiFunction<Transaction, Seat, Reply> work) {
        return database.read(tx -> within(tx, new TeamId(click.value()), click, Seat::mayEdit, work));
    }

    private Reply deleted(Call.Click click) {
        var ids = click.value().split(" ", 2);
        return database.write(tx -> within(tx, new TeamId(ids[0]), click, Seat::mayEdit, (_, seat) -> {
            if (ids.length == 2) {
                calendars.remove(tx, seat.team().school(), ids[1]);
            }
            return new Reply.Replace(list(tx, seat, 0));
        }));
    }

    private Reply added(Call.Submission sent) {
        return database.write(tx -> within(tx, new TeamId(sent.context()), sent, Seat::mayEdit,
                (_, seat) -> switch (AddForm.read(sent.answers(), seat.today())) {
                    case AddForm.Read.Faulty(var mend) -> mend;
                    case AddForm.Read.Filled(var days) -> calendars.add(tx, seat.team().school(), days, sent.now())
                            ? told("Added: " + days.days().name() + ", " + CalendarWords.of(days.days()) + ".", seat)
                            : told("That is in the calendar already, so nothing changes.", seat);
                }));
    }

    private Reply uploaded(Call.Submission sent) {
        return database.write(tx -> within(tx, new TeamId(sent.context()), sent, Seat::mayEdit, (_, seat) -> {
            var read = CalendarText.read(sent.answers().text(ImportForm.FILE), SchoolYear.around(seat.today()));
            return switch (read) {
                case CalendarText.Read.Unusable(var reason) -> new Reply.Mend(Map.of(ImportForm.FILE,
                        "I cannot use this file: " + reason + ". Please choose another one."));
                case CalendarText.Read.Days(var days) -> {
                    var known = new HashSet<>(
                            calendars.of(tx, seat.team().school()).stream().map(SchoolDays::days).toList());
                    var ahead = days.stream().filter(one -> !one.last().isBefore(seat.today())).toList();
                    var fresh = ImportForm.fitting(ahead.stream().filter(one -> !known.contains(one))
                            .map(SchoolDays::found).toList());
                    yield fresh.isEmpty()
                            ? told(nothing(ahead.size()), seat)
                            : new Reply.Next(ImportForm.found(seat.team(),
                                    calendars.draft(tx, seat.team().school(), fresh, sent.person(), sent.now()),
                                    fresh, (int) ahead.stream().filter(known::contains).count()));
                }
            };
        }));
    }

    private static String nothing(int known) {
        return known == 0
                ? "All days in this calendar have passed, so nothing changes. Is there one for this school year?"
                : "All days of this calendar are in already, so nothing changes.";
    }

    private Reply saved(Call.Submission sent) {
        var ids = sent.context().split(" ", 2);
        if (ids.length < 2) {
            return LOST;
        }
        return database.write(tx -> within(tx, new TeamId(ids[0]), sent, Seat::mayEdit, (_, seat) -> calendars
                .drafted(tx, seat.team().school(), ids[1], sent.person()).map(found -> keep(tx, seat, sent, found))
                .orElse(LOST)));
    }

    private Reply keep(Transaction tx, Seat seat, Call.Submission sent, List<SchoolDays> found) {
        var chosen = ImportForm.chosen(sent.answers(), found);
        if (chosen.isEmpty()) {
            return new Reply.Mend(Map.of(ImportForm.DAYS, "Choose at least one, or close this form."));
        }
        var added = chosen.stream().filter(days -> calendars.add(tx, seat.team().school(), days, sent.now())).count();
        return told(added == 0
                ? "All of these are in the calendar already, so nothing changes."
                : "Saved: " + ImportForm.count((int) added) + " for every team at " + seat.team().school() + ".", seat);
    }

    private static Reply told(String words, Seat seat) {
        return new Reply.ToYou(Card.saying(words)
                .buttons(Button.of("See all days off", CalendarCards.LIST, seat.team().id() + " 0")));
    }

    private Card list(Transaction tx, Seat seat, int skip) {
        return CalendarCards.list(seat, calendars.of(tx, seat.team().school()),
                people.days().hours(tx, seat.team().id()), skip);
    }

    private Reply within(Transaction tx, TeamId id, Call call, Predicate<Seat> admits,
            BiFunction<Transaction, Seat, Reply> work) {
        var found = people.teams().find(tx, id).map(team -> new Seat(team,
                people.members().standing(tx, id, call.person()), LocalDate.ofInstant(call.now(), team.zone())));
        if (found.isEmpty() || !found.get().standing().belongs()) {
            return NO_TEAM;
        }
        return admits.test(found.get()) ? work.apply(tx, found.get()) : NOT_YOURS;
    }
}
