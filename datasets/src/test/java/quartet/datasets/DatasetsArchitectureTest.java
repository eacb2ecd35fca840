package quartet.datasets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies between the packages of the data: files, format, datasets, fetch. */
@AnalyzeClasses(packages = "quartet.datasets", importOptions = ImportOption.DoNotIncludeTests.class)
class DatasetsArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("quartet.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to understand one package before the next");

    @ArchTest
    static final ArchRule FORMATS_ARE_INDEPENDENT = noClasses()
            .that()
            .resideInAPackage("quartet.datasets.format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartet.datasets", "quartet.datasets.fetch..")
            .because("a reader of a file format serves any file, not only those of the catalogue");

    @ArchTest
    static final ArchRule LOADING_NEEDS_NO_NETWORK = noClasses()
            .that()
            .resideOutsideOfPackage("quartet.datasets.fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartet.datasets.fetch..", "java.net..")
            .because("only an explicit fetch may open a network connection");
}
