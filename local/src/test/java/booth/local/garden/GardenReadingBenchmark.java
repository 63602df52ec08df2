package booth.local.garden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long {@code gardenfromDB} takes in a garden of 100,000 pictures, 12,500 of each emotion, over HTTP in the embedded
 * cloud. Run its {@code main} for the figures of docs/garden.md.
 */
final class GardenReadingBenchmark {
    private static final List<String> EMOTIONS =
            List.of("happy", "surprised", "calm", "angry", "fear", "confused", "disgusted", "sad");
    private static final int ROUNDS = 50;

    private GardenReadingBenchmark() {}

    /** @param arguments how many pictures, 100,000 where nothing is said */
    public static void main(String[] arguments) throws IOException {
        int pictures = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("garden");
        try (GardenCloud garden = GardenCloud.start(folder)) {
            plant(bucket(folder, garden.bucket()), pictures);
            System.out.println("made anew of the bucket's keys: " + all(garden, 1));
            System.out.println("first readings: " + all(garden, 1));
            all(garden, 10);
            System.out.println("then: " + all(garden, ROUNDS));
        }
    }

    /** Files, as S3's stand-in keeps objects: a hundred thousand puts would be another benchmark. */
    private static void plant(Path bucket, int pictures) throws IOException {
        for (String emotion : EMOTIONS)
            Files.createDirectories(bucket.resolve("emotions").resolve(emotion));
        for (int i = 0; i < pictures; i++) {
            String name = String.format(
                    Locale.ROOT,
                    "img_202611%02d-09%04d_%d%s.jpeg",
                    1 + i / 16 % 28,
                    i / 16 / 28,
                    i,
                    i % 2 == 0 ? "h" : "v");
            Files.write(
                    bucket.resolve("emotions")
                            .resolve(EMOTIONS.get(i / 2 % EMOTIONS.size()))
                            .resolve(name),
                    new byte[] {1});
        }
    }

    private static Path bucket(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder, 6)) {
            return files.filter(path -> path.endsWith(name) && Files.isDirectory(path))
                    .findFirst()
                    .orElseThrow();
        }
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
