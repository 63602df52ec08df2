package booth.cli.stack;

import booth.cli.terminal.CommandFailed;
import booth.core.Busy;
import booth.core.Refused;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** Which stack a command is about, given as every AWS tool takes it. */
public final class StackOptions {
    private static final String DEFAULT = Stack.DEFAULT_NAME;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the AWS configuration to use.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--region", paramLabel = "NAME", description = "Region of the stack.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = {"--endpoint", "--endpoint-url"},
            paramLabel = "URL",
            description = "Where all AWS services answer, e.g. http://127.0.0.1:4700.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--stack", paramLabel = "NAME", description = "Name of the stack (" + DEFAULT + ").")
    private Optional<String> stack = Optional.empty();

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "Read the stack's outputs from this file (cdk deploy --outputs-file, or booth up) instead of"
                    + " asking CloudFormation.")
    private Optional<Path> outputs = Optional.empty();

    /** Whether a deployed stack is meant, and not simply the embedded cloud. */
    public boolean given() {
        return profile.isPresent()
                || region.isPresent()
                || endpoint.isPresent()
                || stack.isPresent()
                || outputs.isPresent();
    }

    /** The stack that was named. */
    public DeployedStack named() {
        AwsConnection connection = AwsConnection.of(profile, region, endpoint);
        String name = stack.orElse(DEFAULT);
        return withErrorText(
                connection,
                () -> outputs.map(file -> DeployedStack.of(file, name, connection))
                        .orElseGet(() -> DeployedStack.named(name, connection)));
    }

    /**
     * The account that was named, or else the embedded cloud that runs with this data folder; the stack need not be there.
     */
    public AwsConnection account(Launcher launcher) {
        if (given() && outputs.isEmpty()) return AwsConnection.of(profile, region, endpoint);
        return (given() ? named() : embedded(launcher.outputsFile())).connection();
    }

    /** The stack's name. */
    public String stack() {
        return stack.orElse(DEFAULT);
    }

    /** What a command does with a stack's services. */
    public interface Work {
        int with(Services services) throws InterruptedException;
    }

    /** Works on the stack that was named, or else on the embedded cloud that runs with this data folder. */
    public int use(Launcher launcher, Work work) throws InterruptedException {
        DeployedStack deployed = given() ? named() : embedded(launcher.outputsFile());
        try (Services services = new Services(deployed)) {
            return work.with(services);
        } catch (SdkException | Busy e) {
            throw new CommandFailed(ErrorText.of(deployed.connection(), e));
        } catch (Refused e) {
            throw new CommandFailed(e.sentence());
        }
    }

    private static DeployedStack embedded(Path outputsFile) {
        if (Files.exists(outputsFile)) return DeployedStack.of(outputsFile, DEFAULT, AwsConnection.ofTheSdk());
        throw new CommandFailed("No embedded cloud has run here; start one with 'booth up', or name a deployed stack"
                + " (--stack, --profile, --region).");
    }

    private static <T> T withErrorText(AwsConnection connection, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new CommandFailed(ErrorText.of(connection, e));
        }
    }
}
