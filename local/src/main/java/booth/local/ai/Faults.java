package booth.local.ai;

/** Makes Bedrock fail on purpose, the ways it does: for tests of everything that calls it. */
@FunctionalInterface
public interface Faults {
    /** Never any. */
    Faults NONE = call -> Fault.NONE;

    /** What becomes of this call. */
    Fault of(Call call);

    /**
     * One request that was found valid.
     *
     * @param region the one the request was signed for; empty where it was not signed
     */
    record Call(String modelId, String region, String prompt, long seed) {}

    enum Fault {
        /** It is answered. */
        NONE,
        /** ThrottlingException, 429. */
        THROTTLED,
        /** ServiceUnavailableException, 503. */
        OUTAGE,
        /** The content filter withholds the picture, each dialect in its own way. */
        FILTERED
    }
}
