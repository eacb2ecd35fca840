package quartet.harness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies within the harness. */
@AnalyzeClasses(packages = "quartet.harness", importOptions = ImportOption.DoNotIncludeTests.class)
class HarnessArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("quartet.harness.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to understand one package before the next");

    @ArchTest
    static final ArchRule SHARED_TYPES_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("quartet.harness")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartet.harness.*..")
            .because("every package of the harness uses them");

    @ArchTest
    static final ArchRule REPORTS_NEED_RESULTS_ONLY = noClasses()
            .that()
            .resideInAnyPackage("quartet.harness.results..", "quartet.harness.report..", "quartet.harness.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartet.harness.run..", "quartet.harness.worker..", "quartet.harness.command..")
            .because("a report is rebuilt from results.json alone");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_PARSE_ARGUMENTS = noClasses()
            .that()
            .resideOutsideOfPackage("quartet.harness.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..")
            .because("a comparison can then be started by a test or another program");
}
