package booth.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import booth.aws.S3ObjectStore;
import booth.core.job.ErasureAwareStore;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the folders. A new arrow is a decision: see CONTRIBUTING.md. */
class ArchitectureTest {
    private static final List<Path> MODULES = Stream.of(
                    "core",
                    "aws",
                    "vision",
                    "asl",
                    "emulator",
                    "matting",
                    "painter",
                    "http",
                    "tasks/detect",
                    "tasks/segment",
                    "tasks/merge-mask",
                    "tasks/generate",
                    "tasks/portrait",
                    "tasks/monster",
                    "tasks/notify",
                    "doors/intake",
                    "doors/callback",
                    "doors/line-bot",
                    "doors/api",
                    "garden",
                    "doors/cli",
                    "cdk",
                    "local")
            .map(module -> Path.of("..").resolve(module).resolve("target/classes"))
            .toList();

    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(MODULES);
    /** It writes into the garden's bucket alone, in which no guest has files. */
    private static final String NOTES_FOR_GARDENERS = "booth.generate.DeadLetterHandler";

    private static final String[] JDK = {"java..", "javax..", "org.w3c.dom..", "org.jspecify.annotations.."};

    @Test
    void coreKnowsNeitherAwsNorModels() {
        onlyDependOn("booth.core..", "booth.core..", "com.fasterxml.jackson..", "com.amazonaws..", "org.crac..");
    }

    @Test
    void interpreterIsALibraryOfItsOwn() {
        onlyDependOn("booth.asl..", "booth.asl..", "com.fasterxml.jackson..", "com.dashjoin.jsonata..");
    }

    @Test
    void emulatorKnowsTheInterpreterAndLibrariesOnly() {
        noClasses()
                .that()
                .resideInAPackage("booth.emulator..")
                .should()
                .dependOnClassesThat(outsidersOf("booth.emulator", "booth.asl"))
                .check(HOUSE);
    }

    @Test
    void cuttingOutKnowsTheJdkOnly() {
        onlyDependOn("booth.matting..", "booth.matting..");
    }

    @Test
    void painterKnowsTheJdkAndCuttingOutOnly() {
        onlyDependOn("booth.painter..", "booth.painter..", "booth.matting..");
    }

    @Test
    void visionKnowsOnlyCoreAndItsRuntimes() {
        onlyDependOn(
                "booth.vision..",
                "booth.vision..",
                "booth.core..",
                "org.bytedeco..",
                "ai.onnxruntime..",
                "com.fasterxml.jackson..",
                "picocli..");
    }

    @Test
    void sharedAdaptersKnowOnlyCoreAndTheSdk() {
        onlyDependOn(
                "booth.aws..",
                "booth.aws..",
                "booth.core..",
                "software.amazon.awssdk..",
                "com.amazonaws..",
                "com.fasterxml.jackson..");
    }

    @Test
    void stackKnowsNoTask() {
        noClasses()
                .that()
                .resideInAPackage("booth.cdk..")
                .should()
                .dependOnClassesThat(outsidersOf("booth.cdk"))
                .check(HOUSE);
    }

    /** What it makes of a photo may land after the guest was erased. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "booth.detect",
                "booth.segment",
                "booth.mergemask",
                "booth.generate",
                "booth.portrait",
                "booth.monster"
            })
    void whoOpensABucketToWriteForAGuestLooksWhetherTheGuestIsErased(String task) {
        classes()
                .that()
                .resideInAPackage(task + "..")
                .and(DescribedPredicate.describe("open a bucket", one -> knows(one, S3ObjectStore.class)))
                .and()
                .doNotHaveFullyQualifiedName(NOTES_FOR_GARDENERS)
                .should(ArchCondition.from(DescribedPredicate.describe(
                        "look at the job after each write", one -> knows(one, ErasureAwareStore.class))))
                .check(HOUSE);
    }

    private static boolean knows(JavaClass one, Class<?> other) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "booth.detect",
                "booth.segment",
                "booth.mergemask",
                "booth.generate",
                "booth.portrait",
                "booth.monster",
                "booth.notify"
            })
    void tasksKnowNoSibling(String task) {
        noClasses()
                .that()
                .resideInAPackage(task + "..")
                .should()
                .dependOnClassesThat(
                        outsidersOf(Stream.concat(Stream.of(task, "booth.core", "booth.aws"), picturesFor(task))
                                .toArray(String[]::new)))
                .check(HOUSE);
    }

    /** A handler hands on what it has read, so that all a function can be told stands in its Javadoc. */
    @Test
    void ofAFunctionOnlyTheHandlerReadsTheEnvironment() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "booth.core..",
                        "booth.aws..",
                        "booth.detect..",
                        "booth.segment..",
                        "booth.mergemask..",
                        "booth.generate..",
                        "booth.portrait..",
                        "booth.monster..",
                        "booth.notify..",
                        "booth.intake..",
                        "booth.callback..",
                        "booth.linebot..",
                        "booth.http..",
                        "booth.garden..",
                        "booth.api..")
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(HOUSE);
    }

    @Test
    void whatApisShareKnowsOnlyCore() {
        onlyDependOn("booth.http..", "booth.http..", "booth.core..", "com.amazonaws..", "com.fasterxml.jackson..");
    }

    @Test
    void gardenIsASystemOfItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("booth.garden..")
                .should()
                .dependOnClassesThat(outsidersOf("booth.garden", "booth.core", "booth.aws", "booth.http"))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"booth.intake", "booth.callback", "booth.linebot", "booth.api", "booth.cli"})
    void doorsKnowNoTaskAndNoOtherDoor(String door) {
        noClasses()
                .that()
                .resideInAPackage(door + "..")
                .should()
                .dependOnClassesThat(outsidersOf(door, "booth.core", "booth.aws", "booth.http"))
                .check(HOUSE);
    }

    @Test
    void nothingThatShipsKnowsTheEmulatorOrTheLaptop() {
        String[] laptop = {"booth.local", "booth.emulator", "booth.painter", "booth.asl"};
        noClasses()
                .that(DescribedPredicate.describe("ship", type -> !isOf(type, laptop)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("do not", type -> isOf(type, laptop)))
                .check(HOUSE);
    }

    @Test
    void noTwoModulesNeedEachOther() {
        slices().matching("booth.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    /** Sub-packages too: whoever reads one must not have to read the one that reads it. */
    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("booth.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    private static Stream<String> picturesFor(String task) {
        return switch (task) {
            case "booth.segment" -> Stream.of("booth.vision");
            case "booth.monster" -> Stream.of("booth.matting");
            case "booth.portrait" -> Stream.of("booth.vision", "booth.matting");
            default -> Stream.empty();
        };
    }

    private static void onlyDependOn(String module, String... allowed) {
        String[] all = Stream.concat(Stream.of(JDK), Stream.of(allowed)).toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all)
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> outsidersOf(String... allowed) {
        return DescribedPredicate.describe(
                "house classes outside " + List.of(allowed),
                type -> type.getPackageName().startsWith("booth.") && !isOf(type, allowed));
    }

    private static boolean isOf(JavaClass type, String... packages) {
        return Stream.of(packages)
                .anyMatch(home -> type.getPackageName().equals(home)
                        || type.getPackageName().startsWith(home + "."));
    }
}
