package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.Sandbox;

/** The first day: people and channels come into the workspace, and coaches set their teams up by what they type. */
final class SettingUp {
    private static final String BOT = "U0COACHBOT";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Sandbox sandbox;
    private final ExpectedState expected;
    private final Set<String> withCalendar = new HashSet<>();

    SettingUp(Sandbox sandbox, ExpectedState expected) {
        this.sandbox = sandbox;
        this.expected = expected;
    }

    /** Everybody is there; the bot does not know them yet. */
    void moveIn() {
        expected.population().people().forEach(who -> sandbox.owner().hire(who.id(), who.name(), who.zone()));
        expected.population().groups().forEach(group -> sandbox.addChannel(group.channelName(),
                Stream.concat(group.everybody().stream().map(Teacher::id), Stream.of(BOT)).toList()));
    }

    /** @throws IllegalStateException where it does not work */
    void setUp(Group group) {
        var coach = sandbox.as(group.coach().id());
        works(coach.types(group.place(), "/coach setup"));
        var form = coach.modal().fill("School", group.school()).choose("Meeting day",
                named(group.meeting()));
        send(form);
        closeAll(coach);
        if (!expected.breaks(group).days().isEmpty() && withCalendar.add(group.school())) {
            importDaysOff(coach, group);
        }
    }

    /** As forms offer it. */
    static String named(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private void importDaysOff(Persona coach, Group group) {
        works(coach.types(group.place(), "/coach calendar"));
        works(coach.clicks(group.place(), "Import a calendar"));
        var found = coach.modal().upload("Calendar file", "school.ics", calendar(expected.breaks(group)));
        send(found);
        var days = coach.modal();
        var all = days.fields().getFirst().options().toArray(String[]::new);
        send(days.chooseMany("Days off", all));
        closeAll(coach);
    }

    private static String calendar(SchoolBreaks breaks) {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A school//EN\r\n");
        for (var days : breaks.days()) {
            text.append("BEGIN:VEVENT\r\nUID:").append(days.name().hashCode()).append(days.first())
                    .append("@school\r\nDTSTAMP:20260801T000000Z\r\nDTSTART;VALUE=DATE:")
                    .append(DAY.format(days.first())).append("\r\nDTEND;VALUE=DATE:")
                    .append(DAY.format(days.last().plusDays(1))).append("\r\nSUMMARY:").append(days.name())
                    .append("\r\nEND:VEVENT\r\n");
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }

    static void closeAll(Persona hand) {
        while (hand.hasModal()) {
            hand.modal().close();
        }
    }

    private static void send(OpenModal form) {
        var wrong = form.submit();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("a form was not taken on the first day: " + wrong + "\n" + form.text());
        }
    }

    private static void works(Optional<String> wrong) {
        wrong.ifPresent(words -> {
            throw new IllegalStateException("the first day does not work: " + words);
        });
    }

}
