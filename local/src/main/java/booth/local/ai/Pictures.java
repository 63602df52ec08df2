package booth.local.ai;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.image.Photo;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** The {@code Image} of a Rekognition request: bytes in it, or an object in S3. */
final class Pictures {
    private static final int MAX_BYTES = 5 << 20;
    private final Supplier<S3Client> s3;

    Pictures(Supplier<S3Client> s3) {
        this.s3 = s3;
    }

    /** @throws ServiceError InvalidParameterException, ImageTooLargeException or InvalidS3ObjectException */
    byte[] bytes(JsonNode image) {
        if (image.path("Bytes").isTextual() == image.path("S3Object").isObject())
            throw invalid("Request has invalid parameters: Image needs either Bytes or S3Object");
        return image.path("Bytes").isTextual() ? inline(image.path("Bytes")) : object(image.path("S3Object"));
    }

    private static byte[] inline(JsonNode base64) {
        byte[] bytes;
        try {
            bytes = base64.binaryValue();
        } catch (IOException e) {
            throw invalid("Request has invalid parameters: Image.Bytes is not base64");
        }
        if (bytes.length > MAX_BYTES)
            throw tooLarge("The image has " + bytes.length + " bytes; at most 5242880 may be sent in a request");
        return bytes;
    }

    private byte[] object(JsonNode object) {
        String bucket = object.path("Bucket").asText();
        String key = object.path("Name").asText();
        if (object.hasNonNull("Version")) throw invalid("Object versions (S3Object.Version) are not supported here");
        try {
            S3Client client = s3.get();
            long size = client.headObject(head -> head.bucket(bucket).key(key)).contentLength();
            if (size > Photo.MAX_BYTES) throw tooLarge("The object has " + size + " bytes; at most 15 MB are taken");
            return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
        } catch (SdkException e) {
            throw ServiceError.badRequest(
                    "InvalidS3ObjectException",
                    "Unable to get object metadata from S3. Check object key, region and/or access permissions." + " ("
                            + bucket + "/" + key + ")");
        }
    }

    /** Upright and at the size the models know; its proportions are those of the picture within a few percent. */
    static BufferedImage decoded(byte[] bytes) {
        try {
            return Photo.frame(bytes, Photo.Fit.SQUASH);
        } catch (Busy e) {
            throw ServiceError.badRequest("ThrottlingException", String.valueOf(e.getMessage()));
        } catch (Refused e) {
            throw switch (e.code()) {
                case "PHOTO_TOO_LARGE", "PHOTO_TOO_HEAVY", "PHOTO_TOO_SLOW" -> tooLarge(e.getMessage());
                case "UNSUPPORTED_TYPE", "UNREADABLE_PHOTO" ->
                    ServiceError.badRequest(
                            "InvalidImageFormatException", "Request has invalid image format: " + e.getMessage());
                default -> invalid("Request has invalid parameters: " + e.getMessage());
            };
        }
    }

    static ServiceError invalid(String message) {
        return ServiceError.badRequest("InvalidParameterException", message);
    }

    private static ServiceError tooLarge(@Nullable String message) {
        return ServiceError.badRequest("ImageTooLargeException", String.valueOf(message));
    }
}
