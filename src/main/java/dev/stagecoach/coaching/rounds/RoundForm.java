package dev.stagecoach.coaching.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.Team;

/** The coach's form for a round: which practices, and when it closes, in the team's time zone. */
final class RoundForm {
    /** For example "Everyone thinks of one class or group, and the last 10 school days." */
    static String group(Guide guide) {
        return "Everyone thinks of one " + guide.sides().group() + ", and the last 10 school days.";
    }

    private static final String DAY = "day";
    private static final String TIME = "time";
    private static final String PRACTICES = "practices";
    private static final LocalTime USUAL = LocalTime.of(15, 0);
    private static final int USUAL_DAYS = 7;
    private static final Duration LONGEST = Duration.ofDays(60);

    private RoundForm() {}

    /** What the coach wishes. */
    record Wish(List<String> practices, List<String> schoolGoal, Instant closesAt) {
        Wish {
            practices = List.copyOf(practices);
            schoolGoal = List.copyOf(schoolGoal);
        }
    }

    /** What was sent in. */
    sealed interface Parsed {
        record Fine(Wish wish) implements Parsed {}

        /** Reasons by field. */
        record Unclear(Map<String, String> reasons) implements Parsed {}
    }

    /** @param schoolGoal what served the school's goal in the last round */
    static Form toOpen(Team team, Guide guide, List<String> schoolGoal, Instant now) {
        var options = SchoolGoalForm.options(guide);
        var keys = guide.practices().stream().map(Practice::key).toList();
        return RoundActions.OPENED.form("Open a round", "Open the round", team.id(), List.of(
                new Field.Words(
                        Text.of(group(guide)
                                + " It takes about three minutes, and nobody sees anything until the end.")),
                day(team, now.plus(Duration.ofDays(USUAL_DAYS))), time(USUAL), new Field.PickMany(PRACTICES,
                        "Practices to place", "", false, options, keys, options.size()),
                SchoolGoalForm.field(options, schoolGoal)));
    }

    static Form toMove(Round round, Team team) {
        return RoundActions.MOVED.form("Change closing time", "Change", round.id(),
                List.of(day(team, round.closesAt()), time(round.closesAt().atZone(team.zone()).toLocalTime())));
    }

    private static Field day(Team team, Instant at) {
        return new Field.Day(DAY, "Closes on", "", false, Optional.of(at.atZone(team.zone()).toLocalDate()));
    }

    private static Field time(LocalTime at) {
        return new Field.TimeOfDay(TIME, "At", "In the team's time zone", false, Optional.of(at));
    }

    static Parsed opened(Answers answers, Team team, Guide guide, Instant now) {
        var practices = guide.practices().stream().map(Practice::key).filter(answers.many(PRACTICES)::contains)
                .toList();
        var reasons = new HashMap<>(whatIsWrong(answers, team, now));
        if (practices.isEmpty()) {
            reasons.put(PRACTICES, "Choose at least one practice.");
        }
        var goal = SchoolGoalForm.read(answers);
        SchoolGoalForm.whatIsWrong(goal, practices).ifPresent(why -> reasons.put(SchoolGoalForm.PRACTICES, why));
        return reasons.isEmpty()
                ? new Parsed.Fine(new Wish(practices, goal, closesAt(answers, team)))
                : new Parsed.Unclear(reasons);
    }

    static Parsed moved(Answers answers, Round round, Team team, Instant now) {
        var reasons = whatIsWrong(answers, team, now);
        return reasons.isEmpty()
                ? new Parsed.Fine(new Wish(round.practices(), round.schoolGoal(), closesAt(answers, team)))
                : new Parsed.Unclear(reasons);
    }

    private static Map<String, String> whatIsWrong(Answers answers, Team team, Instant now) {
        if (answers.day(DAY).isEmpty()) {
            return Map.of(DAY, "Choose a day.");
        }
        if (answers.time(TIME).isEmpty()) {
            return Map.of(TIME, "Choose a time.");
        }
        var closesAt = closesAt(answers, team);
        if (!closesAt.isAfter(now)) {
            return Map.of(DAY, "That time has passed for your team. Choose a later one.");
        }
        return closesAt.isAfter(now.plus(LONGEST))
                ? Map.of(DAY, "A round lasts at most " + LONGEST.toDays() + " days. Choose an earlier day.")
                : Map.of();
    }

    private static Instant closesAt(Answers answers, Team team) {
        return answers.day(DAY).orElseThrow().atTime(answers.time(TIME).orElseThrow()).atZone(team.zone())
                .toInstant();
    }
}
