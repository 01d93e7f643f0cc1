package dev.stagecoach.coaching.checkin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.checkin.Schedule.Origin;
import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.outbox.Recurrence.MonthlyOnWeekday;
import dev.stagecoach.outbox.Recurrence.Nth;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * Check-ins that follow the team's stage. One that came with the team's settings does so by itself, and the team is
 * told; for one that a coach has arranged, the coach is asked.
 */
final class StageCheckins {
    static final Action<String> FOLLOW = Action.click("checkin.follow", CheckinCards.SCHEDULE,
            Access.writes(Who.COACHES));
    static final Action<String> STAY = Action.click("checkin.stay", CheckinCards.SCHEDULE, Access.writes(Who.COACHES));

    private StageCheckins() {}

    /** The guide's questions for the team's stage, where it has any. */
    static Optional<CheckinSet> set(Transaction tx, Checkins checkins, Team team) {
        return checkins.surroundings().stage().of(tx, team.id()).flatMap(stage -> of(checkins, stage));
    }

    private static Optional<CheckinSet> of(Checkins checkins, Stage stage) {
        return checkins.sets().stream().filter(set -> set.stage().equals(stage.key())).findFirst();
    }

    /** The same day of the week and time in the set's own rhythm. */
    static Recurrence inRhythm(Recurrence before, CheckinSet set, LocalDate start) {
        return switch (before) {
            case Weekly weekly when set.rhythm().monthly() ->
                new MonthlyOnWeekday(Nth.FIRST, weekly.days().iterator().next(), weekly.time(), start);
            case MonthlyOnWeekday monthly when !set.rhythm().monthly() ->
                new Weekly(1, Set.of(monthly.day()), monthly.time(), start);
            default -> before;
        };
    }

    /** For the message that tells of a move. */
    static List<String> words(Transaction tx, Checkins checkins, Team team) {
        return set(tx, checkins, team).stream().flatMap(set -> checkins.schedules().of(tx, team.id()).stream()
                .filter(one -> one.origin() == Origin.SETTINGS && one.paused().isEmpty() && one.set().equals(set.key()))
                .map(one -> "Your check-in: " + set.name() + ", " + one.recurrence().words() + "."
                        + instead(checkins, set)))
                .toList();
    }

    private static String instead(Checkins checkins, CheckinSet set) {
        return set.rhythm().instead().map(one -> " Every " + (one.every() == 3 ? "third" : one.every() + "th")
                + " time I ask something else: " + checkins.setName(one.set()) + ".").orElse("");
    }

    /** What a coach has arranged is left as it is until the coach decides. */
    static List<NextStep> steps(Transaction tx, Checkins checkins, Team team) {
        return checkins.surroundings().stage().of(tx, team.id()).stream()
                .flatMap(stage -> of(checkins, stage).stream().flatMap(set -> checkins.schedules().of(tx, team.id())
                        .stream().filter(one -> asksOfAnotherStage(checkins, one, stage))
                        .filter(one -> !checkins.schedules().staysIn(tx, one.id(), stage.key())).limit(1)
                        .map(one -> new NextStep(NextStep.Rank.OPEN_ANSWER, "Your team is in " + stage.name()
                                + " now. Its check-in still asks “" + checkins.setName(one.set()) + "”.",
                                FOLLOW.primary("Ask “" + set.name() + "”", one.id()),
                                List.of(STAY.button("Keep it", one.id()))))))
                .toList();
    }

    private static boolean asksOfAnotherStage(Checkins checkins, Schedule schedule, Stage stage) {
        return schedule.origin() != Origin.SETTINGS && schedule.paused().isEmpty()
                && checkins.guide().checkinSet(schedule.set()).map(CheckinSet::stage)
                        .filter(other -> !other.equals(stage.key()) && checkins.guide().stage(other).isPresent())
                        .isPresent();
    }

    static Reply follow(CallContext here, Checkins checkins, String id) {
        var schedule = checkins.schedules().find(here.tx(), id).orElseThrow();
        set(here.tx(), checkins, here.team()).ifPresent(set -> checkins.schedules().change(here.tx(), schedule
                .asking(set.key()).every(inRhythm(schedule.recurrence(), set, here.today()), here.now(),
                        here.team().zone())));
        var after = checkins.schedules().find(here.tx(), id).orElseThrow();
        return new Reply.ToYou(Card.saying("The check-in asks “" + checkins.setName(after.set()) + "” now, "
                + after.recurrence().words() + ".").buttons(CheckinRoom.LIST.button("All check-ins", here.teamId())));
    }

    static Reply stay(CallContext here, Checkins checkins, String id) {
        checkins.surroundings().stage().of(here.tx(), here.teamId())
                .ifPresent(stage -> checkins.schedules().stayIn(here.tx(), id, stage.key()));
        return new Reply.ToYou(Card.saying("It stays as it is. You can change it any time.")
                .buttons(CheckinRoom.LIST.button("All check-ins", here.teamId())));
    }
}
