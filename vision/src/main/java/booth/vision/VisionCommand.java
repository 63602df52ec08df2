package booth.vision;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lets a person judge the models: overlay pictures for the eye, a benchmark for the clock. */
@Command(
        name = "vision",
        description = "Looks at photos with the models of the booth.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {OverlayCommand.class, BenchCommand.class})
public final class VisionCommand {
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** @return the exit code: 0 done, 1 failed, 2 wrong arguments */
    static int run(String... args) {
        return new CommandLine(new VisionCommand())
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
                    return 1;
                })
                .execute(args.length == 0 ? new String[] {"--help"} : args);
    }
}
