package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.checkin.Recipient.State;
import dev.stagecoach.guide.CheckinSet.Way;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;

/** What this room says. */
final class CheckinCards {
    private static final Access COACH_READS = Access.reads(Who.COACHES);
    private static final Access COACH_WRITES = Access.writes(Who.COACHES);
    static final Carried<String> SCHEDULE = Carried
            .thing((tx, id) -> Checkins.SCHEDULES.find(tx, id).map(Schedule::team));
    /** An asking, by its id. */
    static final Carried<String> RUN = Carried.thing(Checkins.OCCASIONS::team);
    static final Action<TeamId> NEW = Action.click("checkin.new", Carried.team(), COACH_READS);
    static final Action<String> EDIT = Action.click("checkin.edit", SCHEDULE, COACH_READS);
    static final Action<String> PAUSE = Action.click("checkin.pause", SCHEDULE, COACH_WRITES);
    static final Action<String> RESUME = Action.click("checkin.resume", SCHEDULE, COACH_WRITES);
    static final Action<String> SEND = Action.click("checkin.send", SCHEDULE, COACH_WRITES);
    static final Action<String> DELETE = Action.click("checkin.delete", SCHEDULE, COACH_WRITES);
    static final Action<String> ANSWER = asked(Action.click("checkin.answer", RUN, Access.reads(Who.TEAM)));
    /** Answers the first question from the message; its part is the question's key, and the option's number from 0. */
    static final Action<Part> TAP = Checkins.asked(Action.click("checkin.tap", Carried.part(Checkins.OCCASIONS::team),
            Access.writes(Who.TEAM)), Part::id);
    static final Action<String> SNOOZE = asked(Action.click("checkin.snooze", RUN, Access.reads(Who.TEAM)));
    static final Action<String> SKIP = asked(Action.click("checkin.skip", RUN, Access.writes(Who.TEAM)));

    private CheckinCards() {}

    private static Action<String> asked(Action<String> action) {
        return Checkins.asked(action, Function.identity());
    }

    static Button schedule(TeamId team) {
        return NEW.primary("Schedule check-ins", team);
    }

    /** A schedule, what its questions are called, whom it reached last, and where it falls out next. */
    record Line(Schedule schedule, String name, Optional<Arrival> last, Optional<Gap> gap) {}

    static Card list(Team team, List<Line> schedules, Day day) {
        if (schedules.isEmpty()) {
            return Card.saying("No check-ins are scheduled for " + team.name() + " yet.").buttons(schedule(team.id()));
        }
        var card = Card.titled("Check-ins of " + team.name()).heading("Check-ins");
        for (var line : schedules) {
            card = card.then(row(line, day));
        }
        return card.buttons(NEW.button("Schedule another", team.id()))
                .footnote("Times are in your team's time zone, " + DateText.zone(team.zone()) + ".");
    }

    private static Card row(Line line, Day day) {
        var schedule = line.schedule();
        var name = line.name();
        var who = schedule.chosen().isEmpty() ? Text.of("all members") : mentions(schedule);
        var next = schedule.paused().isPresent() ? "paused" : DateText.near(schedule.nextOpen(day), day.zone());
        return Card.titled(name).text(Text.bolded(name))
                .facts(Stream.concat(
                        Stream.of(new Fact("Who", who), Fact.of("How often", schedule.recurrence().words()),
                                Fact.of("Next", next)),
                        Stream.concat(line.gap().map(gap -> Fact.of("Days off", gap.words())).stream(),
                                line.last().map(arrival -> Fact.of("Last time", arrival.words())).stream()))
                        .toList())
                .buttons(buttons(schedule)).divider();
    }

    private static Text mentions(Schedule schedule) {
        var text = Text.of("");
        for (var person : schedule.chosen()) {
            text = (text.spans().isEmpty() ? text : text.plus(", ")).mention(person);
        }
        return text;
    }

    private static List<Button> buttons(Schedule schedule) {
        var id = schedule.id();
        var pause = schedule.paused().isPresent() ? RESUME.button("Resume", id) : PAUSE.button("Pause", id);
        var send = SEND.button("Send now", id).asking(new Button.Confirm("Send this check-in now?",
                "Everybody on the list gets a private message. Today then counts as asked.", "Send now"));
        var delete = DELETE.danger("Delete", id, new Button.Confirm("Delete this check-in?",
                "I stop asking, and open questions close. I keep the answers people already gave.",
                "Delete check-in"));
        return List.of(pause, send, EDIT.button("Edit", id), delete);
    }

    static Card scheduled(Schedule schedule, String name, Day day, List<Gap> gaps) {
        var card = Card.saying("Scheduled: " + name + ", " + schedule.recurrence().words()
                + ". The first one goes out on " + DateText.near(schedule.nextOpen(day), day.zone()) + ".");
        return Gap.words(gaps).map(card::text).orElse(card);
    }

    /** @param closing when the summary takes the answers in, if it does */
    static Card putOff(Recipient recipient, Optional<Instant> closing) {
        var until = recipient.snoozedUntil().orElse(Instant.EPOCH);
        var text = Text.of("I will ask again ").moment(until, "on " + DateText.near(until, ZoneId.of("UTC")) + " UTC")
                .plus(".");
        return Card.titled("I will ask again later")
                .text(closing.filter(at -> !at.isAfter(until)).map(at -> text.plus(" The summary comes before that: ")
                        .moment(at, DateText.near(at, ZoneId.of("UTC")) + " UTC")
                        .plus(". Answer by then if you want it to count.")).orElse(text))
                .buttons(ANSWER.button("Answer now", recipient.run().id()));
    }

    /** @param ways where the answers ask to be led */
    static Card saved(TeamId team, List<Way> ways, LateAnswer late) {
        return Card.saying(late.saved()).buttons(late.buttons())
                .buttons(ways.stream().map(way -> switch (way) {
                    case STEP -> Button.primary("Write your step", "step.write", team.value());
                    case HELP -> Ways.ASK_HELP.primary("Ask your coach", team);
                    case VISIT -> Ways.ASK_HELP.primary("Ask for a visit", team);
                }).toList());
    }

    /** What an open check-in can do besides being answered, wherever it is shown. */
    static List<Button> putOffOrSkip(Recipient recipient) {
        var run = recipient.run().id();
        return List.of(SNOOZE.button("Snooze", run), SKIP.button("Skip", run),
                Ways.STOP_CHECKINS.button("Stop check-ins", run));
    }

    static String closedReason(Recipient recipient) {
        return switch (recipient.run().status()) {
            case WITHDRAWN -> "Your coach deleted this check-in, so it takes no more answers.";
            case CLOSED, OPEN -> "This check-in is closed: its answers are in the summary"
                    + (recipient.state() == State.ANSWERED ? ", and yours counts as it was" : "")
                    + ". If you have noticed something since, try /coach reflect.";
        };
    }

    /** Within a sentence: "2 short questions". */
    static String waiting(Questions questions) {
        return "A check-in is waiting for you: " + questions.name() + " ("
                + Plural.of(questions.list().size(), "short question") + ").";
    }
}
