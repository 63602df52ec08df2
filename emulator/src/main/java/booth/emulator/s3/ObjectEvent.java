package booth.emulator.s3;

import java.time.Instant;

/**
 * Something happened to an object.
 *
 * @param name {@code ObjectCreated:Put}, as in S3's notifications
 * @param size bytes; 0 for removals
 * @param eTag without quotation marks; empty for removals
 * @param sequencer hexadecimal, of equal length; the greater of two is the later
 */
public record ObjectEvent(
        String name, String bucket, String key, long size, String eTag, String sequencer, Instant time) {
    boolean created() {
        return name.startsWith("ObjectCreated");
    }

    ObjectEvent with(long newSize, String newETag) {
        return new ObjectEvent(name, bucket, key, newSize, newETag, sequencer, time);
    }
}
