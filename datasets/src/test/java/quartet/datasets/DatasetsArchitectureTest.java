package quartet.datasets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** The direction of dependencies between the packages of the data: files, format, datasets, fetch. */
@AnalyzeClasses(packages = "quartet.datasets", importOptions = ImportOption.DoNotIncludeTests.class)
class DatasetsArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("quartet.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to understand one package before the next");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(javaClass -> !javaClass.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .as("a package of more than 20 classes is too large to be read at once")
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(20));
    }

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
