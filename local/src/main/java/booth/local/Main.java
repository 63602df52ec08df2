package booth.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.cli.BoothCommand;
import booth.cli.terminal.ExitCode;
import booth.vision.VisionCommand;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The {@code booth} command with a cloud of its own. */
public final class Main {
    private Main() {}

    /** Ends the process whatever happens: a cloud that failed half-way has threads that would keep it, and its data. */
    public static void main(String[] arguments) {
        int code = ExitCode.FAILED;
        try {
            code = commandLine(Home.ofThisProcess()).execute(arguments);
        } catch (Error e) { // the command line reports exceptions only
            e.printStackTrace();
        } finally {
            System.exit(code);
        }
    }

    static CommandLine commandLine(Home home) {
        EmbeddedLauncher launcher = new EmbeddedLauncher(home);
        return BoothCommand.create(
                        launcher,
                        new UpCommand(launcher, home),
                        new EnvCommand(home),
                        new StatesCommand(home),
                        new VisionCommand())
                .setOut(new PrintWriter(System.out, true, UTF_8)); // as it is now: a cloud takes it for its functions
    }
}
