package dev.stagecoach.sandbox;

import java.util.function.Consumer;

/** Eight weeks of a fictional team's work, and its neighbours in the other stages, lived through the real bot. */
public final class Story {
    private final Sandbox sandbox;
    private final Consumer<String> say;

    /** @param say told what happens, week by week */
    public Story(Sandbox sandbox, Consumer<String> say) {
        this.sandbox = sandbox;
        this.say = say;
    }

    /**
     * Lives through it; when this returns it is the Monday morning after the eighth week.
     *
     * @throws IllegalStateException naming the week, the person and the step, where something did not work
     */
    public void tell() {
        var calendar = new StoryCalendar(sandbox, say);
        var team = StoryTeam.of(sandbox, calendar);
        var beginning = new StoryBeginning(team);
        beginning.first();
        beginning.second();
        beginning.third();
        var trying = new StoryTrying(team);
        trying.fourth();
        trying.fifth();
        trying.sixth();
        trying.seventh();
        trying.eighth();
        trying.today();
        new StoryNeighbours(sandbox, team).live();
    }
}
