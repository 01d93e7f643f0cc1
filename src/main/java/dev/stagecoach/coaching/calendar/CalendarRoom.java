package dev.stagecoach.coaching.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import dev.stagecoach.calendar.CalendarText;
import dev.stagecoach.calendar.Reading;
import dev.stagecoach.calendar.SchoolYear;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Carried.Page;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.school.SharedBySchool;
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
    private static final Reply LOST = Reply.Refused
            .because("I no longer have the calendar that you uploaded. Please upload it again.");

    private static final Duration TOLD = Duration.ofDays(14);

    private final SchoolCalendarStore calendars = new SchoolCalendarStore();
    private final Database database;
    private final People people;
    private final SharedBySchool shared;
    private final TeamHoursActions hours;

    /** @param others what they send by schedule is shown before a change of hours is saved */
    public CalendarRoom(Database database, People people, SharedBySchool shared, List<Room> others) {
        this.shared = shared;
        this.database = database;
        this.people = people;
        this.hours = new TeamHoursActions(people, others);
    }

    @Override
    public Feature feature() {
        var actions = new ArrayList<Handled<?>>(List.of(
                CalendarCards.LIST.by((here, page) -> new Reply.Replace(list(here, page.from()))),
                CalendarCards.ADD.by(shared.changing((_, team) -> new Reply.Open(AddForm.of(team)))),
                CalendarCards.IMPORT.by(shared.changing((_, team) -> new Reply.Open(ImportForm.file(team)))),
                CalendarCards.DELETE.by(shared.changing(this::deleted)), AddForm.ADDED.by(shared.changing(this::added)),
                ImportForm.UPLOADED.by(this::uploaded), ImportForm.FOUND.by(shared.changing(this::saved))));
        actions.addAll(hours.actions());
        return new Feature("calendar",
                List.of(new Action.Typed("calendar", "shows your school's days off; coaches and leaders change them",
                        CalendarCards.LIST.by((here, _) -> new Reply.ToYou(list(here, 0))))),
                actions);
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.isCoach() && !standing.isLeader()) {
            return List.of();
        }
        var troubled = calendars.troubles(tx, team.id(), Instant.EPOCH);
        return troubled.isEmpty()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "See and change your school's days off.",
                        CalendarCards.LIST.button("School calendar", new Page(team.id(), 0))))
                : List.of(trouble(team));
    }

    /** For two weeks: after that it stands on Home, and in the calendar. */
    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return (standing.isCoach() || standing.isLeader())
                && !calendars.troubles(tx, team.id(), now.minus(TOLD)).isEmpty()
                        ? List.of(trouble(team))
                        : List.of();
    }

    private static NextStep trouble(Team team) {
        return new NextStep(NextStep.Rank.GATE,
                "The calendar file for " + team.school() + " has a problem; until it is fixed, I may send messages "
                        + "on days off.",
                CalendarCards.LIST.button("School calendar", new Page(team.id(), 0)));
    }

    private Reply deleted(CallContext here, Choice days) {
        calendars.of(here.tx(), here.teamId()).stream().filter(one -> one.id().equals(days.key())).findFirst()
                .filter(_ -> calendars.remove(here.tx(), here.teamId(), days.key()))
                .ifPresent(one -> shared.changed(here, "deleted " + named(one) + ", so I send messages then again"));
        return new Reply.Replace(list(here, 0));
    }

    private Reply added(CallContext here, TeamId team) {
        return switch (AddForm.read(here.submission().answers(), here.today())) {
            case AddForm.Read.Faulty(var mend) -> mend;
            case AddForm.Read.Filled(var days) when calendars.add(here.tx(), team, days, here.now()) -> {
                shared.changed(here, "added " + named(days));
                yield told("Added: " + named(days) + ".", team);
            }
            case AddForm.Read.Filled _ -> told("That is already in the calendar, so nothing changes.", team);
        };
    }

    private static String named(SchoolDays days) {
        return days.days().name() + ", " + CalendarWords.of(days.days());
    }

    private Reply uploaded(CallContext here, TeamId team) {
        return switch (CalendarText.read(here.submission().answers().text(ImportForm.FILE),
                SchoolYear.around(here.today()), here.team().zone())) {
            case CalendarText.Read.Unusable(var reason) -> mend("I cannot use this file: " + reason + ".");
            case CalendarText.Read.Days(var reading) when Found.in(reading).isEmpty() ->
                mend(String.join(" ", reading.warnings()));
            case CalendarText.Read.Days(var reading) -> database.write(tx -> found(tx, here, reading));
        };
    }

    private static Reply mend(String reason) {
        return new Reply.Mend(Map.of(ImportForm.FILE, reason + " Please choose another one."));
    }

    private Reply found(Transaction tx, CallContext here, Reading reading) {
        var known = new HashSet<>(calendars.of(tx, here.teamId()).stream().map(SchoolDays::days).toList());
        var ahead = Found.in(reading).stream().filter(one -> !one.last().isBefore(here.today())).toList();
        var fresh = Found.fitting(ahead.stream().filter(one -> !known.contains(one)).map(SchoolDays::found).toList());
        return fresh.isEmpty()
                ? told(nothing(ahead.size()), here.teamId())
                : new Reply.Next(ImportForm.found(
                        new Choice(here.teamId(), calendars.draft(tx, here.teamId(), fresh, here.person(), here.now())),
                        fresh, (int) ahead.stream().filter(known::contains).count(), reading.warnings()));
    }

    private static String nothing(int known) {
        return known == 0
                ? "All days in this calendar have passed, so nothing changes. Is there one for this school year?"
                : "All days in this calendar are already in yours, so nothing changes.";
    }

    private Reply saved(CallContext here, Choice draft) {
        return calendars.drafted(here.tx(), here.teamId(), draft.key(), here.person())
                .map(found -> keep(here, found)).orElse(LOST);
    }

    private Reply keep(CallContext here, List<SchoolDays> found) {
        var chosen = ImportForm.chosen(here.submission().answers(), found);
        if (chosen.isEmpty()) {
            return new Reply.Mend(Map.of(ImportForm.list(found), "Choose at least one, or close this form."));
        }
        var added = chosen.stream().filter(days -> calendars.add(here.tx(), here.teamId(), days, here.now())).count();
        if (added > 0) {
            shared.changed(here, "added " + ImportForm.count((int) added) + " from a calendar file");
        }
        return told(added == 0
                ? "All of these are already in the calendar, so nothing changes."
                : "Saved: " + ImportForm.count((int) added) + " for every team at " + here.team().school() + ".",
                here.teamId());
    }

    private static Reply told(String words, TeamId team) {
        return new Reply.ToYou(Card.saying(words)
                .buttons(CalendarCards.LIST.button("See all days off", new Page(team, 0))));
    }

    private Card list(CallContext here, int skip) {
        return CalendarCards.list(here,
                new CalendarCards.Kept(calendars.of(here.tx(), here.teamId()),
                        calendars.troubles(here.tx(), here.teamId(), Instant.EPOCH)),
                people.days().hours(here.tx(), here.teamId()), skip);
    }
}
