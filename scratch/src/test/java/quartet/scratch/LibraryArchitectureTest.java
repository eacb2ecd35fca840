package quartet.scratch;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quartet.scratch.backend.KernelChoice;

/** The library packages stand alone and in an order: what is read first does not need what is read later. */
@AnalyzeClasses(packages = "quartet.scratch", importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryArchitectureTest {
    private static final int LARGEST_PACKAGE = 20;

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
            .because("the order of reading holds inside a divided package too");

    @ArchTest
    static final ArchRule ONLY_KERNEL_CHOICE_KNOWS_VECTOR_KERNELS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(KernelChoice.class.getName())
            .and()
            .resideOutsideOfPackage("quartet.scratch.kernel.vector..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("quartet.scratch.kernel.vector..")
            .because("a JVM without the Vector API loads no vector kernel, and layers work with any kernels");

    @ArchTest
    static final ArchRule TEXTBOOK_KERNELS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("quartet.scratch.kernel.textbook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartet.scratch.kernel.scalar..", "quartet.scratch.kernel.vector..")
            .because("the textbook judges the faster kernels, and a reader needs none of them");

    @ArchTest
    static final ArchRule KERNELS_DO_NOT_KNOW_THE_CHOICE = noClasses()
            .that()
            .resideInAPackage("quartet.scratch.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("quartet.scratch.backend..")
            .because("kernels implement operations; which of them a JVM uses is decided in one place above them");

    @ArchTest
    static final ArchRule LIBRARY_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("quartet.scratch.*..")
            .and()
            .resideOutsideOfPackage("quartet.scratch.adapter..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "jdk.incubator..",
                            "com.sun.management..",
                            "org.jspecify.annotations..",
                            "quartet.scratch.*..")
                    .and(resideOutsideOfPackage("quartet.scratch.adapter..")))
            .because("from scratch means from the JDK alone; contract and data belong to the examples and the adapter")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule EXAMPLES_MEET_NO_KERNEL = noClasses()
            .that()
            .resideInAPackage("quartet.scratch")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("quartet.scratch.kernel..")
            .because("a reader gets from an example to the formula of a layer without a kernel on the way");

    @ArchTest
    static final ArchRule LAYERS_TAKE_NO_KERNEL_TYPES = noCodeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage("quartet.scratch.nn..").and(modifier(JavaModifier.PUBLIC)))
            .should()
            .haveRawParameterTypes(anyElementThat(resideInAPackage("quartet.scratch.kernel..")))
            .because("layers do not ask a reader to import kernels");

    @ArchTest
    static void packagesAreSmallAndDescribed(JavaClasses library) {
        Map<String, List<String>> classes = library.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, mapping(JavaClass::getSimpleName, toList())));
        classes.forEach((name, members) -> {
            assertThat(members)
                    .as("%s has a package-info that gives the order of reading", name)
                    .contains("package-info");
            assertThat(members.size() - 1)
                    .as("classes of %s, few enough to be read in one go", name)
                    .isLessThanOrEqualTo(LARGEST_PACKAGE);
        });
    }

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
