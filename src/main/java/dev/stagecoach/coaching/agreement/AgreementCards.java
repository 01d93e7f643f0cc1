package dev.stagecoach.coaching.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.people.TeamId;

/** What a coaching agreement looks like in chat. */
final class AgreementCards {
    private AgreementCards() {}

    /** The ways of coaching that the guide knows, to choose from. */
    static Card choose(TeamAtWork here, List<Model> models) {
        var card = Card.titled("How shall we be coached?").heading("How shall we be coached?");
        for (var model : models) {
            card = card.text(Text.bolded(model.name() + ". ").plus(model.text() + " ").quiet(model.source()))
                    .bullets(model.phases().stream()
                            .map(phase -> Text.bolded(phase.name() + ": ").plus(phase.text())).toList())
                    .buttons(Button.of("Take this one", AgreementRoom.USE, here.team().id() + " " + model.key()));
        }
        return card.buttons(Button.of("Another way of our own", AgreementRoom.USE, here.team().id() + " -"));
    }

    static Card none(TeamAtWork here) {
        var card = Card.saying("Your team has not agreed on coaching yet.");
        return here.mayWrite()
                ? card.buttons(Button.primary("Agree on coaching", AgreementRoom.CHOOSE, here.team().id().value()))
                : card;
    }

    static Card saved(Agreement agreement) {
        var team = agreement.filled().team();
        return Card.titled("Saved. Coaching is agreed.").text(Text.of("Saved. ").mention(agreement.coach())
                .plus(" coaches you in a cycle of " + agreement.weeks() + " weeks, with a contact at least every "
                        + agreement.contactDays() + " days. The coach sees on the Home tab when one is due."))
                .buttons(plan(team));
    }

    /** @param last the day of the last contact; not for leaders */
    static Card page(TeamAtWork here, Agreement agreement, Optional<Model> model, List<Fact> facts,
            Optional<LocalDate> last) {
        var card = Card.titled("Coaching agreement").heading("Coaching agreement");
        var told = model.map(one -> card.text(Text.bolded(one.name() + ". ").plus(one.text()))).orElse(card);
        var dated = here.mayWrite()
                ? Card.titled("Last contact").facts(List.of(Fact.of("Last contact",
                        last.map(ToolFacts::day).orElse("none noted yet"))))
                : Card.titled("No contacts");
        return told.facts(facts).then(dated).buttons(ways(here, agreement));
    }

    private static List<Button> ways(TeamAtWork here, Agreement agreement) {
        var ways = new ArrayList<Button>();
        if (here.standing().isCoach() || agreement.coach().equals(here.person())) {
            ways.add(Button.of("We talked", AgreementRoom.TALKED, here.team().id().value()));
        }
        if (here.mayWrite()) {
            ways.add(Button.of("Edit", AgreementRoom.EDIT, here.team().id().value()));
            ways.add(Button.of("Choose another way", AgreementRoom.CHOOSE, here.team().id().value()));
        }
        ways.add(plan(here.team().id()));
        return ways;
    }

    static Card talked(TeamAtWork here, Agreement agreement, LocalDate today) {
        return Card.saying("Noted for today. The next contact is due in " + agreement.contactDays()
                + " days at the latest.").buttons(
                        Button.of("Take it back", AgreementRoom.UNDO, here.team().id() + " " + today),
                        plan(here.team().id()))
                .footnote("Only the day is kept, not with whom you talked nor about what.");
    }

    static Card takenBack(TeamAtWork here) {
        return Card.saying("Taken back.")
                .buttons(Button.of("We talked", AgreementRoom.TALKED, here.team().id().value()));
    }

    private static Button plan(TeamId team) {
        return Button.of("The team's plan", "plan.open", team.value());
    }
}
