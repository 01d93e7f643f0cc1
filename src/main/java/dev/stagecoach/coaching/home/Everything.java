package dev.stagecoach.coaching.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * All that somebody may do in a team, by subject, a button each: what a room can be asked for by a word, and the steps
 * that it offers besides. So nobody needs to know a word, and a room that comes later is here by itself.
 */
final class Everything {
    /** In the order in which the page has them. */
    private enum Subject {
        STANDING("Where we stand"), PLANNING("Plan and try"), SEEING("See and share"), TOGETHER(
                "Learn and help each other"), COACHING(
                        "Coaching and leading"), MINE("The team and me"), MORE("More");

        private final String words;

        Subject(String words) {
            this.words = words;
        }
    }

    /** What a word leads to, as a button says it. */
    private record Label(Subject subject, String words) {}

    /** A command that is not here stands under "More" with its own word. */
    private static final Map<String, Label> LABELS = Map.ofEntries(
            label("stage", Subject.STANDING, "Our stage"), label("goal", Subject.STANDING, "Practice and goal"),
            label("round", Subject.STANDING, "Self-assessment round"),
            label("rate", Subject.STANDING, "My self-assessment"), label("results", Subject.STANDING, "Last result"),
            label("baseline", Subject.STANDING, "Baseline"), label("report", Subject.STANDING, "Report"),
            label("plan", Subject.PLANNING, "Our plan"), label("step", Subject.PLANNING, "My step"),
            label("try", Subject.PLANNING, "Tries"), label("promise", Subject.PLANNING, "Promises"),
            label("playbook", Subject.PLANNING, "Playbook"),
            label("evidence", Subject.SEEING, "Log evidence"), label("reflect", Subject.SEEING, "Reflect"),
            label("reflections", Subject.SEEING, "My reflections"),
            label("share", Subject.SEEING, "What works, and who shared it"),
            label("learn", Subject.TOGETHER, "Learn about the practices"),
            label("feedback", Subject.TOGETHER, "Feedback"), label("ask", Subject.TOGETHER, "Ask for help"),
            label("welcome", Subject.TOGETHER, "Newcomers"),
            label("checkin", Subject.COACHING, "Check-ins"), label("brief", Subject.COACHING, "Meeting brief"),
            label("summary", Subject.COACHING, "Summary"), label("log", Subject.COACHING, "Leaders' log"),
            label("team", Subject.MINE, "Team and settings"), label("calendar", Subject.MINE, "Days off and hours"),
            label("visibility", Subject.MINE, "Who sees what"), label("preferences", Subject.MINE, "My messages"),
            label("why", Subject.MINE, "Why I got a message"), label("data", Subject.MINE, "My data"));
    /** What a word is to somebody who coaches, where that is something else. */
    private static final Map<String, String> FOR_COACHES = Map.of("ask", "Who asks for help");
    /** They lead here, to what this page is instead of, or to a channel without a team. */
    private static final List<String> ELSEWHERE = List.of("", "help", "setup", "pause");

    private Everything() {}

    private static Map.Entry<String, Label> label(String word, Subject subject, String words) {
        return Map.entry(word, new Label(subject, words));
    }

    static Card of(Transaction tx, HomeContent offer, TeamSteps.Seat seat, Standing standing) {
        var found = new EnumMap<Subject, Map<String, Button>>(Subject.class);
        for (var room : offer.rooms()) {
            room.feature().typed().stream().filter(one -> !ELSEWHERE.contains(one.word()))
                    .filter(one -> one.action().action().access().who().admits(standing))
                    .forEach(one -> add(found, subject(one), button(one, seat.team(), standing)));
        }
        var led = led(offer);
        for (var room : offer.rooms()) {
            var own = room.feature().typed().stream().map(Everything::subject).findFirst().orElse(Subject.MORE);
            // What is asked now stands on the Home tab itself.
            room.steps(tx, seat.team(), seat.person(), standing, seat.now()).stream()
                    .filter(step -> step.rank() != NextStep.Rank.OPEN_ANSWER && step.rank() != NextStep.Rank.AHEAD)
                    .sorted(Comparator.comparing(NextStep::rank))
                    .forEach(step -> add(found, led.getOrDefault(step.button().action(), own),
                            step.button().in(Button.Style.NORMAL)));
        }
        var card = Card.titled("Everything I can do in " + seat.team().name()).heading("Everything I can do")
                .footnote("In " + seat.team().name());
        for (var subject : found.entrySet()) {
            card = card.text(Text.bolded(subject.getKey().words)).buttons(new ArrayList<>(subject.getValue().values()));
        }
        return card.footnote("You can also type a word for each of these. “What I can type” shows them.")
                .buttons(HomeRoom.HELP.button("What I can type", Optional.of(seat.team().id())));
    }

    private static void add(Map<Subject, Map<String, Button>> found, Subject subject, Button button) {
        var known = found.values().stream().flatMap(buttons -> buttons.values().stream())
                .anyMatch(one -> one.action().equals(button.action()) || one.label().equals(button.label()));
        if (!known) {
            found.computeIfAbsent(subject, _ -> new LinkedHashMap<>()).put(button.action(), button);
        }
    }

    /** Where a step stands by what its button does: with the room that it leads to, if somebody asks for that by a word. */
    private static Map<String, Subject> led(HomeContent offer) {
        var led = new HashMap<String, Subject>();
        for (var room : offer.rooms()) {
            var feature = room.feature();
            feature.typed().stream().map(Everything::subject).findFirst().ifPresent(
                    subject -> feature.actions().forEach(one -> led.putIfAbsent(one.action().id(), subject)));
        }
        return led;
    }

    private static Subject subject(Action.Typed typed) {
        return Optional.ofNullable(LABELS.get(typed.word())).map(Label::subject).orElse(Subject.MORE);
    }

    /** What is typed carries the team, and so does the button. */
    private static Button button(Action.Typed typed, Team team, Standing standing) {
        var named = Optional.ofNullable(LABELS.get(typed.word())).map(Label::words)
                .orElseGet(() -> typed.word().substring(0, 1).toUpperCase(Locale.ROOT)
                        + typed.word().substring(1));
        var words = standing.isCoach() ? FOR_COACHES.getOrDefault(typed.word(), named) : named;
        return Button.of(words, typed.action().action().id(), team.id().value());
    }
}
