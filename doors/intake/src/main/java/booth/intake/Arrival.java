package booth.intake;

import booth.core.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import software.amazon.awssdk.eventnotifications.s3.model.S3EventNotification;
import software.amazon.awssdk.eventnotifications.s3.model.S3EventNotificationRecord;
import software.amazon.awssdk.eventnotifications.s3.model.S3Object;

/**
 * An object that was put into a bucket.
 *
 * @param key decoded once: notifications carry it URL-encoded, with {@code +} for a blank
 */
record Arrival(String bucket, String key) {
    /**
     * The arrivals in one S3 event notification; none in the test event that S3 sends when notifications are set up.
     *
     * @throws IllegalArgumentException for anything else
     */
    static List<Arrival> parse(String notification) {
        if (isTestEvent(notification)) return List.of();
        List<S3EventNotificationRecord> records =
                S3EventNotification.fromJson(notification).getRecords();
        if (records == null) throw new IllegalArgumentException("The message is no notification of S3.");
        return records.stream()
                .filter(record -> record.getEventName().startsWith("ObjectCreated:"))
                .map(record ->
                        of(record.getS3().getBucket().getName(), record.getS3().getObject()))
                .toList();
    }

    private static Arrival of(String bucket, S3Object object) {
        return new Arrival(bucket, object.getUrlDecodedKey());
    }

    private static boolean isTestEvent(String notification) {
        try {
            return Json.MAPPER.readTree(notification).path("Event").asText().equals("s3:TestEvent");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The message is not JSON.", e);
        }
    }
}
