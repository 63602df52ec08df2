package booth.cli.terminal;

import booth.core.Json;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a command has done, one line for each, as it is done: in words or as JSON. */
public final class Printout {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    /** Whether a program reads it: then there is nothing but these lines. */
    public boolean json() {
        return json;
    }

    public void print(Object line, Supplier<String> words) {
        PrintWriter out = command.commandLine().getOut();
        out.println(json ? Json.text(line) : words.get());
        out.flush();
    }
}
