package dev.stagecoach.coaching.why;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.outbox.Backlog;
import dev.stagecoach.outbox.Tally;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.Visibility;

/** How the outbox reads for people. */
final class WhyCards {
    private static final String TITLE = "What I sent you in the last two weeks, and why";

    private WhyCards() {}

    /** A message in the outbox as its reader knows it. */
    record Line(String name, Team team, Text status, String because) {}

    /** A team and its numbers; people is how many members stand behind them. */
    record Count(Team team, Tally tally, int people) {}

    static Card nothing() {
        return Card.titled(TITLE).text("I have not sent you anything in the last two weeks.")
                .buttons(Ways.HOME.button("See what comes next", Optional.empty()));
    }

    static Card withoutZone(Card card, ZoneId instead) {
        return card.text("Your Slack profile does not show your time zone, so I go by your team's: "
                + DateText.zone(instead) + ".");
    }

    static Card of(List<Line> lines) {
        var card = Card.titled(TITLE).heading(TITLE);
        for (var line : lines) {
            card = card.text(line.status());
        }
        var causes = new LinkedHashSet<Text>();
        lines.forEach(line -> causes.add(Text.bolded(line.name()).plus(" because " + line.because() + ".")));
        return card.text(Text.bolded("Why you got these")).bullets(List.copyOf(causes));
    }

    /** What was for a team's channel, to be read below a person's own messages. */
    static Card channel(Card card, Team team, List<Line> lines) {
        return lines.isEmpty()
                ? card
                : card.text(Text.bolded("In the channel of " + team.name()))
                        .bullets(lines.stream().map(Line::status).toList());
    }

    static Card counts(Card card, Count count) {
        var tally = count.tally();
        var shown = card.text(Text.bolded(count.team().name() + " in the last two weeks, as numbers"));
        if (count.people() < Visibility.TEAM_MINIMUM) {
            return shown.text("Messages: " + tally.total() + ". With fewer than " + Visibility.TEAM_MINIMUM
                    + " members I show only the total.");
        }
        return shown.facts(List.of(fact("Sent", tally.sent()), fact("Waiting", tally.waiting()),
                fact("Postponed", tally.putOff()), fact("Skipped", tally.skipped()), fact("Failed", tally.failed())));
    }

    static Card health(Card card, Backlog backlog, Optional<Instant> tick, DeliveryStatusText words) {
        var number = Text.of(Integer.toString(backlog.waiting()));
        var waiting = backlog.oldest().map(at -> words.moment(number.plus(", the oldest since "), at)).orElse(number);
        var last = tick.map(at -> words.moment(Text.of(""), at))
                .orElseGet(() -> Text.of("not since I started"));
        var shown = card.text(Text.bolded("Delivery, all teams"))
                .facts(List.of(new Fact("Overdue", waiting),
                        fact("Failed in 7 days", backlog.failed()), new Fact("Last check for due messages", last)));
        return shown.bullets(backlog.failures().stream()
                .map(failure -> Text.of(failure.count() + " × " + DeliveryStatusText.sentence(failure.reason())))
                .toList());
    }

    private static Fact fact(String label, int number) {
        return Fact.of(label, Integer.toString(number));
    }
}
