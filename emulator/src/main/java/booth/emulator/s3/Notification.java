package booth.emulator.s3;

import java.util.Set;

/**
 * Which events of a bucket go where.
 *
 * @param event {@code s3:ObjectCreated:*} or a single event's name
 * @param prefix of the key; empty for any
 * @param suffix of the key; empty for any
 * @param target ARN of a queue or function
 */
public record Notification(String bucket, String event, String prefix, String suffix, String target) {
    /** All that happens here. */
    private static final Set<String> EVENTS = Set.of(
            "s3:ObjectCreated:*",
            "s3:ObjectCreated:Put",
            "s3:ObjectCreated:Post",
            "s3:ObjectCreated:Copy",
            "s3:ObjectCreated:CompleteMultipartUpload",
            "s3:ObjectRemoved:*",
            "s3:ObjectRemoved:Delete",
            "s3:LifecycleExpiration:*",
            "s3:LifecycleExpiration:Delete");

    public Notification {
        if (!EVENTS.contains(event)) throw new IllegalArgumentException("the event " + event + " does not happen here");
        if (target.endsWith(".fifo"))
            throw new IllegalArgumentException("S3 tells FIFO queues of nothing, so not " + target);
    }

    boolean matches(ObjectEvent happened) {
        return named("s3:" + happened.name())
                && happened.bucket().equals(bucket)
                && happened.key().startsWith(prefix)
                && happened.key().endsWith(suffix);
    }

    /** Whether some event could be for both, which S3 does not take. */
    public boolean overlaps(Notification other) {
        return bucket.equals(other.bucket)
                && (named(other.event) || other.named(event))
                && (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
                && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
    }

    private boolean named(String name) {
        return event.endsWith("*") ? name.startsWith(event.substring(0, event.length() - 1)) : name.equals(event);
    }
}
