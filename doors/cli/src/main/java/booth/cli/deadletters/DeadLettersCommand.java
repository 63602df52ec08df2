package booth.cli.deadletters;

import booth.cli.stack.Launcher;
import booth.cli.stack.Services;
import booth.cli.stack.StackOptions;
import booth.cli.terminal.Age;
import booth.cli.terminal.CommandFailed;
import booth.cli.terminal.ExitCode;
import booth.cli.terminal.ShortId;
import booth.cli.terminal.Table;
import booth.core.Concurrently;
import booth.core.Json;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What nobody could handle, and its way back. */
@Command(
        name = "dead-letters",
        description = "Lists the messages that nobody could handle, and sends them back to be tried again.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  booth dead-letters",
            "  booth dead-letters --queue Intake --move",
            "",
            "Looking at a message does not take it out. The dead letters of the generation queue are answered by a",
            "function as soon as they come, so that queue is usually empty; replay their jobs instead."
        })
public final class DeadLettersCommand implements Callable<Integer> {
    private record Line(
            String stack,
            DeadLetterQueue queue,
            @JsonProperty("letters") List<DeadLetter> deadLetters,
            Optional<Long> moved) {
        private String shortened(String name) {
            return DeadLetterQueue.shortened(name, stack);
        }

        private String sources() {
            return queue.sources().stream().map(this::shortened).collect(Collectors.joining(", "));
        }
    }

    private final Launcher launcher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Option(names = "--queue", paramLabel = "NAME", description = "Only queues whose name contains this.")
    private String queue = "";

    @Option(
            names = "--peek",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many messages of each queue to show (${DEFAULT-VALUE}).")
    private int peek = 10;

    @Option(names = "--move", description = "Send the messages back to the queues they came from.")
    private boolean move;

    @Option(names = "--json", description = "One JSON object a line, for each queue.")
    private boolean json;

    public DeadLettersCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        return stackOptions.use(launcher, this::show);
    }

    private int show(Services services) throws InterruptedException {
        DeadLetterQueues queues = new DeadLetterQueues(services.queues(), services.stackName());
        List<DeadLetterQueue> wanted = queues.find().stream()
                .filter(found -> found.name().contains(queue))
                .toList();
        if (wanted.isEmpty())
            throw new CommandFailed("There is no dead-letter queue whose name contains " + queue + ".");
        Instant now = Instant.now();
        List<List<DeadLetter>> deadLetters =
                Concurrently.each(wanted, found -> found.waiting() == 0 ? List.of() : queues.peek(found, peek, now));
        boolean stuck = false;
        for (int i = 0; i < wanted.size(); i++) {
            DeadLetterQueue found = wanted.get(i);
            boolean movable = move && found.waiting() > 0;
            Optional<Long> moved =
                    movable && !found.sources().isEmpty() ? Optional.of(queues.move(found)) : Optional.empty();
            tell(new Line(services.stackName(), found, deadLetters.get(i), moved));
            stuck |= movable && moved.isEmpty();
        }
        return stuck ? ExitCode.FAILED : ExitCode.OK;
    }

    private void tell(Line line) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(Json.text(line));
        else print(line, out);
        out.flush();
    }

    private void print(Line line, PrintWriter out) {
        DeadLetterQueue found = line.queue();
        out.println(line.shortened(found.name()) + "  " + depth(line));
        String givenUp = found.sources().isEmpty() ? "" : "given up by " + line.sources();
        Table table = new Table("  JOB", "AGE", "EVENT", "REASON");
        line.deadLetters()
                .forEach(deadLetter -> table.row(List.of(
                        "  "
                                + deadLetter
                                        .jobId()
                                        .map(id -> ShortId.of(id, launcher.columns()))
                                        .orElse("-"),
                        Age.of(Duration.ofSeconds(deadLetter.age())),
                        deadLetter.event(),
                        deadLetter.reason().orElse(givenUp))));
        if (!line.deadLetters().isEmpty()) table.lines(launcher.columns()).forEach(out::println);
        line.moved().ifPresent(count -> out.println("  " + count + " moved back to " + line.sources()));
        if (move && found.waiting() > 0 && line.moved().isEmpty())
            out.println("  not moved: a function's or a rule's own events have no queue to go back to; replay the jobs"
                    + " that did not end.");
    }

    private static String depth(Line line) {
        DeadLetterQueue found = line.queue();
        if (found.waiting() + found.held() == 0) return "empty";
        String oldest = line.deadLetters().stream().mapToLong(DeadLetter::age).max().stream()
                .mapToObj(age -> ", the oldest shown " + Age.of(Duration.ofSeconds(age)))
                .findFirst()
                .orElse("");
        return found.waiting()
                + (found.waiting() == 1 ? " message" : " messages")
                + oldest
                + (found.held() > 0 ? ", " + found.held() + " being looked at" : "");
    }
}
