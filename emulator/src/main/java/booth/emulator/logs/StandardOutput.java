package booth.emulator.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.lambda.FunctionOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;

/**
 * {@code System.out} while a cloud runs. On AWS a function's standard output is its log; here many functions share a JVM,
 * so a line goes to the log of the function whose call the printing thread carries out. What other threads print (those a
 * function starts itself, too: a pool that several functions share cannot say for whom it works) goes to
 * {@code other.log}, so that the terminal shows only what its user asked for. Whoever kept the old stream still reaches it.
 */
public final class StandardOutput implements FunctionOutput, AutoCloseable {
    static final String OTHER = "other";

    private final LogGroups groups;
    private final LogGroup other;
    private final Lines lines;
    private final PrintStream before = System.out;
    private final PrintStream mine;

    private StandardOutput(LogGroups groups, LogGroup other) {
        this.groups = groups;
        this.other = other;
        this.lines = new Lines(other);
        this.mine = new PrintStream(lines, true, UTF_8);
    }

    /** Takes the JVM's standard output. */
    public static StandardOutput take(LogGroups groups) {
        StandardOutput output = new StandardOutput(groups, groups.unlisted(OTHER));
        System.setOut(output.mine);
        return output;
    }

    @Override
    public <T> Callable<T> into(String logGroup, Callable<T> call) {
        return () -> {
            lines.begin(groups.group(logGroup));
            try {
                return call.call();
            } finally {
                lines.end();
            }
        };
    }

    /** Gives it back. */
    @Override
    public void close() {
        System.setOut(before);
        other.close();
    }

    /** Cuts what a thread prints into lines; the stream above prints whole lines under its lock, so none are mixed. */
    private static final class Lines extends OutputStream {
        private record Line(LogGroup log, ByteArrayOutputStream begun) {
            Line(LogGroup log) {
                this(log, new ByteArrayOutputStream());
            }
        }

        private final Line others;
        private final ThreadLocal<Line> ofThisThread = new ThreadLocal<>();

        Lines(LogGroup others) {
            this.others = new Line(others);
        }

        void begin(LogGroup log) {
            ofThisThread.set(new Line(log));
        }

        void end() throws IOException {
            Line line = current();
            ofThisThread.remove();
            end(line);
        }

        @Override
        public void write(int octet) throws IOException {
            Line line = current();
            if (octet == '\n') end(line);
            else line.begun.write(octet);
        }

        private Line current() {
            Line mine = ofThisThread.get();
            return mine == null ? others : mine;
        }

        private static void end(Line line) throws IOException {
            String text = line.begun.toString(UTF_8);
            line.begun.reset();
            line.log.append(text.stripTrailing());
        }
    }
}
