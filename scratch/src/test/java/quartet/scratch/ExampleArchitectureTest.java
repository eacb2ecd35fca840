package quartet.scratch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.TextSpec;

/** What the examples may depend on. */
@AnalyzeClasses(packages = "quartet.scratch", importOptions = ImportOption.DoNotIncludeTests.class)
class ExampleArchitectureTest {
    @ArchTest
    static final ArchRule EXAMPLES_DO_NOT_KNOW_THE_ADAPTER = noClasses()
            .that()
            .resideInAPackage("quartet.scratch")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("quartet.scratch.adapter..")
            .because("an example shows the library alone; what the comparison needs belongs to the adapter");

    @ArchTest
    static final ArchRule EXAMPLES_KNOW_ONLY_SPECIFICATIONS_OF_THE_CONTRACT = noClasses()
            .that()
            .resideInAPackage("quartet.scratch")
            .should()
            .dependOnClassesThat(resideInAPackage("quartet.contract..")
                    .and(not(belongToAnyOf(MlpSpec.class, CnnSpec.class, TextSpec.class))))
            .because("a reader takes an example away and replaces the specification by numbers");
}
