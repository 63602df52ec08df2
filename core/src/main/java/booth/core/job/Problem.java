package booth.core.job;

import booth.core.Refused;

/**
 * What went wrong, for programs and for people.
 *
 * @param code upper-case words, e.g. {@code NO_FACE}
 * @param message a sentence that says what to do
 * @param retryable whether a replay may end better
 */
public record Problem(String code, String message, boolean retryable) {
    public static Problem of(Refused refused) {
        return new Problem(refused.code(), refused.sentence(), false);
    }
}
