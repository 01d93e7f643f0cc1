package dev.stagecoach.sandbox;

import java.time.ZoneId;
import java.util.List;

import dev.stagecoach.sandbox.Human.Account;
import dev.stagecoach.sandbox.Human.Part;

/** The ready-made school. Every name is made up. */
final class School {
    static final String TEAM = "T0SANDBOX";
    static final String TEAM_NAME = "Juniper Ridge (fictional)";
    static final String APP = "A0COACH";
    static final String BOT = "U0COACHBOT";
    static final String COACH = "U0WREN";
    static final String BOT_ID = "B0COACHBOT";
    private static final ZoneId BOISE = SandboxClock.ZONE;
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final String GRADE_7 = "Grade 7 teacher";
    private static final String GRADE_8 = "Grade 8 teacher";

    private School() {}

    static final List<Human> PEOPLE = List.of(
            new Human("U0WREN", "Coach Wren", "Instructional coach", Part.COACH, BOISE, Account.MEMBER),
            new Human("U0OAKLEY", "Principal Oakley", "Principal", Part.LEADER, BOISE, Account.OWNER),
            teacher("U0FERN", "Ms. Fern", BOISE), teacher("U0LARCH", "Mr. Larch", BOISE),
            teacher("U0POPPY", "Ms. Poppy", BOISE), teacher("U0FLINT", "Mr. Flint", BOISE),
            teacher("U0SAGE", "Ms. Sage", PACIFIC), teacher("U0REED", "Mr. Reed", BOISE),
            teacher("U0CLOVER", "Ms. Clover", BOISE),
            new Human("U0MOSS", "Visitor Moss", "Guest", Part.OTHER, BOISE, Account.GUEST),
            new Human("U0SORREL", "Ms. Sorrel", "Teacher in the next district", Part.OTHER, BOISE, Account.STRANGER),
            new Human("U0BIRCH", "Former Birch", GRADE_8, Part.OTHER, BOISE, Account.DELETED),
            new Human(BOT, "Stagecoach", "App", Part.OTHER, BOISE, Account.BOT));

    static List<ChatRoom> rooms() {
        var everybody = PEOPLE.stream().filter(p -> !p.deleted()).map(Human::id).toList();
        var teachers = PEOPLE.stream().filter(p -> p.part() == Part.TEACHER).map(Human::id).toList();
        var archived = new ChatRoom("C0OLD", "old-projects", ChatRoom.Kind.PUBLIC, List.of("U0WREN", "U0FERN", BOT));
        archived.archived = true;
        var grade8 = new ChatRoom("C0GRADE8", "grade-8-team", ChatRoom.Kind.PUBLIC, teachers);
        grade8.members.add("U0WREN");
        // Leaders are not in it: what they may see comes to them by command.
        var grade7 = everybody.stream().filter(id -> !id.equals("U0OAKLEY") && !id.equals("U0SORREL")).toList();
        return List.of(new ChatRoom("C0GRADE7", "grade-7-team", ChatRoom.Kind.PUBLIC, grade7),
                new ChatRoom("C0GENERAL", "general", ChatRoom.Kind.PUBLIC, everybody), grade8,
                new ChatRoom("C0LEADERS", "leadership", ChatRoom.Kind.PRIVATE, List.of("U0WREN", "U0OAKLEY", BOT)),
                archived);
    }

    private static Human teacher(String id, String name, ZoneId zone) {
        return new Human(id, name, GRADE_7, Part.TEACHER, zone, Account.MEMBER);
    }
}
