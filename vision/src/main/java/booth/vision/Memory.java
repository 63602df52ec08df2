package booth.vision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Resident memory of this process as Linux counts it, natives included. */
record Memory(double nowMegabytes, double peakMegabytes) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Empty on systems that do not tell. */
    static Optional<Memory> resident() {
        if (!Files.isReadable(STATUS)) return Optional.empty();
        try {
            List<String> lines = Files.readAllLines(STATUS);
            return Optional.of(new Memory(megabytes(lines, "VmRSS:"), megabytes(lines, "VmHWM:")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + STATUS, e);
        }
    }

    private static double megabytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
