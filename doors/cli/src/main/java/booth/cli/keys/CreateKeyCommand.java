package booth.cli.keys;

import booth.cli.stack.Launcher;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.ShortId;
import booth.core.Json;
import booth.core.access.BoothKeys;
import booth.core.access.BoothKeys.Issued;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Issues a key. Standard output is the key and nothing else, so that a script can take it. */
@Command(
        name = "create",
        description = "Creates a key and prints it; it is shown this once and stored nowhere.",
        mixinStandardHelpOptions = true)
final class CreateKeyCommand implements Callable<Integer> {
    private record Line(KeyLine about, String key, String webhookSecret) {}

    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Option(names = "--booth", required = true, paramLabel = "NAME", description = "The booth whose jobs it opens.")
    private String booth = "";

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many requests a minute it may make (${DEFAULT-VALUE}).")
    private int perMinute = 600;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    CreateKeyCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        return stackOptions.use(launcher, services -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            tell(new BoothKeys(services.jobs()).issue(booth, perMinute, now));
            return ExitCode.OK;
        });
    }

    private void tell(Issued issued) {
        PrintWriter out = spec.commandLine().getOut();
        KeyLine about = KeyLine.of(issued.key());
        if (json)
            out.println(Json.text(new Line(about, issued.secret(), issued.key().webhookSecret())));
        else out.println(issued.secret());
        out.flush();
        if (!json)
            spec.commandLine()
                    .getErr()
                    .println("This is the key of booth " + booth + "; keep it, it is not shown again. Revoke it with"
                            + " 'booth keys revoke " + ShortId.of(about.id())
                            + "'. Webhooks to this booth are signed with "
                            + issued.key().webhookSecret());
    }
}
