package booth.cli.keys;

import booth.cli.stack.Launcher;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.Age;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.ShortId;
import booth.cli.terminal.Table;
import booth.core.Json;
import booth.core.access.BoothKeys;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whose keys there are; the keys themselves nobody can show. */
@Command(
        name = "list",
        description = "Lists the keys that were issued, by booth; the keys themselves are stored nowhere.",
        mixinStandardHelpOptions = true)
final class ListKeysCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ListKeysCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        return stackOptions.use(launcher, services -> {
            List<KeyLine> keys = new BoothKeys(services.jobs())
                    .list().stream()
                            .map(KeyLine::of)
                            .sorted(Comparator.comparing(KeyLine::booth).thenComparing(KeyLine::createdAt))
                            .toList();
            PrintWriter out = spec.commandLine().getOut();
            if (json) keys.forEach(key -> out.println(Json.text(key)));
            else if (keys.isEmpty()) spec.commandLine().getErr().println("There are no keys.");
            else table(keys, Instant.now()).lines(launcher.columns()).forEach(out::println);
            out.flush();
            return ExitCode.OK;
        });
    }

    private Table table(List<KeyLine> keys, Instant now) {
        Table table = new Table("KEY", "AGE", "PER MINUTE", "BOOTH");
        for (KeyLine key : keys)
            table.row(List.of(
                    ShortId.of(key.id(), launcher.columns()),
                    Age.of(Duration.between(key.createdAt(), now)),
                    String.valueOf(key.perMinute()),
                    key.booth()));
        return table;
    }
}
