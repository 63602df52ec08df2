package booth.cli;

import booth.cli.deadletters.DeadLettersCommand;
import booth.cli.doctor.DoctorCommand;
import booth.cli.jobs.CancelCommand;
import booth.cli.jobs.InspectCommand;
import booth.cli.jobs.JobsCommand;
import booth.cli.jobs.ReplayCommand;
import booth.cli.keys.KeysCommand;
import booth.cli.run.RunCommand;
import booth.cli.stack.Launcher;
import booth.cli.terminal.CommandFailed;
import booth.cli.terminal.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code booth} command; its subcommands do the work. */
@Command(
        name = "booth",
        description = "A photo goes in, pictures of the same faces in new worlds come out.",
        mixinStandardHelpOptions = true,
        version = "booth 0.1.0",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.FAILED,
        footer = {
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 a photo was refused, 64 wrong usage.",
            "Run 'booth COMMAND --help' for a command's options."
        })
public final class BoothCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private BoothCommand() {}

    /** @param more subcommands of the launching program */
    public static CommandLine create(Launcher launcher, Object... more) {
        CommandLine line = new CommandLine(new BoothCommand())
                .addSubcommand(new RunCommand(launcher))
                .addSubcommand(new JobsCommand(launcher))
                .addSubcommand(new InspectCommand(launcher))
                .addSubcommand(new ReplayCommand(launcher))
                .addSubcommand(new CancelCommand(launcher))
                .addSubcommand(new DeadLettersCommand(launcher))
                .addSubcommand(KeysCommand.create(launcher))
                .addSubcommand(new DoctorCommand(launcher));
        for (Object command : more) line.addSubcommand(command);
        line.setExecutionExceptionHandler((error, command, parsed) -> report(error, command));
        line.getSubcommands().values().forEach(BoothCommand::setExitCodes);
        return line;
    }

    private static void setExitCodes(CommandLine command) {
        command.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
        command.getSubcommands().values().forEach(BoothCommand::setExitCodes);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, e.g. 'booth run'.");
    }

    /** What a person can mend is one line; anything else is a fault of ours and keeps its stack trace. */
    private static int report(Exception error, CommandLine command) throws Exception {
        if (!(error instanceof CommandFailed)) throw error;
        PrintWriter err = command.getErr();
        err.println("booth: " + error.getMessage());
        return ExitCode.FAILED;
    }
}
