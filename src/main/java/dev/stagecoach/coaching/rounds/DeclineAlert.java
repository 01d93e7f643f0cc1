package dev.stagecoach.coaching.rounds;

import java.util.stream.Collectors;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Tells a coach in private where the middle of the same people lies lower than before. No names, and never a leader. */
record DeclineAlert(Database database, People people, Guide guide) {
    private static final RoundStore ROUNDS = new RoundStore();
    private static final ChangeStore CHANGES = new ChangeStore();

    Composition composed(Delivery delivery) {
        return database.read(tx -> ROUNDS.find(tx, delivery.subject())
                .filter(round -> delivery.to() instanceof PersonId coach
                        && people.members().standing(tx, round.team(), coach).isCoach())
                .map(round -> composed(tx, round))
                .orElseGet(() -> new Composition.Skip("the person no longer coaches the team")));
    }

    private Composition composed(Transaction tx, Round round) {
        var words = new RoundWords(guide);
        var slipped = CHANGES.of(tx, round.id());
        var where = round.figures().stream().filter(figure -> {
            var compared = slipped.get(figure);
            return compared != null && compared.slipped();
        }).map(figure -> words.shortName(figure.practice()) + ", " + words.side(figure.side()))
                .collect(Collectors.joining("; "));
        var team = people.teams().find(tx, round.team()).orElseThrow();
        return Composition.Send.of(Card.titled(team.name() + " placed something lower than before")
                .heading("Lower than before")
                .text(Text.of("The same people of " + team.name() + " placed this lower than last time: ")
                        .bold(where).plus("."))
                .text("It may be a loss, or a sharper eye. A question for the meeting: what are we seeing now that "
                        + "we did not see then?")
                .buttons(RevealActions.RESULTS.primary("See the result", team.id()))
                .footnote("Only the team's coaches get this."));
    }
}
