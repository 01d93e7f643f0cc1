package dev.stagecoach.storage;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record from the columns that are named as its components, {@code seen_at} for {@code seenAt}. The columns of a
 * record within it have its component's name before their own: {@code meeting_day} is the day of {@code meeting}. An
 * {@code Optional} one is empty where all of its columns are null. Jdbi's own mapper reads records within records only
 * where they carry Jdbi's annotations, and those stay in this package.
 */
final class RecordMapper<T> implements RowMapper<T> {
    private final Class<T> type;
    private final ColumnMappers mappers;
    /** By their statement, which always has the same columns: finding out how to read them costs as much as reading. */
    private final Map<String, Nested> ways = new ConcurrentHashMap<>();

    /** @param mappers of the database: those of a statement forget with it what they have found */
    RecordMapper(Class<T> type, ColumnMappers mappers) {
        this.type = type;
        this.mappers = mappers;
    }

    /** Whether a row, or a part of one, is read as this type; what stands in one column is not. */
    static boolean reads(Class<?> type) {
        return type.isRecord() && !StoredAsText.class.isAssignableFrom(type);
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        var known = ways.get(context.getRawSql());
        var whole = known == null ? nested(type, "", columns(rows)) : known;
        ways.putIfAbsent(context.getRawSql(), whole);
        return (row, now) -> type.cast(whole.read(row, now));
    }

    private static Map<String, Integer> columns(ResultSet rows) throws SQLException {
        var meta = rows.getMetaData();
        var columns = new HashMap<String, Integer>();
        for (var i = 1; i <= meta.getColumnCount(); i++) {
            columns.putIfAbsent(plain(meta.getColumnLabel(i)), i);
        }
        return columns;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** What one component of a record is read from. */
    private sealed interface Part {
        @Nullable
        Object read(ResultSet row, StatementContext context) throws SQLException;

        boolean absent(ResultSet row) throws SQLException;
    }

    private record Column(int number, ColumnMapper<?> mapper) implements Part {
        @Override
        public @Nullable Object read(ResultSet row, StatementContext context) throws SQLException {
            return mapper.map(row, number, context);
        }

        @Override
        public boolean absent(ResultSet row) throws SQLException {
            return row.getObject(number) == null;
        }
    }

    private record Nested(Constructor<?> constructor, List<Part> parts) implements Part {
        @Override
        public Object read(ResultSet row, StatementContext context) throws SQLException {
            var values = new ArrayList<@Nullable Object>(parts.size());
            for (var part : parts) {
                values.add(part.read(row, context));
            }
            try {
                return constructor.newInstance(values.toArray());
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(constructor.getDeclaringClass() + " refuses what is stored",
                        e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean absent(ResultSet row) throws SQLException {
            for (var part : parts) {
                if (!part.absent(row)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Maybe(Nested nested) implements Part {
        @Override
        public Object read(ResultSet row, StatementContext context) throws SQLException {
            return absent(row) ? Optional.empty() : Optional.of(nested.read(row, context));
        }

        @Override
        public boolean absent(ResultSet row) throws SQLException {
            return nested.absent(row);
        }
    }

    /** What never changes of a record's class; looking it up costs more than a small query. */
    private record Shape(Constructor<?> canonical, List<RecordComponent> components) {
        private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
            @Override
            protected Shape computeValue(Class<?> type) {
                return of(type);
            }
        };

        private static Shape of(Class<?> type) {
            var components = List.of(type.getRecordComponents());
            try {
                var canonical = type.getDeclaredConstructor(
                        components.stream().map(RecordComponent::getType).toArray(Class[]::new));
                canonical.setAccessible(true);
                return new Shape(canonical, components);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Nested nested(Class<?> type, String prefix, Map<String, Integer> columns) {
        var shape = Shape.SHAPES.get(type);
        return new Nested(shape.canonical(),
                shape.components().stream().map(each -> part(each, prefix, columns)).toList());
    }

    private Part part(RecordComponent component, String prefix, Map<String, Integer> columns) {
        var name = prefix + plain(component.getName());
        var type = component.getGenericType();
        if (reads(component.getType())) {
            return nested(component.getType(), name, columns);
        }
        if (type instanceof ParameterizedType optional && component.getType() == Optional.class
                && reads(GenericTypes.getErasedType(optional.getActualTypeArguments()[0]))) {
            return new Maybe(nested(GenericTypes.getErasedType(optional.getActualTypeArguments()[0]), name, columns));
        }
        return new Column(number(component, name, columns), mapper(type));
    }

    private static int number(RecordComponent component, String name, Map<String, Integer> columns) {
        return Optional.ofNullable(columns.get(name)).orElseThrow(() -> new IllegalStateException(
                "no column " + name + " for " + component + " of " + component.getDeclaringRecord()));
    }

    private ColumnMapper<?> mapper(Type type) {
        return mappers.findFor(type)
                .orElseThrow(() -> new IllegalStateException("no column is read as " + type));
    }
}
