package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.checkin.Cadence.Choice;
import dev.stagecoach.coaching.checkin.Cadence.Turn;
import dev.stagecoach.coaching.checkin.CheckinRun.Status;
import dev.stagecoach.people.TeamId;

/**
 * A private message about a check-in, as things stand.
 *
 * @param which the one of several that it is: 0, {@link Recipient#REPEAT}, or after so many snoozes
 * @param followed whether a later one stands below
 * @param said what its reader answered to the first question
 */
record CheckinMessage(Recipient recipient, Questions questions, Wish wish, int which, boolean followed,
        Optional<String> said) {
    // Everybody's own wishes, wherever they were asked; the value is the asking, where there is one.
    private static final Access OWN = Access.writes(Who.ANYONE);
    static final Action<String> KEEP = Action.click("checkin.keep", Carried.anything(), OWN);
    static final Action<String> SECOND = Action.click("checkin.second", Carried.anything(), OWN);

    /** What its reader wants of check-ins. */
    record Wish(boolean wanted, Optional<Choice> choice) {}

    /** @param zone the team's */
    Card card(Instant now, ZoneId zone) {
        var open = recipient.run().takesAnswers(now);
        return switch (recipient.state()) {
            case OPEN -> open ? waiting(now) : closed();
            case ANSWERED ->
                open ? answered(LateAnswer.week(recipient, zone, now)) : Card.saying("Answered. Thank you.");
            case SKIPPED -> open
                    ? Card.saying("Skipped this time. I will not ask again until the next check-in.")
                            .buttons(answer("Answer after all"))
                    : Card.saying("Skipped this time.");
        };
    }

    /** What stands with somebody who leads the team now. */
    static Card notForLeaders(TeamId team) {
        return Card.saying("You lead this team now, so this check-in is closed for you. Leaders are not asked it.")
                .buttons(Ways.HOME.button("What comes next for me", Optional.of(team)));
    }

    private Card answered(Optional<String> week) {
        var more = questions.list().size() > 1;
        return questions.tapped().flatMap(first -> said.map(answer -> Text.of(Text.label(first.text())).bold(answer)))
                .map(text -> Card.titled("Answered").text(text.plus(".")))
                .orElseGet(() -> Card.saying("Answered."))
                .text("Thank you" + week.map(words -> ". This is for " + words).orElse("") + (more
                        ? ". You can add to it or change it until the summary."
                        : ". You can change it until the summary."))
                .buttons(answer(more ? "Add or change" : "Change"));
    }

    private Card waiting(Instant now) {
        if (!wish.wanted()) {
            return Card.saying("Check-ins are off, in all your teams. To start again, press the button, go to my "
                    + "Home tab, or type /coach.")
                    .buttons(Ways.START_CHECKINS.primary("Start check-ins again", id()), answer("Answer this one"));
        }
        if (recipient.snoozes() > 0 && which != recipient.snoozes()) {
            return putOff(now);
        }
        if (recipient.snoozes() == 0 && which == 0 && followed) {
            return Card.saying("I asked again further down.");
        }
        return which == Recipient.REPEAT ? repeat() : question();
    }

    private Card closed() {
        var title = title();
        return which > 0 && recipient.run().status() != Status.WITHDRAWN
                ? Card.titled(title).text("You asked me to come back to this check-in: " + questions.name()
                        + ". It is closed now, and its answers are in the summary. If you noticed something, try "
                        + "/coach reflect.")
                : Card.titled(title).text(title + ". This one is closed now.");
    }

    private Card putOff(Instant now) {
        if (followed) {
            return Card.saying("Postponed. I asked again further down.");
        }
        return recipient.snoozedUntil().filter(now::isBefore)
                .map(until -> Card.titled("I will ask again later")
                        .text(Text.of("I will ask again ").moment(until,
                                "on " + DateText.near(until, ZoneId.of("UTC")) + " UTC").plus(".")))
                .orElseGet(() -> Card.saying("I will ask again soon.")).buttons(answer("Answer now"));
    }

    private Card repeat() {
        return Card.titled("Still open: " + questions.name()).heading("Still open: " + questions.name())
                .text("I will not ask about this one again.").then(asking());
    }

    /** The first question with its answers, or how many there are. */
    private Card asking() {
        var others = Stream.of(CheckinCards.SNOOZE.button("Snooze", id()), CheckinCards.SKIP.button("Skip", id()),
                stop());
        var all = questions.list().size();
        if (questions.tapped().isEmpty()) {
            return Card.titled(title()).text(Plural.of(all, "short question") + ".")
                    .buttons(Stream.concat(Stream.of(CheckinCards.ANSWER.primary("Answer", id())), others).toList());
        }
        var first = questions.tapped().get();
        var taps = IntStream.range(0, first.options().size()).mapToObj(option -> CheckinCards.TAP.button(
                Text.capital(first.options().get(option)), new Part(id(), first.key() + "." + option))).toList();
        return Card.titled(title()).text(Text.bolded(first.text()).plus(all > 1 ? "\nOne tap is enough." : ""))
                .buttons(taps).buttons(Stream.concat(all > 1
                        ? Stream.of(answer("Answer all"))
                        : Stream.<Button>empty(), others).toList());
    }

    private Card question() {
        return rhythm(Card.titled(title()).heading(title()).then(asking()))
                .footnote("Only you see your answers. Your team and your coach see how many answered, and counts "
                        + "once 5 people have. Nobody else sees a line you write unless you say so.");
    }

    private Card rhythm(Card card) {
        var every = KEEP.button("Keep every one", id());
        if (wish.choice().filter(Choice.SECOND::equals).isPresent()) {
            return card.text("You chose to get every second check-in.").buttons(every);
        }
        if (recipient.turn() != Turn.ASKING) {
            return card;
        }
        return wish.choice().isPresent()
                ? card.text("You get every check-in, as you chose.")
                : card.text("Three check-ins in a row stayed open, so now I send you every second one. Any answer "
                        + "brings back all of them. What would you like?")
                        .buttons(every, SECOND.button("Every second one", id()), stop());
    }

    private Button stop() {
        return Ways.STOP_CHECKINS.button("Stop check-ins", id());
    }

    private Button answer(String label) {
        return CheckinCards.ANSWER.button(label, id());
    }

    private String title() {
        return "Check-in: " + questions.name();
    }

    private String id() {
        return recipient.run().id();
    }
}
