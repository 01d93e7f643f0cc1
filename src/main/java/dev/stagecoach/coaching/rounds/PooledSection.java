package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Where the teams of a school stand together, for its leaders; never a single team. */
record PooledSection(RoundWords words) {
    private static final PoolStore POOLS = new PoolStore();

    /** Empty where nothing was added up in the period. */
    Optional<Section> section(Transaction tx, TeamId team, Period period) {
        var lines = POOLS.in(tx, team, period).stream().map(this::line).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Section.Place.HIGHLIGHTS, true, lines, List.of()));
    }

    private Text line(PoolStore.Pool pool) {
        return Text.of(pool.teams() + " teams together, ").bold(words.shortName(pool.figure().practice()))
                .plus(", " + words.side(pool.figure().side()) + ": " + told(pool.told()) + ".");
    }

    private String told(Pooled.Told told) {
        return switch (told) {
            case Pooled.Shared _ -> "a shared view";
            case Pooled.Leaning(var half) -> switch (half) {
                case LOWER -> "mostly the lower half";
                case MIXED -> "mixed";
                case UPPER -> "mostly the upper half";
            };
            case Pooled.Cells(var cells) -> cells.stream().map(this::cell).collect(Collectors.joining(", "));
        };
    }

    private String cell(Pooled.Cell cell) {
        var to = cell.to() == cell.from() ? "" : " to " + words.level(cell.to());
        return words.level(cell.from()) + to + " " + cell.answers();
    }
}
