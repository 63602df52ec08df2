package booth.cli.keys;

import booth.cli.stack.Launcher;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.Printout;
import booth.cli.terminal.ShortId;
import booth.core.Refused;
import booth.core.access.BoothKeys;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes keys useless. */
@Command(
        name = "revoke",
        description = "Revokes keys; the API takes them for another minute at most.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 all are revoked, 1 one was not found, 64 wrong usage."})
final class RevokeKeysCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Parameters(
            paramLabel = "KEY",
            arity = "1..*",
            description = "As 'booth keys list' shows them, the first digits (at least 6), or the key itself.")
    private List<String> keys = List.of();

    @Mixin
    private Printout out = new Printout();

    RevokeKeysCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        return stackOptions.use(launcher, services -> {
            BoothKeys all = new BoothKeys(services.jobs());
            boolean missed = false;
            for (String key : keys) missed |= !revoked(key, all);
            return missed ? ExitCode.FAILED : ExitCode.OK;
        });
    }

    /** One that is not found does not keep the others from being revoked. */
    private boolean revoked(String key, BoothKeys all) {
        try {
            tell(KeyLine.of(all.revoke(key)));
            return true;
        } catch (Refused e) {
            spec.commandLine().getErr().println("booth: " + e.sentence());
            return false;
        }
    }

    private void tell(KeyLine key) {
        out.print(
                key,
                () -> ShortId.of(key.id(), launcher.columns()) + "  revoked; it was one of booth " + key.booth() + ".");
    }
}
