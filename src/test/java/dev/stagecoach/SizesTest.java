package dev.stagecoach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Sizes that good code of this kind has. */
class SizesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void noFileIsLongerThan300Lines() {
        assertThat(sources().stream().filter(file -> lines(file) > LONGEST_FILE)).isEmpty();
    }

    @Test
    void noMethodIsLongerThan40Lines() throws IOException {
        assertThat(longMethods()).isEmpty();
    }

    private static List<String> longMethods() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<String>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            for (var unit : task.parse()) {
                new MethodLengths(unit, Trees.instance(task), found).scan(unit, null);
            }
        }
        return found;
    }

    private static List<Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MethodLengths extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> found;

        MethodLengths(CompilationUnitTree unit, Trees trees, List<String> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var positions = trees.getSourcePositions();
            var map = unit.getLineMap();
            var body = method.getBody();
            if (body != null) {
                var length = map.getLineNumber(positions.getEndPosition(unit, body))
                        - map.getLineNumber(positions.getStartPosition(unit, body)) + 1;
                if (length > LONGEST_METHOD) {
                    found.add(unit.getSourceFile().getName() + ": " + method.getName() + " has " + length + " lines");
                }
            }
            return super.visitMethod(method, nothing);
        }
    }
}
