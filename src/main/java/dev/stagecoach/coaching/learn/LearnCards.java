package dev.stagecoach.coaching.learn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Introduction;
import dev.stagecoach.people.TeamId;

/** The introduction, a card at a time. */
record LearnCards(Guide guide) {
    /** A point that stands for a line per practice. */
    private static final String PRACTICES = "{practices}";

    /** @param path of which the leaf is a part */
    Card leaf(TeamId team, ReadingPath path, ReadingItem leaf) {
        var last = path.number(leaf) == path.leaves().size();
        return content(leaf)
                .buttons(LearnRoom.SEEN.primary(last ? "Seen" : "Seen, next", new Choice(team, leaf.key())),
                        LearnRoom.MENU.button("More to explore", team))
                .footnote("Card " + path.number(leaf) + " of " + path.leaves().size() + ", about "
                        + Plural.of(leaf.minutes(), "minute")
                        + ". What you have read stays private; the team sees a percentage at most.");
    }

    private Card content(ReadingItem leaf) {
        return switch (leaf) {
            case ReadingItem.OfCard(var card, _) -> Card.titled(card.title()).heading(card.title()).text(card.text())
                    .bullets(card.points().stream().flatMap(this::point).toList());
            case ReadingItem.OfCycle(var cycle, _) -> cycle(cycle);
        };
    }

    private Stream<Text> point(String point) {
        return point.equals(PRACTICES)
                ? guide.practices().stream()
                        .map(one -> Text.bolded(one.shortName()).plus(": " + one.from() + " → " + one.to()))
                : Stream.of(Text.of(point));
    }

    private static Card cycle(Introduction.LearningCycle cycle) {
        return Card.titled(cycle.name()).heading(cycle.name()).text(cycle.text())
                .bullets(cycle.phases().stream().map(phase -> Text.bolded(phase.name()).plus(": " + phase.text() + " ")
                        .quiet(phase.question())).toList())
                .text(cycle.centre() + " " + cycle.small()).facts(List.of(Fact.of("One round", cycle.span())));
    }

    /** Everything that is open has been seen. */
    Card waiting(TeamId team, ReadingItem next) {
        var words = "You have seen everything that is open so far. The next card opens on "
                + DateText.near(next.opens()) + ": “"
                + next.title() + "”.";
        return Card.titled(words).text(words).buttons(
                LearnRoom.READ.button("Read it now", new Choice(team, next.key())),
                LearnRoom.MENU.button("More to explore", team));
    }

    /** @param share how much of the team has seen everything; empty where that is not to be told */
    Card done(TeamId team, String share) {
        var words = ("You have seen the whole introduction. " + share).strip();
        return Card.titled(words).text(words).then(ways(team));
    }

    /** Where there is nothing to read in. */
    Card menu(TeamId team) {
        return Card.titled("What would you like to look at?").text("What would you like to look at?").then(ways(team));
    }

    private Card ways(TeamId team) {
        var practices = guide.practices().stream()
                .map(one -> LearnRoom.PRACTICE.button(one.shortName(), new Choice(team, one.key()))).toList();
        var introduction = guide.workbook().introduction();
        var more = new ArrayList<Button>();
        introduction.cycle().ifPresent(cycle -> more
                .add(LearnRoom.READ.button(cycle.name(), new Choice(team, ReadingItem.OfCycle.KEY))));
        introduction.cards().stream().findFirst()
                .ifPresent(first -> more.add(LearnRoom.READ.button("The introduction again",
                        new Choice(team, new ReadingItem.OfCard(first, LocalDate.EPOCH).key()))));
        if (!guide.workbook().crosswalk().frameworks().isEmpty()) {
            more.add(CrosswalkRoom.OPEN.button("Where it meets what we use", new Work(team)));
        }
        more.add(ResourceRoom.SHELF.button("What to read", ResourceCards.Spot.first(team, "")));
        return Card.titled("Where next?").buttons(practices).buttons(more)
                .footnote("Type /coach learn and part of a practice's name to go straight there.");
    }
}
