package dev.stagecoach.storage;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ColumnTypesTest {
    private static final Instant MOMENT = Instant.parse("2026-03-02T08:00:00.123Z");
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    /** As an id is that a room defines. */
    public record Key(String left, String right) implements StoredAsText {
        public static Key parse(String text) {
            var parts = text.split("/");
            return new Key(parts[0], parts[1]);
        }

        @Override
        public String toString() {
            return left + "/" + right;
        }
    }

    /** Has no {@code parse}. */
    public record Mute(String text) implements StoredAsText {}

    private enum Colour {
        LIGHT_BLUE
    }

    private record Everything(Key id, Instant seenAt, LocalDate day, LocalTime time, ZoneId zone, DayOfWeek weekday,
            boolean active, Optional<Instant> leftAt, Optional<Key> leftBy, Colour colour) {}

    @OnBothDatabases
    void aRecordIsWhatItWasBoundFrom(Database database) {
        var all = new Everything(new Key("T1", "U1"), MOMENT, LocalDate.of(2026, 3, 2), LocalTime.of(8, 0), ZONE,
                DayOfWeek.MONDAY, true, Optional.of(MOMENT.plusSeconds(1)), Optional.of(new Key("T1", "U2")),
                Colour.LIGHT_BLUE);
        assertThat(kept(database, all)).isEqualTo(all);
        var less = new Everything(new Key("T1", "U1"), MOMENT, LocalDate.of(2026, 3, 2), LocalTime.of(8, 0), ZONE,
                DayOfWeek.SUNDAY, false, Optional.empty(), Optional.empty(), Colour.LIGHT_BLUE);
        assertThat(kept(database, less)).isEqualTo(less);
    }

    private static Everything kept(Database database, Everything row) {
        return database.write(tx -> {
            tx.handle().execute("""
                    create temporary table everything (id text, seen_at bigint, day text, time text, zone text,
                        weekday text, active integer, left_at bigint, left_by text, colour text)
                    """);
            tx.handle().createUpdate("""
                    insert into everything values (:id, :seenAt, :day, :time, :zone, :weekday, :active, :leftAt, :leftBy,
                        :colour)
                    """).bind("id", row.id()).bind("seenAt", row.seenAt()).bind("day", row.day())
                    .bind("time", row.time()).bind("zone", row.zone()).bind("weekday", row.weekday())
                    .bind("active", row.active()).bind("leftAt", row.leftAt()).bind("leftBy", row.leftBy())
                    .bind("colour", row.colour()).execute();
            var found = tx.handle().createQuery("select * from everything").mapTo(Everything.class).one();
            tx.handle().execute("drop table everything");
            return found;
        });
    }

    @OnBothDatabases
    void whatStandsInTheColumnsIsPlain(Database database) {
        assertThat(text(database, MOMENT)).isEqualTo("1772438400123");
        assertThat(text(database, LocalDate.of(2026, 3, 2))).isEqualTo("2026-03-02");
        assertThat(text(database, LocalTime.of(8, 0))).isEqualTo("08:00");
        assertThat(text(database, ZONE)).isEqualTo("America/Chicago");
        assertThat(text(database, DayOfWeek.MONDAY)).isEqualTo("MONDAY");
        assertThat(text(database, true)).isEqualTo("1");
        assertThat(text(database, false)).isEqualTo("0");
        assertThat(text(database, new Key("T1", "U1"))).isEqualTo("T1/U1");
        assertThat(text(database, Optional.of(new Key("T1", "U1")))).isEqualTo("T1/U1");
        assertThat(text(database, Optional.empty())).isNull();
    }

    private static @Nullable String text(Database database, Object value) {
        return database.read(tx -> tx.handle().createQuery("select cast(:it as text)").bind("it", value)
                .mapTo(String.class).findOne()).orElse(null);
    }

    @OnBothDatabases
    void oneColumnIsReadAsItsType(Database database) {
        database.read(tx -> {
            var row = tx.handle();
            assertThat(row.createQuery("select 1772438400123").mapTo(Instant.class).one()).isEqualTo(MOMENT);
            assertThat(row.createQuery("select 'T1/U1'").mapTo(Key.class).one()).isEqualTo(new Key("T1", "U1"));
            assertThat(row.createQuery("select 1 where 'T1/U1' in (<keys>)")
                    .bindList("keys", List.of(new Key("T1", "U1"), new Key("T1", "U2"))).mapTo(Boolean.class).one())
                    .isTrue();
            assertThat(row.createQuery("select cast(null as bigint)").mapTo(Instant.class).findOne()).isEmpty();
            return "";
        });
    }

    private record Slot(DayOfWeek day, LocalTime time) {}

    private record Plan(String name, Slot slot, Optional<Slot> second) {}

    @OnBothDatabases
    void aRecordWithinARecordIsReadFromColumnsThatBeginWithItsName(Database database) {
        var sql = "select 'a' as name, 'MONDAY' as slot_day, '08:00' as slot_time, %s as second_day, %s as second_time";
        var slot = new Slot(DayOfWeek.MONDAY, LocalTime.of(8, 0));
        database.read(tx -> {
            assertThat(tx.handle().createQuery(sql.formatted("'FRIDAY'", "'09:30'")).mapTo(Plan.class).one())
                    .isEqualTo(new Plan("a", slot, Optional.of(new Slot(DayOfWeek.FRIDAY, LocalTime.of(9, 30)))));
            assertThat(tx.handle().createQuery(sql.formatted("null", "null")).mapTo(Plan.class).one())
                    .isEqualTo(new Plan("a", slot, Optional.empty()));
            return "";
        });
    }

    @OnBothDatabases
    void aMissingColumnIsNamed(Database database) {
        assertThatThrownBy(() -> database
                .read(tx -> tx.handle().createQuery("select 'MONDAY' as day").mapTo(Slot.class).one()))
                .hasMessageContaining("no column time");
    }

    @OnBothDatabases
    void aConstantIsReadInLowerCaseToo(Database database) {
        database.read(tx -> {
            assertThat(tx.handle().createQuery("select 'light_blue'").mapTo(Colour.class).one())
                    .isEqualTo(Colour.LIGHT_BLUE);
            return "";
        });
    }

    @OnBothDatabases
    void aTypeThatCannotBeReadSaysSo(Database database) {
        assertThatThrownBy(() -> database
                .read(tx -> tx.handle().createQuery("select 'a'").mapTo(Mute.class).one()))
                .hasMessageContaining("parse(String)");
    }
}
