package booth.callback;

import java.time.Duration;

/** What became of one try to tell a booth. */
sealed interface Outcome {
    /** Taken: any status from 200 to 299. */
    record Taken() implements Outcome {}

    /** Not now; perhaps later. */
    record Later(String why, Duration notBefore) implements Outcome {
        Later(String why) {
            this(why, Duration.ZERO);
        }
    }

    /** Never: the address is gone (410) or leads where no webhook may go. */
    record Never(String why) implements Outcome {}
}
