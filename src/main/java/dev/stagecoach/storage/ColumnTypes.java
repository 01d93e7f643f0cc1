package dev.stagecoach.storage;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How values stand in columns: moments as epoch milliseconds, truth as 1 and 0, days, times of day, zones and
 * {@link StoredAsText} as text. A record is read by {@link RecordMapper}.
 */
final class ColumnTypes implements JdbiPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnTypes.class);
    private static final List<Class<?>> TEXTUAL = List.of(LocalDate.class, LocalTime.class, ZoneId.class,
            StoredAsText.class);
    private static final ClassValue<ColumnMapper<?>> TEXTS = new ClassValue<>() {
        @Override
        protected ColumnMapper<?> computeValue(Class<?> type) {
            var parse = parse(type);
            return text(text -> parsed(parse, text));
        }
    };

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument((ArgumentFactory.Preparable) ColumnTypes::argument);
        jdbi.registerColumnMapper(Instant.class, (row, column, _) -> moment(row, column));
        jdbi.registerColumnMapper(LocalDate.class, text(LocalDate::parse));
        jdbi.registerColumnMapper(LocalTime.class, text(LocalTime::parse));
        jdbi.registerColumnMapper(ZoneId.class, text(ColumnTypes::zone));
        jdbi.registerColumnMapper((ColumnMapperFactory) ColumnTypes::textMapper);
        var records = new ConcurrentHashMap<Class<?>, RowMapper<?>>();
        var mappers = jdbi.getConfig(ColumnMappers.class);
        jdbi.registerRowMapper((RowMapperFactory) (type, _) -> Optional.of(GenericTypes.getErasedType(type))
                .filter(RecordMapper::reads)
                .map(erased -> records.computeIfAbsent(erased, one -> new RecordMapper<>(one, mappers))));
    }

    /** Prepared, because Jdbi asks its own prepared ones before any that look at the value. */
    private static Optional<Function<Object, Argument>> argument(Type type, ConfigRegistry config) {
        var erased = GenericTypes.getErasedType(type);
        if (erased == Instant.class) {
            return Optional.of(value -> (place, row, _) -> row.setLong(place, ((Instant) value).toEpochMilli()));
        }
        if (erased == Boolean.class || erased == boolean.class) {
            return Optional.of(value -> (place, row, _) -> row.setInt(place, (Boolean) value ? 1 : 0));
        }
        return TEXTUAL.stream().anyMatch(each -> each.isAssignableFrom(erased))
                ? Optional.of(value -> (place, row, _) -> row.setString(place, value.toString()))
                : Optional.empty();
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static <T> ColumnMapper<T> text(Function<String, T> read) {
        return (row, column, _) -> Optional.ofNullable(row.getString(column)).map(read).orElse(null);
    }

    /** One that this Java does not know was written by another one; nobody's whole team is to fail for it. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            LOG.warn("the stored time zone {} is not known to this Java, so UTC stands in for it", name);
            return ZoneOffset.UTC;
        }
    }

    private static Optional<ColumnMapper<?>> textMapper(Type type, ConfigRegistry config) {
        var erased = GenericTypes.getErasedType(type);
        return StoredAsText.class.isAssignableFrom(erased) ? Optional.of(TEXTS.get(erased)) : Optional.empty();
    }

    private static MethodHandle parse(Class<?> type) {
        try {
            return MethodHandles.publicLookup().findStatic(type, "parse", MethodType.methodType(type, String.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is stored as text and has no public static parse(String)", e);
        }
    }

    private static Object parsed(MethodHandle parse, String text) {
        try {
            return parse.invoke(text);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
