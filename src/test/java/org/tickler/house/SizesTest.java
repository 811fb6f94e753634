package org.tickler.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class SizesTest {

    private static final int LINES_OF_A_FILE = 400;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int PARAMETERS_OF_A_CONSTRUCTOR = 7;

    @Test
    void noMainFileIsLongerThanAReaderHolds() throws IOException {
        var overlong = new ArrayList<String>();
        for (var file : Sources.main()) {
            var lines = Files.readAllLines(file).size();
            if (lines > LINES_OF_A_FILE) {
                overlong.add("%s: %d lines".formatted(file, lines));
            }
        }
        assertThat(overlong)
                .as("files of over %d lines: split them by idea, not by size", LINES_OF_A_FILE)
                .isEmpty();
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        assertThat(methods().filter(method -> method.lines > LINES_OF_A_METHOD))
                .as("methods of over %d lines, brace to brace", LINES_OF_A_METHOD)
                .isEmpty();
    }

    @Test
    void noConstructorTakesMoreThanAHandful() throws IOException {
        assertThat(methods().filter(method -> method.constructor && method.parameters > PARAMETERS_OF_A_CONSTRUCTOR))
                .as("constructors of over %d parameters: make some of them a record", PARAMETERS_OF_A_CONSTRUCTOR)
                .isEmpty();
    }

    private static Stream<Method> methods() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(Sources.main());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var found = new ArrayList<Method>();
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                new MethodReader(unit, trees, found).scan(unit, Tree.Kind.CLASS);
            }
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }

    private record Method(Path file, String name, long lines, int parameters, boolean constructor) {
        @Override
        public String toString() {
            return "%s: %s, %d lines, %d parameters".formatted(file, name, lines, parameters);
        }
    }

    /** Walks one file; what it carries down is the kind of the class it is in. */
    private static final class MethodReader extends TreeScanner<Void, Tree.Kind> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Method> found;

        private MethodReader(CompilationUnitTree unit, Trees trees, List<Method> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Tree.Kind around) {
            return super.visitClass(type, type.getKind());
        }

        @Override
        public Void visitMethod(MethodTree method, Tree.Kind around) {
            if (method.getBody() != null) {
                var places = trees.getSourcePositions();
                var lines = unit.getLineMap();
                var first = lines.getLineNumber(places.getStartPosition(unit, method.getBody()));
                var last = lines.getLineNumber(places.getEndPosition(unit, method.getBody()));
                found.add(new Method(
                        Path.of(unit.getSourceFile().toUri()),
                        method.getName().toString(),
                        last - first + 1,
                        method.getParameters().size(),
                        method.getReturnType() == null && around != Tree.Kind.RECORD));
            }
            return super.visitMethod(method, around);
        }
    }
}
