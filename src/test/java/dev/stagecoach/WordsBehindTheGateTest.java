package dev.stagecoach;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No store of a coaching room gives words out that are not closed. Every text that a store's method can return, however
 * deep in its record, is either inside a {@link Confidential} or stands with its reason in {@code open-words.txt}; a
 * record that gets one more text, and a store that is added, fail until somebody has decided.
 */
class WordsBehindTheGateTest {
    private static final String ROOMS = "dev.stagecoach.coaching";
    private static final Path OPEN = Path.of("src/test/resources/architecture/open-words.txt");
    /** Say who or where, and nothing that was typed. */
    private static final Set<Class<?>> NAMES = Set.of(PersonId.class, TeamId.class, ChannelId.class);
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(place -> !place.contains("/test-classes/")).importPackages(ROOMS);

    /** One line of the list: texts of one record, methods of one store that return a text, or all of one method. */
    private record Line(String of, List<String> texts, String reason) {
        static Line of(String line) {
            var parts = line.split("\\|");
            return new Line(parts[0].strip(), List.of(parts[1].strip().split("\\s+")), parts[2].strip());
        }

        /** Vouches for all that one method returns. */
        boolean isMethod() {
            return texts.equals(List.of("*"));
        }

        Stream<String> names() {
            return texts.stream().map(text -> of + "." + text);
        }
    }

    @Test
    void whatAStoreSaysOpenlyIsListedWithItsReason() throws IOException {
        var vouched = lines().filter(Line::isMethod).map(Line::of).toList();
        var found = new TreeSet<String>();
        handedOut().forEach(method -> {
            var texts = texts(method.reflect());
            found.addAll(vouched.contains(named(method.reflect())) && !texts.isEmpty()
                    ? Set.of(named(method.reflect()) + ".*")
                    : texts);
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(lines().flatMap(Line::names).toList());
    }

    @Test
    void everyReasonIsGiven() throws IOException {
        assertThat(lines()).isNotEmpty().allMatch(line -> !line.reason().isEmpty());
    }

    private static Stream<Line> lines() throws IOException {
        return Files.readAllLines(OPEN).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::of);
    }

    /** What leaves the stores: a method that other stores alone call gives to their methods, which are looked at too. */
    private static Stream<JavaMethod> handedOut() {
        return CODE.stream().filter(type -> isStore(type) && type.isTopLevelClass())
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC) && !onlyForStores(method));
    }

    private static boolean onlyForStores(JavaMethod method) {
        var callers = Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
                .map(JavaAccess::getOriginOwner).filter(caller -> !caller.equals(method.getOwner())).toList();
        return !callers.isEmpty() && callers.stream().allMatch(WordsBehindTheGateTest::isStore);
    }

    private static boolean isStore(JavaClass type) {
        return type.getSimpleName().endsWith("Store");
    }

    private static Set<String> texts(Method method) {
        var found = new TreeSet<String>();
        texts(method.getGenericReturnType(), named(method), found, new HashSet<>());
        return found;
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static void texts(Type type, String name, Set<String> found, Set<Type> seen) {
        switch (type) {
            case ParameterizedType many when many.getRawType() == Confidential.class -> {
            }
            case ParameterizedType many -> {
                Arrays.stream(many.getActualTypeArguments()).forEach(one -> texts(one, name, found, seen));
                texts(many.getRawType(), name, found, seen);
            }
            case WildcardType any -> Arrays.stream(any.getUpperBounds())
                    .forEach(one -> texts(one, name, found, seen));
            case Class<?> words when words == String.class || words == Text.class -> found.add(name);
            case Class<?> own when own.getName().startsWith("dev.stagecoach") && !NAMES.contains(own)
                    && seen.add(own) ->
                within(own, found, seen);
            default -> {
            }
        }
    }

    private static void within(Class<?> type, Set<String> found, Set<Type> seen) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(one -> texts(one, named(one), found, seen));
        } else if (type.isRecord()) {
            for (RecordComponent one : type.getRecordComponents()) {
                texts(one.getGenericType(), named(type) + "." + one.getName(), found, seen);
            }
        } else if (!type.isEnum()) {
            Arrays.stream(type.getDeclaredFields()).filter(one -> !Modifier.isStatic(one.getModifiers()))
                    .forEach(one -> texts(one.getGenericType(), named(type) + "." + one.getName(), found, seen));
        }
    }

    /** "Goal.Version" for a record within another. */
    private static String named(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
