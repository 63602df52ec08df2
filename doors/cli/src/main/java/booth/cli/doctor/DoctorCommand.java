package booth.cli.doctor;

import booth.cli.stack.Launcher;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.Printout;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong before a guest does. */
@Command(
        name = "doctor",
        description =
                "Checks an AWS account before and after the stack is deployed to it: a line for each thing, and what"
                        + " to do about it. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "ok: as it should be; warn: somebody should know; fail: photos would fail; skip: nothing to look at.",
            "Exit codes: 0 nothing would fail, 1 something would, 64 wrong usage.",
            "",
            "Examples:",
            "  booth doctor --profile prod --region us-west-2",
            "  booth doctor --profile prod -c samEndpoint=sam",
            "  booth doctor                      the embedded cloud of 'booth up'"
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Launcher launcher;

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "The settings to check against (the project's cdk.json).")
    private Optional<Path> settings = Optional.empty();

    @Option(
            names = {"-c", "--context"},
            paramLabel = "NAME=VALUE",
            description = "A setting that the deployment is given otherwise than in that file; may be repeated.")
    private Map<String, String> context = new LinkedHashMap<>();

    @Mixin
    private Printout printout = new Printout();

    public DoctorCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        Plan plan = Plan.read(settings.orElseGet(launcher::settings), context);
        AtomicBoolean wrong = new AtomicBoolean();
        new Doctor(stackOptions.account(launcher), stackOptions.stack(), plan, Clock.systemUTC(), finding -> {
                    printout.print(finding, finding::line);
                    if (finding.level() == Level.FAIL) wrong.set(true);
                })
                .examine();
        return wrong.get() ? ExitCode.FAILED : ExitCode.OK;
    }
}
