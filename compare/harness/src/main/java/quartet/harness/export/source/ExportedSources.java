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
 * The Java files of an exported project: those written for it, and what they use of this project's own.
 *
 * @param main texts by full name of the type
 * @param test texts by full name of the type
 */
public record ExportedSources(Map<String, String> main, Map<String, String> test) {

    /**
     * Reduces sources to what is used.
     *
     * @param sources all files
     * @param mainRoots full names of the types with which the program begins
     * @param testRoots full names of the types with which the tests begin
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
