package booth.generate;

import booth.core.function.TaskContext;
import booth.core.job.JobRequest;
import booth.core.job.Seed;
import booth.generate.TextToImageModel.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One message of the generation queue: paint one picture of a text into the garden's bucket.
 *
 * @param kind {@link #KIND}
 * @param key of the picture; its ending says whether it is a JPEG or a PNG
 * @param seed where there is none it follows from the key
 * @param newerThan a picture that was stored before is painted anew; without it any picture is an answer
 * @param taskToken whoever holds it may answer the branch that waits
 * @param failureKey where it is written why there will be no picture
 * @param doneKey where it is written that there was one; where it stands nothing is painted again, whatever became of it
 * @param unlessKey where something stands there, nobody wants the picture any more
 * @param task which execution and state wait
 */
record TextOrder(
        String kind,
        String key,
        String prompt,
        Optional<String> negativeText,
        int width,
        int height,
        Optional<Seed> seed,
        Optional<Integer> steps,
        Optional<Instant> newerThan,
        Optional<String> taskToken,
        Optional<String> failureKey,
        Optional<String> doneKey,
        Optional<String> unlessKey,
        Optional<TaskContext> task) {
    static final String KIND = "text-to-image";

    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 2048;
    private static final int MOST_STEPS = 100;

    TextOrder {
        check(kind.equals(KIND), "an order of kind " + KIND);
        GardenKeys.requirePicture(key);
        check(isText(prompt), "a text of 1 to " + JobRequest.MAX_PROMPT + " characters");
        check(
                negativeText.map(TextOrder::isText).orElse(true),
                "a negative text of 1 to " + JobRequest.MAX_PROMPT + " characters");
        for (int side : List.of(width, height))
            check(side >= LEAST_SIDE && side <= MOST_SIDE, "sides of " + LEAST_SIDE + " to " + MOST_SIDE + " pixels");
        check(steps.map(n -> n >= 1 && n <= MOST_STEPS).orElse(true), "1 to " + MOST_STEPS + " steps");
        Stream.of(failureKey, doneKey, unlessKey).flatMap(Optional::stream).forEach(GardenKeys::requireNote);
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= JobRequest.MAX_PROMPT;
    }

    private static void check(boolean holds, String what) {
        if (!holds) throw new IllegalArgumentException("An order for a picture of a text has " + what + ".");
    }

    Wish wish() {
        return new Wish(
                prompt,
                negativeText,
                width,
                height,
                seed.orElseGet(() -> Seed.of(key)).value(),
                steps);
    }

    String failureNote() {
        return failureKey.orElseGet(() -> GardenKeys.failure(key));
    }

    /** The same for the branch that waits. */
    TextOrder of(Optional<String> token, Optional<TaskContext> context) {
        return new TextOrder(
                kind,
                key,
                prompt,
                negativeText,
                width,
                height,
                seed,
                steps,
                newerThan,
                token,
                failureKey,
                doneKey,
                unlessKey,
                context);
    }
}
