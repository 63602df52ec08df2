package booth.cli.keys;

import booth.cli.stack.Launcher;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may use the API of a stack. */
@Command(
        name = "keys",
        description = "Booths' keys for the HTTP API: creates, lists and revokes them, and pairs devices.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  KEY=$(booth keys create --booth hall)",
            "  curl -H \"Authorization: Bearer $KEY\" $API/v1/jobs",
            "  booth keys pair --booth hall",
            "  booth keys list",
            "  booth keys revoke 3f0c2a9d1b7e"
        })
public final class KeysCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private KeysCommand() {}

    public static CommandLine create(Launcher launcher) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new CreateKeyCommand(launcher))
                .addSubcommand(new PairCommand(launcher))
                .addSubcommand(new ListKeysCommand(launcher))
                .addSubcommand(new RevokeKeysCommand(launcher));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: create, pair, list or revoke.");
    }
}
