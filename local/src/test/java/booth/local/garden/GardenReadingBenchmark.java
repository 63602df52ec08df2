package booth.local.garden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long {@code gardenfromDB} takes in a garden of 100,000 pictures, 12,500 of each emotion, over HTTP in the embedded
 * cloud. Run its {@code main} for the figures of docs/garden.md.
 */
final class GardenReadingBenchmark {
    private static final List<String> EMOTIONS =
            List.of("happy", "surprised", "calm", "angry", "fear", "confused", "disgusted", "sad");
    private static final int ROUNDS = 25;

    /** The embedded cloud takes what functions print. */
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

    private GardenReadingBenchmark() {}

    /** @param arguments how many pictures, 100,000 where nothing is said */
    public static void main(String[] arguments) throws IOException {
        int pictures = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (GardenCloud garden = GardenCloud.start(Files.createTempDirectory("garden"))) {
            plant(garden, pictures);
            OUT.println("first readings: " + all(garden, 1));
            all(garden, 5);
            OUT.println("then: " + all(garden, ROUNDS));
        }
    }

    /** The listings that so many pictures have: readers look at nothing else, and a hundred thousand puts take an hour. */
    private static void plant(GardenCloud garden, int pictures) {
        Map<String, StringBuilder> listings = new TreeMap<>();
        for (int i = 0; i < pictures; i++)
            listings.computeIfAbsent(EMOTIONS.get(i / 2 % EMOTIONS.size()), emotion -> new StringBuilder())
                    .append(String.format(
                            Locale.ROOT, "img_20261122-%06d_%d%s.jpeg%n", 235959 - i, i, i % 2 == 0 ? "h" : "v"));
        listings.forEach((emotion, names) -> garden.put(
                "listings/emotions/" + emotion + "/all.txt",
                names.toString().strip().getBytes(UTF_8)));
    }

    private static String all(GardenCloud garden, int rounds) {
        List<Long> millis = new ArrayList<>();
        int seen = 0;
        for (int i = 0; i < rounds; i++)
            for (String emotion : EMOTIONS) {
                long start = System.nanoTime();
                String body = garden.post("/gardenfromDB", "{\"emotion\":\"" + emotion + "\"}")
                        .body();
                millis.add((System.nanoTime() - start) / 1_000_000);
                if (i == 0) seen += body.split("\"url\"", -1).length - 1;
            }
        Collections.sort(millis);
        return seen + " pictures, median " + millis.get(millis.size() / 2) + " ms, p95 "
                + millis.get(millis.size() * 95 / 100) + " ms, longest " + millis.get(millis.size() - 1) + " ms";
    }
}
