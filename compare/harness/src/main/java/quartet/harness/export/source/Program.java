package quartet.harness.export.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import quartet.harness.UsageException;

/**
 * Java sources that the JDK's compiler has parsed and attributed, so that each name is resolved to an element. No
 * class file is written.
 *
 * @param units the parsed files
 * @param trees maps between elements, trees and positions in the text
 * @param elements utilities for members and overriding
 */
record Program(List<CompilationUnitTree> units, Trees trees, Elements elements) {

    /**
     * Analyses sources.
     *
     * @param sources all files, which may refer to one another
     * @param classPath of the libraries
     * @param options further options of javac
     * @throws UsageException if this Java has no compiler
     * @throws IllegalStateException if the sources contain an error
     */
    static Program analyze(List<SourceText> sources, String classPath, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UsageException("export needs a JDK, but this Java has no compiler; set JAVA_HOME to a JDK");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-classpath", classPath));
        arguments.addAll(options);
        JavacTask task = (JavacTask) compiler.getTask(null, null, problems, arguments, null, sources);
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            problems.getDiagnostics().stream()
                    .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                    .findFirst()
                    .ifPresent(Program::fail);
            return new Program(units, Trees.instance(task), task.getElements());
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler cannot read the sources: " + e.getMessage(), e);
        }
    }

    private static void fail(Diagnostic<? extends JavaFileObject> problem) {
        JavaFileObject source = problem.getSource();
        throw new IllegalStateException((source == null ? "sources" : source.getName()) + ", line "
                + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT));
    }
}
