package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.people.TeamId;

/** What a coaching agreement looks like in chat. */
final class AgreementCards {
    private AgreementCards() {}

    /** The ways of coaching that the guide knows, to choose from. */
    static Card choose(CallContext here, List<Model> models) {
        var card = Card.titled("How do we want to be coached?").heading("How shall we be coached?");
        for (var model : models) {
            card = card.text(Text.bolded(model.name() + ". ").plus(model.text() + " ").quiet(model.source()))
                    .bullets(model.phases().stream()
                            .map(phase -> Text.bolded(phase.name() + ": ").plus(phase.text())).toList())
                    .buttons(AgreementRoom.USE.button("Choose this one", new Choice(here.teamId(), model.key())));
        }
        return card.buttons(AgreementRoom.USE.button("Our own way", new Choice(here.teamId(), "-")));
    }

    static Card none(CallContext here) {
        var card = Card.saying("Your team has not agreed on coaching yet.");
        return here.mayWrite()
                ? card.buttons(AgreementRoom.CHOOSE.primary("Agree on coaching", here.teamId()))
                : card;
    }

    static Card saved(Agreement agreement) {
        var team = agreement.filled().team();
        return Card.titled("Saved. Coaching is agreed.").text(Text.of("Saved. ").mention(agreement.coach())
                .plus(" coaches you in a cycle of " + Plural.of(agreement.weeks(), "week")
                        + ", and gets in touch at least "
                        + Plural.every(agreement.contactDays(), "day")
                        + ". The coach's Home tab shows when that is due."))
                .buttons(plan(team));
    }

    /** @param last the day of the last contact; not for leaders */
    static Card page(CallContext here, Agreement agreement, Optional<Model> model, List<Fact> facts,
            Optional<LocalDate> last) {
        var card = Card.titled("Coaching agreement").heading("Coaching agreement");
        var told = model.map(one -> card.text(Text.bolded(one.name() + ". ").plus(one.text()))).orElse(card);
        var dated = here.mayWrite()
                ? Card.titled("Last contact").facts(List.of(Fact.of("Last contact",
                        last.map(ToolFacts::day).orElse("none yet"))))
                : Card.titled("No contacts");
        return told.facts(facts).then(dated).buttons(ways(here, agreement));
    }

    private static List<Button> ways(CallContext here, Agreement agreement) {
        var ways = new ArrayList<Button>();
        if (here.standing().isCoach() || agreement.coach().equals(here.person())) {
            ways.add(AgreementRoom.TALKED.button("We talked", here.teamId()));
        }
        if (here.mayWrite()) {
            ways.add(AgreementRoom.EDIT.button("Edit", here.teamId()));
            ways.add(AgreementRoom.CHOOSE.button("Choose another way", here.teamId()));
        }
        ways.add(plan(here.teamId()));
        return ways;
    }

    static Card talked(CallContext here, Agreement agreement, LocalDate today) {
        return Card.saying("Noted for today. The next contact is due in "
                + Plural.of(agreement.contactDays(), "day") + " at the latest.").buttons(
                        AgreementRoom.UNDO.button("Take it back", new Choice(here.teamId(), today.toString())),
                        plan(here.teamId()))
                .footnote("I keep only the day, not who you talked with or what about.");
    }

    static Card takenBack(CallContext here) {
        return Card.saying("Taken back.")
                .buttons(AgreementRoom.TALKED.button("We talked", here.teamId()));
    }

    private static Button plan(TeamId team) {
        return Ways.PLAN.button("The team's plan", team);
    }
}
