package dev.stagecoach.coaching.journey;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;

/** What a journey looks like in chat. */
final class JourneyCards {
    private static final int MOVES_SHOWN = 5;
    /** More buttons than this are none. */
    private static final int WAYS_SHOWN = 8;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private final Guide guide;

    JourneyCards(Guide guide) {
        this.guide = guide;
    }

    /** Before a practice is chosen. A leader can look, but the team chooses. */
    Card none(Team team, Standing standing) {
        var card = Card.saying("Stages begin when the team has chosen a practice to work on.");
        return standing.isLeader()
                ? card
                : card.buttons(Button.primary("Choose the practice", "goal.choose", team.id().value()));
    }

    Card stage(Team team, Journey journey, List<Passing> gates, List<Move> history, Standing standing) {
        var stage = stageName(journey.stage());
        var card = Card.titled(practiceName(journey.practice()) + ": your team is in the stage " + stage + ".")
                .heading(practiceName(journey.practice()))
                .facts(List.of(Fact.of("Stage", stage), Fact.of("Since", day(journey.since(), team.zone()))));
        var gist = guide.stage(journey.stage()).map(Stage::gist).orElse("");
        var told = gist.isEmpty() ? card : card.text(gist);
        var withHistory = told.bullets(gates.stream().map(JourneyCards::line).toList())
                .buttons(ways(team, gates, standing))
                .bullets(history.stream().filter(move -> move.practice().equals(journey.practice()))
                        .limit(MOVES_SHOWN).map(move -> line(move, team.zone())).toList());
        return standing.isCoach()
                ? withHistory.buttons(moves(team, gates))
                : withHistory.footnote("A coach moves the team on, or back, when the team decides so.");
    }

    /** A leader can look; what opens a gate is the team's to do. */
    private static List<Button> ways(Team team, List<Passing> gates, Standing standing) {
        return standing.isMember() || standing.isCoach()
                ? gates.stream().flatMap(one -> one.state() instanceof Passing.State.Open(var click)
                        ? Stream.of(Button.of(one.gate().button(), click, team.id().value()))
                        : Stream.empty()).limit(WAYS_SHOWN).toList()
                : List.of();
    }

    private static List<Button> moves(Team team, List<Passing> gates) {
        var move = Button.of("Move to another stage", JourneyRoom.MOVE, team.id().value());
        return gates.stream().anyMatch(one -> one.state() instanceof Passing.State.Open)
                ? List.of(move, Button.of("Do without a gate", Gates.WAIVE, team.id().value()))
                : List.of(move);
    }

    private static Text line(Passing passing) {
        var text = passing.gate().text();
        return switch (passing.state()) {
            case Passing.State.Met(var receipts) -> receipts.isEmpty()
                    ? Text.bolded("Met: ").plus(text + ".")
                    : Text.bolded("Met: ").plus(text + ". ").quiet(String.join(" ", receipts));
            case Passing.State.Open _ -> Text.bolded("Open: ").plus(text + ".");
            case Passing.State.Waived(var waiver) -> Text.bolded("Waived: ").plus(text + ". ").mention(waiver.by())
                    .plus(": ").quiet(waiver.reason());
        };
    }

    /** The announcement of a move or a choice. */
    Card announcement(Move move) {
        var practice = practiceName(move.practice());
        var stage = stageName(move.to());
        var said = move.choice()
                ? "The team works on " + practice + ". Stage: " + stage + "."
                : "The team moves from " + stageName(move.from()) + " to " + stage + " with " + practice + ".";
        var card = Card.saying(said).quote(move.reason());
        var gist = guide.stage(move.to()).map(Stage::gist).orElse("");
        var told = gist.isEmpty() ? card : card.text(stage + ": " + gist);
        return told.footnote(Text.of(move.choice() ? "Chosen by " : "Moved by ").mention(move.by()));
    }

    String practiceName(String key) {
        return guide.practice(key).map(Practice::name).orElse(key);
    }

    /** A stage that the guide no longer has goes by its key. */
    String stageName(String key) {
        return guide.stage(key).map(Stage::name).orElse(key);
    }

    private Text line(Move move, ZoneId zone) {
        var what = move.choice() ? "practice chosen" : stageName(move.from()) + " to " + stageName(move.to());
        var text = Text.of(day(move.at(), zone) + ", ").mention(move.by()).plus(": " + what);
        return move.reason().isEmpty() ? text : text.plus(". ").quiet(move.reason());
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}
