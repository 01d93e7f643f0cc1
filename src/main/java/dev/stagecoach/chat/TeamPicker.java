package dev.stagecoach.chat;

import java.util.Comparator;
import java.util.List;

import dev.stagecoach.people.Team;

/**
 * Somebody's teams as buttons, by name; teams of one name with their school. Whoever coaches a whole district may have
 * more than a message holds: then the card says how to get to the others.
 */
public final class TeamPicker {
    /** Three rows of as many as a chat service takes in one. */
    public static final int MOST = 75;

    private TeamPicker() {}

    /** @param button makes the button of a team from what it is called here */
    public static Card below(Card card, List<Team> teams, Named button) {
        var sorted = teams.stream().sorted(Comparator.comparing(Team::name, String.CASE_INSENSITIVE_ORDER)).toList();
        var longer = card
                .buttons(sorted.stream().limit(MOST).map(team -> button.of(called(team, teams), team)).toList());
        return teams.size() <= MOST
                ? longer
                : longer.footnote("These are " + MOST + " of " + teams.size() + " teams. To get to another one, go to "
                        + "its channel and type /coach in the message box.");
    }

    /** The team's name, and its school where another team of these has the same name. */
    public static String called(Team team, List<Team> teams) {
        return teams.stream().anyMatch(other -> !other.equals(team) && other.name().equalsIgnoreCase(team.name()))
                ? team.name() + " (" + team.school() + ")"
                : team.name();
    }

    /** A button for a team. */
    @FunctionalInterface
    public interface Named {
        Button of(String name, Team team);
    }
}
