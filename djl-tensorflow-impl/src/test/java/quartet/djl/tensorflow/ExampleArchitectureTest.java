package quartet.djl.tensorflow;

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

/** The direction of dependencies: adapter, then examples, then graph. */
@AnalyzeClasses(packages = "quartet.djl.tensorflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ExampleArchitectureTest {
    private static final String EXAMPLES = "quartet.djl.tensorflow";

    @ArchTest
    static final ArchRule EXAMPLES_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage(EXAMPLES)
            .should()
            .dependOnClassesThat(resideInAPackage("quartet.contract..")
                    .and(not(belongToAnyOf(MlpSpec.class, CnnSpec.class, TextSpec.class))))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("quartet.djl.tensorflow.adapter")
            .because("a reader takes an example away without the comparison around it");

    @ArchTest
    static final ArchRule GRAPH_KNOWS_NEITHER_EXAMPLES_NOR_CONTRACT = noClasses()
            .that()
            .resideInAPackage("quartet.djl.tensorflow.graph")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EXAMPLES, "quartet.djl.tensorflow.adapter", "quartet.contract..")
            .because("the examples depend on it, and they stand alone");
}
