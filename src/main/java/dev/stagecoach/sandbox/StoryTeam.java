package dev.stagecoach.sandbox;

/** Everybody who has a part in the story. */
record StoryTeam(StoryCalendar calendar, StoryCoach wren, StoryPerson oakley, StoryTeacher fern, StoryTeacher larch,
        StoryTeacher poppy, StoryTeacher flint, StoryTeacher sage, StoryTeacher reed, StoryTeacher clover) {

    static StoryTeam of(Sandbox sandbox, StoryCalendar calendar) {
        return new StoryTeam(calendar, new StoryCoach(person(sandbox, calendar, "U0WREN", "Coach Wren")),
                person(sandbox, calendar, "U0OAKLEY", "Principal Oakley"),
                new StoryTeacher(person(sandbox, calendar, "U0FERN", "Ms. Fern")),
                new StoryTeacher(person(sandbox, calendar, "U0LARCH", "Mr. Larch")),
                new StoryTeacher(person(sandbox, calendar, "U0POPPY", "Ms. Poppy")),
                new StoryTeacher(person(sandbox, calendar, "U0FLINT", "Mr. Flint")),
                new StoryTeacher(person(sandbox, calendar, "U0SAGE", "Ms. Sage")),
                new StoryTeacher(person(sandbox, calendar, "U0REED", "Mr. Reed")),
                new StoryTeacher(person(sandbox, calendar, "U0CLOVER", "Ms. Clover")));
    }

    private static StoryPerson person(Sandbox sandbox, StoryCalendar calendar, String id, String name) {
        return new StoryPerson(sandbox.as(id), name, calendar);
    }

}
