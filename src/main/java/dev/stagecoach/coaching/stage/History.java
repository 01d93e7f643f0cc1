package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.Text;

/**
 * What happened on a journey, newest first.
 *
 * @param moves choices of the practice and moves between stages
 * @param turnedDown proposals that were answered with "not yet"
 */
record History(List<Move> moves, List<Proposal> turnedDown) {
    private static final int SHOWN = 6;

    History {
        moves = List.copyOf(moves);
        turnedDown = List.copyOf(turnedDown);
    }

    History of(String practice) {
        return new History(moves.stream().filter(move -> move.practice().equals(practice)).toList(),
                turnedDown.stream().filter(one -> one.practice().equals(practice)).toList());
    }

    private record Entry(Instant at, Text line) {}

    List<Text> lines(StageWords words, ZoneId zone) {
        return Stream.concat(moves.stream().map(move -> new Entry(move.at(), line(move, words, zone))),
                turnedDown.stream().flatMap(one -> one.answer() instanceof Proposal.Answer.NotYet no
                        ? Stream.of(new Entry(no.at(), line(one, no, words, zone)))
                        : Stream.empty()))
                .sorted(Comparator.comparing(Entry::at).reversed()).limit(SHOWN).map(Entry::line).toList();
    }

    private static Text line(Move move, StageWords words, ZoneId zone) {
        var text = Text.of(StageWords.day(move.at(), zone) + ", ").mention(move.by());
        var what = move.choice()
                ? text.plus(": proposed the practice, and " + move.backing().agreement())
                : text.plus(": " + words.move(move.from(), move.to()));
        return signed(what, move.backing()).plus(". ").quiet(move.reason());
    }

    static Text signed(Text what, Move.Backing backing) {
        return backing.countersigner().map(coach -> what.plus(", countersigned by ").mention(coach))
                .or(() -> backing.seconder().map(member -> what.plus(", seconded by ").mention(member)))
                .orElse(what);
    }

    private static Text line(Proposal proposal, Proposal.Answer.NotYet no, StageWords words, ZoneId zone) {
        return Text.of(StageWords.day(no.at(), zone) + ", ").mention(proposal.by())
                .plus(" proposed " + words.move(proposal.from(), proposal.to()) + ". Not yet, says ").mention(no.by())
                .plus(": ").quiet(no.word());
    }
}
