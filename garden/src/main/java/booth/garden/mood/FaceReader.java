package booth.garden.mood;

import booth.core.Busy;
import booth.core.Primed;
import java.util.Optional;

/** Tells what a face shows. */
interface FaceReader extends Primed {
    /**
     * Of several faces the first, which is the largest.
     *
     * @return empty where there is none
     * @throws Busy when it may go well later
     */
    Optional<FaceTraits> read(byte[] jpeg);
}
