package booth.garden.bulk;

import booth.core.Refused;
import booth.garden.pictures.PictureKey;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of a batch: the second in which it was ordered, which is also in its pictures' names and which no other batch
 * has, and a random part, so that nobody guesses it.
 */
record BatchId(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{16}");
    private static final int SLOT = "yyyyMMdd-HHmmss".length();
    private static final String FIRST = "first-garden";

    /** The one that a new garden is planted with. */
    static final BatchId FIRST_GARDEN = new BatchId(FIRST);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    BatchId {
        if (!FORM.matcher(text).matches() && !text.equals(FIRST)) throw none();
    }

    static BatchId at(Instant time, RandomGenerator random) {
        return new BatchId(PictureKey.stamp(time) + "-" + String.format("%016x", random.nextLong()));
    }

    /** The answer to every question about a batch that is not there. */
    static Refused none() {
        return new Refused("NO_SUCH_BATCH", "There is no such batch; a batch is remembered for 90 days.");
    }

    /** The part that no two batches share. */
    String slot() {
        return text.length() > SLOT ? text.substring(0, SLOT) : text;
    }

    String execution(int attempt) {
        return text + "-r" + attempt;
    }

    @Override
    public String toString() {
        return text;
    }
}
