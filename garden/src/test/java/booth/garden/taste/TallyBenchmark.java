package booth.garden.taste;

import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.pictures.PictureKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a large garden takes: {@code mvn -q -pl garden -am test-compile exec:java
 * -Dexec.mainClass=booth.garden.taste.TallyBenchmark -Dexec.classpathScope=test}.
 */
public final class TallyBenchmark {
    private static final int PICTURES = 100_000;
    private static final int LIKES = 1_000_000;
    private static final int DAYS = 30;

    private TallyBenchmark() {}

    public static void main(String[] args) {
        List<String> emotions = List.of("happy", "surprised", "calm", "angry", "fear", "confused", "disgusted", "sad");
        List<PictureKey> pictures = IntStream.range(0, PICTURES)
                .mapToObj(i -> PictureKey.of(
                        "emotions/" + emotions.get(i % emotions.size()) + "/img_20261122-093000_" + i + "h.jpeg"))
                .toList();
        Random random = new Random(1);
        long before = used();
        long start = System.nanoTime();
        Tally tally = new Tally();
        for (int i = 0; i < LIKES; i++) tally.count(like(i, pictures, random));
        System.out.printf("counting %,d likes: %d ms%n", LIKES, millis(start));
        System.out.printf("memory of the tally: %d MB%n", (used() - before) / 1_000_000);
        start = System.nanoTime();
        byte[] snapshot = new Snapshot("likes/", tally).bytes();
        System.out.printf("snapshot: %d KB, written in %d ms%n", snapshot.length / 1000, millis(start));
        start = System.nanoTime();
        Snapshot.read(snapshot);
        System.out.printf("read in %d ms%n", millis(start));
        List<PictureKey> happy = pictures.stream()
                .filter(picture -> picture.emotion().equals("happy"))
                .toList();
        Ranking ranking = new Ranking(random);
        for (int i = 0; i < 20; i++) ranking.order("happy", Likes.YOUNG_WOMAN, happy, tally::of);
        start = System.nanoTime();
        for (int i = 0; i < 20; i++) ranking.order("happy", Likes.YOUNG_WOMAN, happy, tally::of);
        System.out.printf("one order of %,d pictures: %d ms%n", happy.size(), millis(start) / 20);
        System.out.println(tally.likes() + " likes of " + tally.arms().size() + " pictures");
    }

    private static Like like(int number, List<PictureKey> pictures, Random random) {
        int first = random.nextInt(PICTURES - 2);
        return new Like(
                new GuestId("guest-" + random.nextInt(200_000)),
                pictures.get(first + random.nextInt(3)),
                pictures.subList(first, first + 3),
                Optional.of(Generation.values()[random.nextInt(Generation.values().length)]),
                Optional.of(Gender.values()[random.nextInt(2)]),
                Hall.OPENING.plus(Duration.ofSeconds((long) number * DAYS * 86_400 / LIKES)));
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
