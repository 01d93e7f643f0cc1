package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.guide.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide is data: no word of the code is one of its practices, and no stage is known by its key or name. */
class GuideNamesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    /** A fiction about one team on the shipped guide; what its people say is no rule of the bot. */
    private static final String FICTION = "Story";
    private final Guide guide = ShippedGuide.GUIDE;

    @Test
    void noPracticeIsNamedInTheCode() throws IOException {
        var names = guide.practices().stream().flatMap(GuideNamesTest::names).map(GuideNamesTest::plain).toList();
        assertThat(literals())
                .noneMatch(literal -> names.stream().anyMatch(name -> holds(plain(literal.text()), name)));
    }

    @Test
    void noStageIsKnownByItsName() throws IOException {
        var names = guide.stages().stream().map(Stage::name).map(GuideNamesTest::plain).toList();
        assertThat(literals()).noneMatch(literal -> names.contains(plain(literal.text())));
    }

    @Test
    void aNameInTheCodeWouldBeFound() {
        assertThat(holds(plain("works on Expanded discussion now"), plain("Expanded discussion"))).isTrue();
        assertThat(holds(plain("flex_grouping"), plain("flex_grouping"))).isTrue();
        assertThat(holds(plain("uninquiry"), plain("inquiry"))).isFalse();
    }

    private static Stream<String> names(Practice practice) {
        return Stream.concat(Stream.of(practice.key(), practice.name(), practice.shortName()),
                practice.aliases().stream());
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).strip();
    }

    private static boolean holds(String words, String name) {
        return (" " + words.replaceAll("[^\\p{L}\\d_&]+", " ") + " ")
                .contains(" " + name.replaceAll("[^\\p{L}\\d_&]+", " ") + " ");
    }

    /** A text in the code, and where it stands. */
    private record Literal(String file, String text) {}

    private static List<Literal> literals() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<Literal>();
        try (var files = compiler.getStandardFileManager(null, null, null); var sources = Files.walk(SOURCES)) {
            var read = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().startsWith(FICTION)).toList();
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(read));
            for (var unit : task.parse()) {
                new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
                        if (literal.getValue() instanceof String text) {
                            found.add(new Literal(unit.getSourceFile().getName(), text));
                        }
                        return super.visitLiteral(literal, nothing);
                    }
                }.scan(unit, null);
            }
        }
        assertThat(found).hasSizeGreaterThan(1000);
        return found;
    }
}
