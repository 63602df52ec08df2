package booth.core.function;

import org.jspecify.annotations.Nullable;

/**
 * The call that comes every few days and wants nothing. Lambda puts the snapshot of a version away that nobody has called
 * for 14 days; whoever calls it then gets an error, and so does everybody else for the minutes it takes to make another.
 *
 * <p>Its event, which the stack writes, is one for all kinds of handlers: it holds no records for those of SQS and S3, and
 * {@link #MARK} as the kind of event where all others look first. There API Gateway and EventBridge themselves say what
 * they bring, so nobody outside can send it.
 */
public final class KeepReady {
    /** The kind of event: {@code detail-type}, and {@code eventType} and {@code routeKey} of the {@code requestContext}. */
    public static final String MARK = "KEEP_READY";

    private KeepReady() {}

    /** @param kind of an event, as it says itself */
    public static boolean is(@Nullable String kind) {
        return MARK.equals(kind);
    }
}
