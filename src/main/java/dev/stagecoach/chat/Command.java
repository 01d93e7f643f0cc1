package dev.stagecoach.chat;

import java.util.function.Function;

import dev.stagecoach.people.Standing;

/**
 * A word after {@code /coach}.
 *
 * @param word what is typed, lower case
 * @param help what it does, in one short line that starts with a verb
 */
public record Command(String word, String help, Audience audience, Function<Call.Typed, Reply> answer) {

    /** Who may use it. All but {@link #ANYONE} are asked for in a team. */
    public enum Audience {
        ANYONE("anyone"), TEAM("the team's members, coaches and leaders"), MEMBERS_AND_COACHES(
                "the team's members and coaches"), COACHES("the team's coaches"), COACHES_AND_LEADERS(
                        "the team's coaches and leaders");

        private final String words;

        Audience(String words) {
            this.words = words;
        }

        /** As it reads after "this is for". */
        public String words() {
            return words;
        }

        /** Whether somebody with this standing belongs to the audience. */
        public boolean admits(Standing standing) {
            return switch (this) {
                case ANYONE -> true;
                case TEAM -> standing.belongs();
                case MEMBERS_AND_COACHES -> standing.takesPart();
                case COACHES -> standing.isCoach();
                case COACHES_AND_LEADERS -> standing.isCoach() || standing.isLeader();
            };
        }
    }
}
