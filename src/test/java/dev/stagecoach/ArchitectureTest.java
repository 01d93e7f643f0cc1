package dev.stagecoach;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The arrows between the rooms. A rule whose package is empty fails as well, so no rule can go stale. */
class ArchitectureTest {
    private static final String ROOT = "dev.stagecoach";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(place -> !place.contains("/test-classes/")).importPackages(ROOT);

    /** A room, and the rooms that it may see beside itself. */
    private record Arrows(String room, List<String> sees) {}

    private static final List<Arrows> ROOMS = List.of(new Arrows("guide", List.of()),
            new Arrows("settings", List.of("people")), new Arrows("storage", List.of()),
            new Arrows("people", List.of("storage")), new Arrows("calendar", List.of("chat", "people")),
            new Arrows("chat", List.of("people", "storage")),
            new Arrows("picture", List.of("chat")),
            new Arrows("outbox", List.of("chat", "people", "storage")),
            new Arrows("app", List.of("chat", "outbox", "people", "storage")),
            new Arrows("coaching", List.of("chat", "guide", "people", "outbox", "storage", "picture", "calendar")),
            new Arrows("jobs", List.of("outbox")), new Arrows("slack", List.of("app", "chat", "people")),
            new Arrows("web", List.of()), new Arrows("sandbox", List.of()),
            new Arrows("simulation", List.of("sandbox", "slack", "outbox", "people", "storage")));
    /** The command line sees everything, and nobody but the program's beginning sees it. */
    private static final String CLI = "cli";

    @Test
    void everyRoomSeesOnlyWhatItsArrowsAllow() {
        for (var room : ROOMS) {
            var allowed = Stream.concat(room.sees().stream(), Stream.of(room.room()))
                    .map(name -> ROOT + "." + name + "..").toArray(String[]::new);
            check(noClasses().that().resideInAPackage(ROOT + "." + room.room() + "..").should()
                    .dependOnClassesThat(resideInAPackage(ROOT + "..").and(outside(allowed))));
        }
    }

    /** An arrow that nobody needs any more goes. */
    @Test
    void everyArrowIsNeeded() {
        for (var room : ROOMS) {
            for (var seen : room.sees()) {
                assertThat(CODE.stream().filter(type -> type.getPackageName().startsWith(ROOT + "." + room.room()))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(arrow -> arrow.getTargetClass().getPackageName().startsWith(ROOT + "." + seen)))
                        .as(room.room() + " sees " + seen).isTrue();
            }
        }
    }

    @Test
    void everyRoomIsGuarded() {
        var known = ROOMS.stream().map(Arrows::room).toList();
        var rooms = CODE.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0]).distinct().toList();
        assertThat(known).containsAll(rooms.stream().filter(room -> !room.equals(CLI)).toList());
    }

    @Test
    void nobodySeesTheWiringAndTheCommandLine() {
        check(noClasses().that().resideInAPackage(ROOT + ".*..").and().resideOutsideOfPackage(ROOT + "." + CLI)
                .should().dependOnClassesThat().resideInAnyPackage(ROOT, ROOT + "." + CLI));
        check(noClasses().that().resideInAPackage(ROOT).and().doNotHaveSimpleName("Main").should()
                .dependOnClassesThat().resideInAPackage(ROOT + "." + CLI));
    }

    @Test
    void librariesStayInTheirRooms() {
        only("com.slack..", "slack");
        only("com.google.gson..", "slack");
        only("okhttp3..", "slack", "simulation");
        only("org.quartz..", "jobs");
        only("tools.jackson..", "sandbox", "coaching.mydata");
        only("org.snakeyaml..", "settings", "guide");
        only("com.zaxxer..", "storage");
        only("org.flywaydb..", "storage");
        only("org.jfree..", "picture");
        only("com.github.mangstadt..", "calendar");
        only("org.dmfs..", "calendar");
        only("io.javalin..", "sandbox");
        only("picocli..", "cli");
        check(noClasses().that().resideOutsideOfPackage(ROOT + ".storage..").and()
                .haveSimpleNameNotEndingWith("Store").and().haveSimpleNameNotEndingWith("Outbox").should()
                .dependOnClassesThat().resideInAPackage("org.jdbi.."));
    }

    @Test
    void theRoomsOfCoachingFormNoCircle() {
        check(slices().matching(ROOT + ".coaching.(*)..").should().beFreeOfCycles());
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void timeIsAnArgument() {
        check(noClasses().that().resideInAnyPackage(ROOT + ".coaching..", ROOT + ".people..", ROOT + ".outbox..",
                ROOT + ".chat..", ROOT + ".guide..", ROOT + ".app..").should()
                .callMethod(java.time.Instant.class, "now").orShould()
                .callMethod(java.time.LocalDate.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void nullStopsAtTheEdge() {
        var unmarked = CODE.stream().map(JavaClass::getPackage).distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class)).map(each -> each.getName()).toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noRoomIsARagbag() {
        check(classes().that().resideInAPackage(ROOT + "..").should().resideOutsideOfPackages("..utils..",
                "..util..", "..helpers..", "..common..", "..impl..", "..manager.."));
        check(noClasses().that().resideInAPackage(ROOT + "..").should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)"));
    }

    @Test
    void constructorsTakeAtMostFive() {
        var tooLong = CODE.stream().filter(type -> !type.isRecord() && !type.isEnum())
                .filter(type -> !type.getPackageName().equals(ROOT)).filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getConstructors().stream().anyMatch(each -> each.getParameters().size() > 5))
                .map(JavaClass::getName).toList();
        assertThat(tooLong).isEmpty();
    }

    /** What a decorator forgets to hand on must not compile. */
    @Test
    void aDecoratedInterfaceHasNoDefaultMethods() {
        var decorated = CODE.stream().filter(type -> !type.isInterface())
                .flatMap(type -> type.getAllFields().stream().map(JavaField::getRawType).filter(JavaClass::isInterface)
                        .filter(one -> one.getPackageName().startsWith(ROOT) && type.isAssignableTo(one.getName())))
                .collect(Collectors.toSet());
        assertThat(decorated).extracting(JavaClass::getSimpleName).contains("Messenger");
        assertThat(decorated.stream().flatMap(one -> one.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !method.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaMethod::getFullName)).isEmpty();
    }

    private static void only(String library, String... rooms) {
        var allowed = Stream.of(rooms).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        check(noClasses().that().resideInAPackage(ROOT + ".*..").and().resideOutsideOfPackages(allowed).should()
                .dependOnClassesThat().resideInAPackage(library));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> outside(String... packages) {
        return com.tngtech.archunit.base.DescribedPredicate
                .not(JavaClass.Predicates.resideInAnyPackage(packages)).as("outside its arrows");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(CODE);
    }
}
