package booth.asl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the packages: parse and run know definitions, not each other. */
class ArchitectureTest {
    private static final JavaClasses INTERPRETER = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void noPackageDependsOnOneThatDependsOnIt() {
        slices().matching("booth.(**)").should().beFreeOfCycles().check(INTERPRETER);
    }

    @ParameterizedTest
    @CsvSource({
        "booth.asl, booth.asl",
        "booth.asl.jsonata, com.dashjoin.jsonata",
        "booth.asl.definition, booth.asl.jsonata",
        "booth.asl.parse, booth.asl.(definition|jsonata)",
        "booth.asl.run, booth.(asl|asl.definition|asl.jsonata)"
    })
    void aPackageKnowsOnlyWhatIsBelowIt(String of, String below) {
        classes()
                .that()
                .resideInAPackage(of)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", of, below)
                .check(INTERPRETER);
    }
}
