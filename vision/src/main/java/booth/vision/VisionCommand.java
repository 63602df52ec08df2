package booth.vision;

import java.io.PrintWriter;
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
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(line(out, err).execute(args.length == 0 ? new String[] {"--help"} : args));
    }

    /** Exit codes: 0 done, 1 failed with a sentence, 2 wrong arguments. */
    static CommandLine line(PrintWriter out, PrintWriter err) {
        return new CommandLine(new VisionCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
                    return 1;
                });
    }
}
