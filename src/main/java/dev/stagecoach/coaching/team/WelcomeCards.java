package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.SustainTools.InductionStep;
import dev.stagecoach.guide.SustainTools.Who;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;

/** What the path looks like in chat. */
record WelcomeCards(Function<PersonId, String> name) {

    /** @param keeper who looks after newcomers while nobody is new */
    record Page(Team team, List<Newcomer> newcomers, Optional<PersonId> keeper, List<InductionStep> path) {}

    Card page(Page page, CallContext here) {
        var fresh = page.newcomers().stream().filter(one -> !one.settled()).toList();
        var card = Card.titled("People who join later").heading("Who joins later");
        card = fresh.isEmpty() ? nobody(card, page) : card;
        for (var newcomer : fresh) {
            card = told(card, newcomer, here);
        }
        return card
                .buttons(WelcomeRoom.NAME.button("Choose a buddy",
                        page.team().id()))
                .footnote("A few steps a week, on the Home tab. I do not tell anyone what a newcomer did or did not "
                        + "do.");
    }

    /** On the day of joining: who helps, and the first step. */
    Card welcome(Team team, Newcomer newcomer, Instant now) {
        var title = "Welcome to " + team.name();
        var card = Card.titled(title).heading(title)
                .text("I help this team try new things in class, in small steps. I write to you about once a week, and"
                        + " what you write is yours until you share it.")
                .text(newcomer.buddy().map(buddy -> "Your buddy is " + name.apply(buddy) + ". Ask them anything.")
                        .orElse("Your team will choose a buddy for you."));
        return newcomer.open(Who.NEWCOMER, now).stream().findFirst()
                .map(step -> card.text(Text.bolded("This week: ").plus(step.text()))).orElse(card)
                .buttons(WelcomeRoom.OPEN.primary("See your first month", team.id()));
    }

    private Card nobody(Card card, Page page) {
        var who = page.keeper().map(keeper -> name.apply(keeper) + " will look after the next newcomer.")
                .orElse("No buddy chosen yet for the next newcomer.");
        return card.text("Nobody is new in " + page.team().name() + ". " + who)
                .text(Text.bolded("The first month")).bullets(page.path().stream()
                        .map(step -> Text.of("Week " + step.week() + ", " + words(step.who()) + ": " + step.text()))
                        .toList());
    }

    private Card told(Card card, Newcomer newcomer, CallContext here) {
        var now = here.now();
        var longer = card.text(Text.bolded(newcomer.member().name()).plus(", week " + newcomer.week(now) + ". ")
                .plus(newcomer.buddy().map(buddy -> "Buddy: " + name.apply(buddy) + ".").orElse("No buddy yet.")));
        var steps = Stream.of(Who.values())
                .filter(who -> WelcomeRoom.theirs(newcomer, who, here.person(), here.standing()))
                .flatMap(who -> newcomer.open(who, now).stream()).toList();
        for (var step : steps) {
            longer = longer.text(step.text())
                    .buttons(WelcomeRoom.DONE.button("Done", new WelcomeRoom.Step(here.teamId(), newcomer, step)));
        }
        return longer;
    }

    private static String words(Who who) {
        return switch (who) {
            case NEWCOMER -> "newcomer";
            case BUDDY -> "buddy";
            case LEADER -> "leader";
        };
    }
}
