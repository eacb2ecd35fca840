package quartet.harness.export.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/**
 * The Java files of an exported project: those generated for it, and the parts of this project's sources that they
 * use.
 *
 * @param main texts by full name of the type
 * @param test texts by full name of the type
 */
public record ExportedSources(Map<String, String> main, Map<String, String> test) {

    /**
     * Reduces sources to the used parts.
     *
     * @param sources all files
     * @param mainRoots full names of the program's entry types
     * @param testRoots full names of the test classes
     */
    public static ExportedSources of(
            SourceFolder sources, Set<String> mainRoots, Set<String> testRoots, Naming naming) {
        Program program = sources.analyze();
        Closure main = Closure.of(program, mainRoots::contains);
        Closure all = Closure.of(program, name -> mainRoots.contains(name) || testRoots.contains(name));
        Links links = new Links(program, all);
        ExportedSources exported = new ExportedSources(new TreeMap<>(), new TreeMap<>());
        for (CompilationUnitTree unit : program.units()) {
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree
                        && program.trees().getElement(new TreePath(new TreePath(unit), type))
                                instanceof TypeElement element
                        && all.contains(element)) {
                    String name = element.getQualifiedName().toString();
                    String text = Pruner.prune(program, all, unit);
                    text = JavaText.withoutDeadLinks(text, target -> links.alive(element, target));
                    text = JavaText.withUsedImports(naming.file(name, text));
                    (main.contains(element) ? exported.main : exported.test).put(naming.typeName(name), text);
                }
            }
        }
        return exported;
    }
}
