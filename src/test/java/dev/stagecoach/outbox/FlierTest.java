package dev.stagecoach.outbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.outbox.DeliveryStore.State;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** People who fly across the date line, and zones of three quarters of an hour. */
class FlierTest {
    private static final ZoneId SCHOOL = ZoneId.of("Asia/Tokyo");
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 14);
    private static final int WEEKS = 5;
    private static final List<Map.Entry<String, String>> FLIGHTS = List.of(
            Map.entry("Asia/Tokyo", "Pacific/Honolulu"), Map.entry("Pacific/Honolulu", "Asia/Tokyo"),
            Map.entry("Asia/Kathmandu", "Pacific/Chatham"), Map.entry("Pacific/Chatham", "Asia/Kathmandu"));

    /** Somebody with a check-in on that day of each week, who flies at that moment. */
    private record Flier(PersonId id, String from, String to, DayOfWeek day, Instant flies) {
        Person in(String zone) {
            return new Person(id, id.user(), ZoneId.of(zone), Person.Kind.FULL, true);
        }

        List<Instant> due() {
            return new Weekly(1, Set.of(day), LocalTime.of(15, 0), MONDAY).preview(WEEKS,
                    MONDAY.atStartOfDay(SCHOOL).toInstant(), SCHOOL);
        }

        /** Whether no moment of it is on a weekend, before the flight or after it. */
        boolean schoolDays() {
            return Stream.of(from, to).map(ZoneId::of).allMatch(zone -> due().stream()
                    .map(at -> at.atZone(zone)).map(at -> at.getHour() < 16 ? at : at.plusDays(1))
                    .noneMatch(at -> at.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()));
        }

        String key(int week) {
            return id + "/" + week;
        }
    }

    @OnBothDatabases
    void noWeeklyMessageComesTwiceAndNoWeekIsWithoutOne(Database database) {
        var fixture = new OutboxFixture(database);
        var fliers = fliers();
        database.change(tx -> fliers.forEach(one -> fixture.people.members().keep(tx, one.in(one.from()),
                OutboxFixture.START)));
        fliers.forEach(one -> IntStream.range(0, WEEKS)
                .forEach(week -> fixture.planAt(one.due().get(week), one.key(week), "nudge", one.id())));
        var flights = new ArrayList<>(fliers.stream().sorted(Comparator.comparing(Flier::flies)).toList());
        for (var next = fixture.sender().next(); next.isPresent(); next = fixture.sender().next()) {
            while (!flights.isEmpty() && !flights.getFirst().flies().isAfter(next.get())) {
                var one = flights.removeFirst();
                database.change(tx -> fixture.people.members().keep(tx, one.in(one.to()), one.flies()));
            }
            fixture.runAt(next.get());
        }
        for (var one : fliers) {
            var rows = database.read(tx -> fixture.deliveries.ofPerson(tx, one.id(), Instant.EPOCH, WEEKS + 1));
            var sent = rows.stream().flatMap(row -> row.sentAt().stream()).sorted().toList();
            assertThat(fixture.messenger.words(one.id())).as(one.toString()).doesNotHaveDuplicates()
                    .hasSameSizeAs(sent);
            if (one.schoolDays()) {
                assertThat(sent).as(one.toString()).hasSize(WEEKS);
            }
            // What waited over a weekend takes its week's place; the next one waits on Home, and once a week holds.
            assertThat(rows).as(one.toString()).hasSize(WEEKS).allMatch(row -> row.state() == State.SENT
                    || row.reason().orElse("").startsWith(SendRules.ENOUGH));
            IntStream.range(1, sent.size()).forEach(next -> assertThat(Duration.between(sent.get(next - 1),
                    sent.get(next))).as(one.toString()).isBetween(Duration.ofDays(3), Duration.ofDays(12)));
        }
    }

    private static List<Flier> fliers() {
        var fliers = new ArrayList<Flier>();
        for (var flight : FLIGHTS) {
            for (var day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
                for (var after = 7; after < 14; after++) {
                    fliers.add(new Flier(new PersonId("T1", "F" + fliers.size()), flight.getKey(), flight.getValue(),
                            day, MONDAY.plusDays(after).atTime(12, 0).atZone(SCHOOL).toInstant()));
                }
            }
        }
        return fliers;
    }
}
