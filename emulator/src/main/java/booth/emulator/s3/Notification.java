package booth.emulator.s3;

/**
 * Which events of a bucket go where.
 *
 * @param event {@code s3:ObjectCreated:*} or a single event's name
 * @param prefix of the key; empty for any
 * @param suffix of the key; empty for any
 * @param target ARN of a queue or function
 */
public record Notification(String bucket, String event, String prefix, String suffix, String target) {
    boolean matches(ObjectEvent happened) {
        String name = "s3:" + happened.name();
        boolean named =
                event.endsWith("*") ? name.startsWith(event.substring(0, event.length() - 1)) : name.equals(event);
        return named
                && happened.bucket().equals(bucket)
                && happened.key().startsWith(prefix)
                && happened.key().endsWith(suffix);
    }
}
