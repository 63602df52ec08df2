package booth.garden.pictures;

import booth.core.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.eventnotifications.s3.model.S3EventNotification;
import software.amazon.awssdk.eventnotifications.s3.model.S3EventNotificationRecord;

/**
 * Something has happened to a picture.
 *
 * @param put when it was put, copied or put together; empty where it was deleted
 */
record PictureEvent(PictureKey picture, Optional<Instant> put) {
    /**
     * The events of pictures in one notification of S3; those of other files are left out.
     *
     * @throws IllegalArgumentException for anything but a notification
     */
    static List<PictureEvent> parse(String notification) {
        if (isTestEvent(notification)) return List.of();
        List<S3EventNotificationRecord> records =
                S3EventNotification.fromJson(notification).getRecords();
        if (records == null) throw new IllegalArgumentException("The message is no notification of S3.");
        return records.stream().flatMap(record -> of(record).stream()).toList();
    }

    private static Optional<PictureEvent> of(S3EventNotificationRecord record) {
        Optional<Instant> put = record.getEventName().startsWith("ObjectCreated:")
                ? Optional.of(record.getEventTime())
                : Optional.empty();
        return PictureKey.parse(record.getS3().getObject().getUrlDecodedKey()).map(key -> new PictureEvent(key, put));
    }

    private static boolean isTestEvent(String notification) {
        try {
            return Json.MAPPER.readTree(notification).path("Event").asText().equals("s3:TestEvent");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The message is not JSON.", e);
        }
    }
}
