package dev.stagecoach.coaching.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Work;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Outcome;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;

/** What a journey looks like in chat. */
final class JourneyCards {
    private final Guide guide;
    private final StageWords words;
    private final GateCards gates = new GateCards();
    private final ProposalCards proposals;

    JourneyCards(Guide guide) {
        this.guide = guide;
        this.words = new StageWords(guide);
        this.proposals = new ProposalCards(guide);
    }

    /** Before a practice is chosen. A leader can look, but the team chooses. */
    Card none(Team team, Standing standing) {
        var card = Card.saying("Stages begin once the team has chosen a practice to work on.");
        return standing.isLeader()
                ? card
                : card.buttons(Ways.CHOOSE_PRACTICE.primary("Choose the practice", team.id()));
    }

    Card stage(StagePage page, Viewer viewer) {
        var journey = page.journey();
        var card = Card.titled(words.practice(journey.practice()) + ": your team is in the stage "
                + words.stage(journey.stage()) + ".").heading(words.practice(journey.practice())).facts(facts(page));
        var told = words.gist(journey.stage()).map(card::text).orElse(card);
        var condition = guide.stage(journey.stage()).map(Stage::condition).orElse("");
        var withGates = gates(condition.isEmpty() ? told : told.text(Text.bolded("What it needs: ").plus(condition)),
                page, viewer);
        var waiting = page.waiting().map(one -> withGates.divider().then(proposals.waiting(one, viewer)))
                .orElse(withGates);
        return others(ending(waiting, page, viewer), page);
    }

    private List<Fact> facts(StagePage page) {
        var facts = new ArrayList<>(List.of(Fact.of("Stage", words.stage(page.journey().stage())),
                Fact.of("Since", StageWords.day(page.journey().since(), page.team().zone()))));
        guide.stage(page.journey().stage()).map(Stage::span).filter(span -> !span.isEmpty())
                .ifPresent(span -> facts.add(Fact.of("Usually takes", span)));
        return facts;
    }

    /** Each outcome heads the gates that speak for it. */
    private Card gates(Card card, StagePage page, Viewer viewer) {
        var acting = Optional.of(page.journey().practice()).filter(_ -> viewer.acts());
        var ways = page.inFocus() ? page.mine() : List.<GateStatus>of();
        var outcomes = guide.stage(page.journey().stage()).map(Stage::outcomes).orElse(List.of());
        var longer = card;
        for (var outcome : outcomes) {
            var speaking = page.gates().stream().filter(one -> one.gate().outcome().equals(outcome.id())).toList();
            longer = gates.of(longer.text(Text.bolded(outcome.text())), page.team(), speaking, ways, acting);
        }
        var known = outcomes.stream().map(Outcome::id).toList();
        var rest = page.gates().stream().filter(one -> !known.contains(one.gate().outcome())).toList();
        return gates.of(longer, page.team(), rest, ways, acting);
    }

    private Card ending(Card card, StagePage page, Viewer viewer) {
        var lines = page.history().lines(words, page.team().zone());
        var told = lines.isEmpty() ? card : card.text(Text.bolded("What has happened so far")).bullets(lines);
        if (!viewer.acts()) {
            return told.footnote(
                    "The team proposes each move, forward or back, and a coach countersigns it. If the only coach "
                            + "proposes it, a member seconds it.");
        }
        return told.buttons(buttons(page, viewer))
                .footnote("This list advises; the team decides. Going back is as normal as moving on.");
    }

    private List<Button> buttons(StagePage page, Viewer viewer) {
        var where = new Work(page.team().id(), page.journey().practice());
        var buttons = new ArrayList<Button>();
        if (!page.inFocus()) {
            buttons.add(Ways.TAKE_UP.primary("Work on this one now", where));
        }
        if (page.waiting().isEmpty() && guide.stages().size() > 1) {
            buttons.add(ProposalActions.MOVE.button("Propose a move", where));
        }
        if (viewer.standing().isCoach() && page.anyOpen()) {
            buttons.add(Gates.WAIVE.button("Waive a step", where));
        }
        if (page.inFocus()) {
            buttons.add(Ways.CHOOSE_PRACTICE.button("Take up another practice", page.team().id()));
        }
        return buttons;
    }

    private Card others(Card card, StagePage page) {
        if (page.others().isEmpty()) {
            return card;
        }
        var longer = card.divider().text(Text.bolded(page.others().size() == 1
                ? "The team's other journey"
                : "The team's other journeys"));
        for (var other : page.others()) {
            longer = longer
                    .text(words.practice(other.practice()) + ": " + words.stage(other.stage()) + ", since "
                            + StageWords.day(other.since(), page.team().zone()) + ".")
                    .buttons(StagePageActions.VIEW.button("Look at " + words.shortPractice(other.practice()),
                            new Work(other.team(), other.practice())));
        }
        return longer;
    }

    /**
     * The announcement of a move or a choice.
     *
     * @param others the team's other journeys
     * @param otherwise what is done otherwise from now on
     */
    Card announcement(Move move, List<Journey> others, List<String> otherwise) {
        var practice = words.practice(move.practice());
        var stage = words.stage(move.to());
        var said = move.choice()
                ? "The team works on " + practice + ". Stage: " + stage + "."
                : "The team moves " + words.move(move.from(), move.to()) + " with " + practice + ".";
        var card = Card.saying(said).quote(move.reason());
        var told = words.gist(move.to()).map(gist -> card.text(stage + ": " + gist)).orElse(card);
        for (var line : otherwise) {
            told = told.text(line);
        }
        return resting(told, move, others).footnote(signed(move));
    }

    private Card resting(Card card, Move move, List<Journey> others) {
        var lines = others.stream().filter(_ -> move.choice())
                .map(one -> words.practice(one.practice()) + " stays in " + words.stage(one.stage())).toList();
        return lines.isEmpty() ? card : card.text(String.join("; ", lines) + ". /coach stage shows all of it.");
    }

    private static Text signed(Move move) {
        var proposed = Text.of("Proposed by ").mention(move.by());
        return move.choice()
                ? proposed.plus(", " + move.backing().agreement())
                : History.signed(proposed, move.backing());
    }

    /** How a journey stands, in one line of a summary. */
    Text line(Journey journey, boolean inFocus, boolean moved) {
        var line = Text.bolded(inFocus ? "Stage: " : "Also under way: ")
                .plus(words.stage(journey.stage()) + ", " + words.practice(journey.practice()));
        return moved ? line.plus(" (new)") : line;
    }

    StageWords words() {
        return words;
    }

}
