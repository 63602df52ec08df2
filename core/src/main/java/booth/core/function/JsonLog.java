package booth.core.function;

import java.util.function.Consumer;

/** A log of one JSON object a line. Lambda collects a function's standard output, so that is where lines go. */
public final class JsonLog {
    private final Consumer<String> out;

    public JsonLog(Consumer<String> out) {
        this.out = out;
    }

    public static JsonLog standardOutput() {
        return new JsonLog(line -> System.out.println(line)); // looked up each time: whoever redirects it means it
    }

    public void write(LogLine line) {
        out.accept(line.json());
    }
}
