package quartet.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies within the contract. */
@AnalyzeClasses(packages = "quartet.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("quartet.contract.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to understand one package before the next");

    @ArchTest
    static final ArchRule INTERFACE_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("quartet.contract")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("quartet.contract.*..")
            .because("an implementation fulfils the interface without knowing who calls it");
}
