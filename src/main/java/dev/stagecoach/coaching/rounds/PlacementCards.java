package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.PersonId;

/** Who placed what, for the members of a team that agreed on openness. */
record PlacementCards(Guide guide, RoundWords words) {

    /**
     * @param all as far as the reader may see it
     * @param name people's names
     */
    Card told(Card card, Round round, List<Placement> all, Function<PersonId, String> name) {
        if (all.isEmpty()) {
            return card;
        }
        var longer = card.divider().text(Text.bolded("Who placed what").plus(", as you agreed to show each other:"));
        for (var practice : round.practices()) {
            var people = all.stream().filter(one -> one.practice().equals(practice))
                    .collect(Collectors.groupingBy(one -> name.apply(one.person())));
            var lines = people.keySet().stream().sorted()
                    .map(who -> Text.of(who + ": " + sides(people.getOrDefault(who, List.of())))).toList();
            longer = lines.isEmpty() ? longer : longer.text(Text.bolded(words.shortName(practice))).bullets(lines);
        }
        return longer.footnote("Members see this; coaches see counts, and school leaders neither.");
    }

    private String sides(List<Placement> placed) {
        return placed.stream().sorted((a, b) -> a.side().compareTo(b.side()))
                .map(one -> words.side(one.side()) + " " + level(one.choice()))
                .collect(Collectors.joining(", "));
    }

    private String level(Choice choice) {
        return switch (choice) {
            case Choice.AtLevel(var level) -> words.level(level);
            case Choice.CannotSay _ -> guide.cannotSay().toLowerCase(Locale.ROOT);
        };
    }
}
