package booth.cli.keys;

import booth.cli.stack.Launcher;
import booth.cli.stack.Services;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.ExitCode;
import booth.core.Json;
import booth.core.access.Pairings;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a link with which a tablet gets a key. Standard output is the link and nothing else. */
@Command(
        name = "pair",
        description = "Prints a link that gives the booth page of one device a key of its own: it works once, for ten"
                + " minutes. On a terminal as a code to scan, too.",
        mixinStandardHelpOptions = true)
final class PairCommand implements Callable<Integer> {
    private record Line(URI link, String booth, Instant expiresAt) {}

    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Option(
            names = "--booth",
            paramLabel = "NAME",
            defaultValue = "booth",
            description = "The booth whose jobs the device opens (${DEFAULT-VALUE}).")
    private String booth = "booth";

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            defaultValue = "1200",
            description = "How many requests a minute it may make (${DEFAULT-VALUE}).")
    private int perMinute = 1200;

    @Option(
            names = "--page",
            paramLabel = "URL",
            description = "Where the booth page is, unless at WebUrl of the pages' stack.")
    private Optional<URI> page = Optional.empty();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    PairCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        return stackOptions.use(launcher, services -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            tell(link(services, now), now);
            return ExitCode.OK;
        });
    }

    private URI link(Services services, Instant now) {
        String pages = page.map(URI::toString).orElseGet(services::pages);
        return Pairings.link(pages, new Pairings(services.jobs()).open(booth, perMinute, now));
    }

    private void tell(URI link, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.text(new Line(link, booth, now.plus(Pairings.VALID))) : link.toString());
        out.flush();
        if (json) return;
        PrintWriter err = spec.commandLine().getErr();
        if (launcher.onTerminal()) new TerminalCode(link.toString()).lines().forEach(err::println);
        err.println("Open it on the device within ten minutes; it works once. The device then has a key of booth "
                + booth + ", which 'booth keys list' shows and 'booth keys revoke' takes away.");
        err.flush();
    }
}
