package quartet.scratch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The library packages stand alone and in an order: what is read first does not need what is read later. */
@AnalyzeClasses(packages = "quartet.scratch", importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("quartet.scratch.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a learner who reads package by package must find an order in which to do so")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_SUBPACKAGES = slices().matching("quartet.scratch.(**)")
            .should()
            .beFreeOfCycles()
            // The packages of the vector kernels form cycles, which their warm-up closes.
            .ignoreDependency(resideInAPackage("quartet.scratch.kernel.."), DescribedPredicate.alwaysTrue())
            .because("the order of reading holds inside a divided package too");

    @ArchTest
    static final ArchRule LIBRARY_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("quartet.scratch.*..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jdk.incubator..",
                    "com.sun.management..",
                    "org.jspecify.annotations..",
                    "quartet.scratch.*..")
            .because("from scratch means from the JDK alone; contract and data belong to the project classes")
            .allowEmptyShould(true);

    @Test
    void theRuleFindsAForeignDependency() {
        JavaClasses testsOfTheLibrary = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("quartet.scratch");
        assertThat(LIBRARY_STANDS_ALONE
                        .evaluate(testsOfTheLibrary)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("org.assertj"));
    }
}
