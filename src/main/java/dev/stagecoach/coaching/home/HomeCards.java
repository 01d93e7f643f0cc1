package dev.stagecoach.coaching.home;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.TeamPicker;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.NextStep.Rank;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;

/** What bare /coach and the Home tab show. */
final class HomeCards {
    /** More choices at once help nobody. */
    private static final int MOST_BUTTONS = 5;
    private static final int MOST_ANSWERS = 8;
    /** So that the Home tab keeps within a hundred blocks, with room for buttons of many more teams. */
    private static final int MOST_TEAMS = 10;
    /** So that a message keeps within fifty. */
    private static final int MOST_IN_MESSAGE = 7;
    private static final String NOTHING_WAITS = "Nothing is waiting for you right now.";

    private HomeCards() {}

    static Card noTeamHere(ChannelId channel) {
        return Card.saying("There is no team in this channel yet.")
                .buttons(Ways.SET_UP.primary("Set up this team", channel.toString()));
    }

    static Card noTeam() {
        return Card.saying("You are not on a team yet. To start one, type /coach setup in your team's channel.")
                .buttons(HomeRoom.HELP.primary("What I can do", Optional.empty()));
    }

    /** What a message that is no command gets: one sentence, the next step, help. */
    static Card nextStep(List<TeamSteps> all) {
        var help = HomeRoom.HELP.button("What I can do", Optional.empty());
        var step = all.stream().flatMap(one -> one.next().stream()).min(Comparator.comparing(NextStep::rank));
        var words = all.isEmpty()
                ? "To start a team, type /coach setup in your team's channel."
                : step.map(one -> "Your next step: " + one.words()).orElse(NOTHING_WAITS);
        var on = step.map(HomeCards::asPrimary).or(() -> all.isEmpty()
                ? Optional.empty()
                : Optional.of(Ways.HOME.button("Where the team stands", Optional.empty())));
        return Card.saying("I understand a few words here, such as “help” or “pause until Monday”. " + words)
                .buttons(Stream.concat(on.stream(), Stream.of(help)).toList())
                .footnote("Nobody reads what you write here, and I keep none of it.");
    }

    static Card outsider(Team team, String coaches) {
        return Card.saying("This channel belongs to " + team.name() + ", and you are not on that team."
                + (coaches.isEmpty() ? "" : " Its coaches can tell you more: " + coaches + "."));
    }

    /** Bare /coach in one team. */
    static Card one(TeamSteps here) {
        var words = here.next().map(NextStep::words).orElse(NOTHING_WAITS);
        var card = about(Card.titled(here.team().name() + ": " + words), here).text(words);
        card = card.buttons(here.next().map(HomeCards::first).orElse(List.of()));
        return choices(answers(card, here.openAnswers().stream().skip(1).toList()), here, here.next());
    }

    /** Bare /coach of somebody in several teams: one short block each. */
    static Card several(List<TeamSteps> all) {
        var shown = mostUrgent(all, MOST_IN_MESSAGE);
        var names = String.join(", ", shown.stream().map(one -> one.team().name()).toList());
        var card = Card.titled("Your teams: " + names
                + (all.size() > shown.size() ? " and " + (all.size() - shown.size()) + " more" : ""));
        for (var one : shown) {
            var more = Ways.HOME.button("More in this team", Optional.of(one.team().id()));
            card = about(card, one).text(one.next().map(NextStep::words).orElse(NOTHING_WAITS))
                    .buttons(Stream.concat(one.next().map(HomeCards::asPrimary).stream(), Stream.of(more)).toList());
        }
        return others(card, all, shown);
    }

    /** Those first where something waits; among equals, as they came. */
    private static List<TeamSteps> mostUrgent(List<TeamSteps> all, int most) {
        var shown = all.stream().sorted(Comparator.comparing(HomeCards::urgency)).limit(most).toList();
        return all.stream().filter(shown::contains).toList();
    }

