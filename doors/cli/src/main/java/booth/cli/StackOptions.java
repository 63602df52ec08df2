package booth.cli;

import booth.core.Busy;
import booth.core.Refused;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** Which stack a command is about, said as every AWS tool takes it. */
final class StackOptions {
    private static final String STACK = Stack.USUAL_STACK;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the AWS configuration to use.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--region", paramLabel = "NAME", description = "Region of the stack.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = {"--endpoint", "--endpoint-url"},
            paramLabel = "URL",
            description = "Where all AWS services answer, e.g. http://127.0.0.1:4700.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--stack", paramLabel = "NAME", description = "Name of the stack (" + STACK + ").")
    private Optional<String> stack = Optional.empty();

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "Read the stack's outputs from this file (cdk deploy --outputs-file, or booth up) instead of"
                    + " asking CloudFormation.")
    private Optional<Path> outputs = Optional.empty();

    /** Whether a deployed stack is meant, and not simply the embedded cloud. */
    boolean given() {
        return profile.isPresent()
                || region.isPresent()
                || endpoint.isPresent()
                || stack.isPresent()
                || outputs.isPresent();
    }

    /** The stack that was named. */
    DeployedStack named() {
        AwsConnection said = AwsConnection.of(profile, region, endpoint);
        String name = stack.orElse(STACK);
        return asOneLine(
                said,
                () -> outputs.map(file -> DeployedStack.of(file, name, said))
                        .orElseGet(() -> DeployedStack.named(name, said)));
    }

    /** What a command does with a stack's services. */
    interface Work {
        int with(Services services) throws InterruptedException;
    }

    /** Works on the stack that was named, or else on the embedded cloud that runs with this data folder. */
    int use(Launcher launcher, Work work) throws InterruptedException {
        DeployedStack cloud = given() ? named() : embedded(launcher.outputsFile());
        try (Services services = new Services(cloud)) {
            return work.with(services);
        } catch (SdkException | Busy e) {
            throw new CommandFailed(ErrorText.of(cloud.reach(), e));
        } catch (Refused e) {
            throw new CommandFailed(e.sentence());
        }
    }

    private static DeployedStack embedded(Path outputsFile) {
        if (Files.exists(outputsFile)) return DeployedStack.of(outputsFile, STACK, AwsConnection.ofTheSdk());
        throw new CommandFailed("No embedded cloud has run here; start one with 'booth up', or name a deployed stack"
                + " (--stack, --profile, --region).");
    }

    private static <T> T asOneLine(AwsConnection reach, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new CommandFailed(ErrorText.of(reach, e));
        }
    }
}
