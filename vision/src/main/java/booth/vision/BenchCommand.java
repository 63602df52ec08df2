package booth.vision;

import picocli.CommandLine.Command;

/** Measures the models. */
@Command(name = "bench", description = "Measures.", mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {
    @Override
    public void run() {}
}