    /** A button for each team that there was no room for. */
    private static Card others(Card card, List<TeamSteps> all, List<TeamSteps> shown) {
        var others = all.stream().filter(one -> !shown.contains(one)).map(TeamSteps::team).toList();
        return others.isEmpty()
                ? card
                : TeamPicker.below(card.heading("Your other " + Plural.of(others.size(), "team")), others,
                        (name, team) -> Ways.HOME.button(name, Optional.of(team.id())));
    }

    /** The Home tab: the next step before all else. */
    static Card home(List<TeamSteps> all, String preferences) {
        if (all.isEmpty()) {
            return noTeam();
        }
        var first = all.stream().min(Comparator.comparing(HomeCards::urgency)).orElseThrow();
        var words = first.next().map(NextStep::words).orElse(NOTHING_WAITS);
        var card = Card.titled("Your next step: " + words).heading(words);
        if (first.next().isPresent()) {
            card = card.buttons(first(first.next().get()));
            card = all.size() > 1 ? card.footnote("In " + first.team().name()) : card;
        }
        card = answers(card, all.stream().flatMap(one -> one.openAnswers().stream())
                .filter(step -> !first.next().filter(step::equals).isPresent()).toList());
        var shown = mostUrgent(all, MOST_TEAMS);
        for (var one : shown) {
            var block = about(card.divider(), one);
            var here = one.next().filter(step -> step.rank() != Rank.OPEN_ANSWER && !one.equals(first));
            card = choices(here.map(step -> block.text(step.words())).orElse(block), one, first.next());
        }
        return others(card, all, shown).divider().heading("Your preferences").text(preferences)
                .buttons(Ways.PREFERENCES.button("Change", Optional.empty()));
    }

    private static Rank urgency(TeamSteps one) {
        return one.next().map(NextStep::rank).orElse(Rank.ANY_TIME);
    }

    private static Card about(Card card, TeamSteps one) {
        var named = card.heading(one.team().name());
        var role = Text.of("You " + role(one.standing()) + " this team.");
        return one.line().map(line -> named.text(line)).orElse(named).footnote(role);
    }

    private static String role(Standing standing) {
        return standing.role().map(role -> switch (role) {
            case MEMBER -> "are a member of";
            case COACH -> "coach";
            case LEADER -> "lead";
        }).orElse("are not in");
    }

    private static Card answers(Card card, List<NextStep> waiting) {
        if (waiting.isEmpty()) {
            return card;
        }
        var longer = card.heading(Plural.of(waiting.size(), "more open answer"));
        for (var step : waiting.stream().limit(MOST_ANSWERS).toList()) {
            longer = longer.text(step.words()).buttons(step.buttons(step.button()));
        }
        var hidden = waiting.size() - MOST_ANSWERS;
        return hidden > 0 ? longer.footnote("And " + hidden + " more once these are answered.") : longer;
    }

    private static Card choices(Card card, TeamSteps one, Optional<NextStep> shownAbove) {
        var some = one.choices().stream().filter(step -> !shownAbove.filter(step::equals).isPresent())
                .map(HomeCards::asPlain).limit(MOST_BUTTONS);
        var told = card;
        for (var step : one.ahead()) {
            told = told.text(step.words()).buttons(step.buttons(asPlain(step)));
        }
        return told.buttons(Stream.concat(some,
                Stream.of(HomeRoom.ALL.button("Everything I can do", Optional.of(one.team().id())))).toList());
    }

    /** Which team is meant, for somebody who is in several, or in none. */
    static Card teams(List<Team> own) {
        return own.isEmpty()
                ? noTeam()
                : TeamPicker.below(Card.saying("Which team is this about?"), own,
                        (name, team) -> HomeRoom.ALL.button(name, Optional.of(team.id())));
    }

    /** Only the next step stands out. */
    private static Button asPlain(NextStep step) {
        return step.button().in(Button.Style.NORMAL);
    }

    private static List<Button> first(NextStep step) {
        return step.buttons(asPrimary(step));
    }

    private static Button asPrimary(NextStep step) {
        return step.button().in(Button.Style.PRIMARY);
    }
}
