package booth.garden.mood;

import booth.core.Busy;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.taste.GuestId;

/** Whoever is to know the guests whose faces were read, to recommend pictures to them. */
@FunctionalInterface
interface Acquaintance {
    /** @throws Busy when it may get through later */
    void met(GuestId guest, Generation generation, Gender gender, Emotion emotion);
}
