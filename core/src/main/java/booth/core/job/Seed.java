package booth.core.job;

import booth.core.Refused;
import booth.core.Sha256;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an image model begins with: the same photo, prompt and seed make the same picture. The range is that of Titan's
 * request; Stability takes twice as much.
 */
public record Seed(@JsonValue long value) {
    public static final long LARGEST = 2_147_483_646;
    private static final int HEX_OF_32_BITS = 8;

    /** @throws Refused {@code INVALID_SEED} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Seed {
        if (value < 0 || value > LARGEST)
            throw new Refused("INVALID_SEED", "A seed is a whole number from 0 to " + LARGEST + ", not " + value + ".");
    }

    /**
     * That of a picture for which none was asked: another one for every job and picture, and always the same for the same
     * two, so a replay repeats it.
     *
     * @param picture counted from 1
     */
    public static Seed of(JobId job, int picture) {
        return of(job + "/" + picture);
    }

    /** That of whatever such a text stands for, always the same. */
    public static Seed of(String what) {
        String hash = Sha256.hex(what);
        return new Seed(Long.parseLong(hash.substring(0, HEX_OF_32_BITS), 16) % (LARGEST + 1));
    }
}
