package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.visit.Visit.Kind;
import dev.stagecoach.coaching.visit.Visit.Slot;
import dev.stagecoach.people.PersonId;

/** The forms about visits. */
final class VisitForms {
    private static final String LOOK_FOR = "look_for";
    private static final String DAY = "day";
    private static final String TIME = "time";
    private static final String SEEN = "seen";
    private static final String QUESTION = "question";
    private static final String WITH = "rooms_with";
    private static final String ROOMS = "rooms";
    private static final int MOST_ROOMS = 50;
    private static final int SHORT = 150;
    private static final int LONG = 600;
    private static final int DAYS_AHEAD = 120;

    private VisitForms() {}

    static Form open(CallContext here, Kind kind, WorkPart target, String practice) {
        return kind == Kind.OFFER
                ? VisitRoom.OFFERED.form("Come and see me", "Offer the visit", target,
                        fields(here, team(practice), "Come and see ...",
                                "For example: how pairs give each other a next step"))
                : VisitRoom.WISHED.form("I’d like to see", "Ask for a visit", target,
                        fields(here, team(practice), "I’d like to see ...", "For example: how you begin"));
    }

    static Form back(CallContext here, Part target, String practice) {
        return VisitRoom.BACK_ASKED.form("Visit back", "Ask for the visit", target,
                fields(here, Text.bolded(practice + ". ").plus("Only the one you visit reads this line."),
                        "I’d like to see ...", "Then each of you has been in the other’s room."));
    }

    static Form walk(CallContext here, WorkPart target, String practice) {
        return WalkRoom.BEGIN.form("Learning walk", "Begin the walk", target,
                fields(here, team(practice), "What do you look for?", "One thing that you can count, room by room."));
    }

    /** @param leastRooms nobody else learns the count before so many rooms were seen */
    static Form count(Walk walk, int leastRooms) {
        var seen = walk.seen();
        return WalkRoom.COUNTED.form("What you counted", "Save", walk.id(), List.of(
                new Field.Words(Text.bolded("Look-for: ").plus(walk.slot().lookFor())),
                new Field.Words(Text.of("Counts only: no names, no rating. The rest of your team reads them from "
                        + leastRooms + " rooms on; leaders never do.")),
                new Field.Number(WITH, "In how many rooms did you see it?", "", false, 0, MOST_ROOMS,
                        seen.map(Walk.Seen::with)),
                new Field.Number(ROOMS, "Of how many rooms?", "", false, 1, MOST_ROOMS, seen.map(Walk.Seen::rooms))));
    }

    static Walk.Seen seen(FormReader reading) {
        var with = reading.number(WITH, 0, MOST_ROOMS);
        var rooms = reading.number(ROOMS, 1, MOST_ROOMS);
        missing(reading, with, WITH, "Please type a number, 0 if you did not see it.");
        missing(reading, rooms, ROOMS, "Please type how many rooms you saw.");
        if (with.orElse(0) > rooms.orElse(MOST_ROOMS)) {
            reading.mend(WITH, "That is more than the rooms you saw.");
        }
        return new Walk.Seen(with.orElse(0), rooms.orElse(1));
    }

    private static Text team(String practice) {
        return Text.bolded(practice + ". ").plus("Your team reads this line, with your name.");
    }

    private static List<Field> fields(CallContext here, Text reader, String label, String hint) {
        var tomorrow = here.today().plusDays(1);
        return List.of(new Field.Words(reader),
                new Field.ShortText(LOOK_FOR, label, hint, false, SHORT, ""),
                new Field.Day(DAY, "Day", "", false, Optional.of(tomorrow)),
                new Field.TimeOfDay(TIME, "Time", DateText.zone(here.team().zone()), false,
                        Optional.of(LocalTime.of(9, 0))));
    }

    static Slot slot(FormReader reading, CallContext here) {
        var lookFor = reading.required(LOOK_FOR, SHORT, "Please write one line: what is there to see?");
        var day = reading.day(DAY);
        var time = reading.time(TIME);
        missing(reading, day, DAY, "Please choose a day.");
        missing(reading, time, TIME, "Please choose a time.");
        var at = at(day.orElse(here.today()), time.orElse(LocalTime.NOON), here);
        if (day.isPresent() && time.isPresent() && !at.isAfter(here.now())) {
            reading.mend(DAY, "That time has passed. Please choose a later one.");
        }
        if (day.filter(one -> one.isAfter(here.today().plusDays(DAYS_AHEAD))).isPresent()) {
            reading.mend(DAY, "Please choose a day within the next four months.");
        }
        if (day.filter(one -> one.isBefore(here.today())).isPresent()) {
            reading.mend(DAY, "That day has passed. Please choose a later one.");
        }
        return new Slot(lookFor, at);
    }

    private static void missing(FormReader reading, Optional<?> value, String key, String ask) {
        if (value.isEmpty()) {
            reading.mend(key, ask);
        }
    }

    private static Instant at(LocalDate day, LocalTime time, CallContext here) {
        return day.atTime(time).atZone(here.team().zone()).toInstant();
    }

    /** @param during what to write and what not, in the guide's words */
    static Form note(Visit visit, List<String> during, Optional<Note> now) {
        return VisitRoom.NOTED.form("What you saw", "Save", visit.id(), List.of(
                new Field.Words(Text.bolded("Look-for: ").plus(visit.slot().lookFor())),
                new Field.Words(Text.of("").quiet(String.join(" ", during))),
                new Field.LongText(SEEN, "One thing you saw or heard students do", "The two of you read this, and a "
                        + "coach if you show it. Leaders never do.", false, LONG, now.map(Note::seen).orElse("")),
                new Field.LongText(QUESTION, "One question it leaves you with", "", false, LONG,
                        now.map(Note::question).orElse(""))));
    }

    static Note note(FormReader reading, Visit visit, PersonId person) {
        return new Note(person, visit.slot().lookFor(), reading.required(SEEN, LONG, "Please write one thing you saw."),
                reading.required(QUESTION, LONG, "Please write one question."));
    }
}
