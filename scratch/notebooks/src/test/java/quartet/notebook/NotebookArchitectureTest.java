package quartet.notebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies within the module. */
@AnalyzeClasses(packages = "quartet.notebook", importOptions = ImportOption.DoNotIncludeTests.class)
class NotebookArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("quartet.notebook.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to understand one package before the next");

    @ArchTest
    static final ArchRule CELLS_NEED_NO_RUNNER = noClasses()
            .that()
            .resideInAPackage("quartet.notebook")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartet.notebook.*..", "com.fasterxml.jackson..", "jdk.jshell..")
            .because("cells run in any Java kernel, which has no runner");

    @ArchTest
    static final ArchRule THE_RUNNER_DOES_NOT_TEACH = classes()
            .that()
            .resideInAPackage("quartet.notebook..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("quartet.scratch..")
            .because("only the notebooks use the library, so that its changes cannot break the runner");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_PARSE_ARGUMENTS = noClasses()
            .that()
            .resideOutsideOfPackage("quartet.notebook.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("the runner can then be started by a test or another program");
}
