package booth.garden.mood;

import booth.aws.Clients;
import booth.aws.RetryableErrors;
import booth.core.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;

/**
 * Amazon Rekognition's DetectFaces with all attributes. The photo travels in the request and is not fetched from the
 * bucket: two calls of one guest write the same key, and each is to be told of its own photo.
 */
final class RekognitionFaceReader implements FaceReader {
    /** Twice, at most, and both are over long before the function is. */
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final RekognitionClient rekognition;

    RekognitionFaceReader(RekognitionClient rekognition) {
        this.rekognition = rekognition;
    }

    static RekognitionFaceReader open() {
        return new RekognitionFaceReader(Clients.build(RekognitionClient.builder(), ATTEMPT));
    }

    /** Shows it what is no picture; to be told so costs nothing. */
    @Override
    public void prime() {
        try {
            read(new byte[1]);
        } catch (InvalidImageFormatException e) {
            return; // as expected
        }
    }

    @Override
    public Optional<FaceTraits> read(byte[] jpeg) {
        return RetryableErrors.asBusy(() -> rekognition.detectFaces(
                        detect -> detect.image(image -> image.bytes(SdkBytes.fromByteArrayUnsafe(jpeg)))
                                .attributes(Attribute.ALL)))
                .faceDetails()
                .stream()
                .findFirst()
                .map(RekognitionFaceReader::traits);
    }

    private static FaceTraits traits(FaceDetail face) {
        return FaceTraits.of(json(face))
                .orElseThrow(() -> new IllegalStateException("Rekognition told neither age nor gender of a face"));
    }

    /** As the booth's {@code faces.json} keeps what Rekognition said: both are understood in one place. */
    private static ObjectNode json(FaceDetail face) {
        ObjectNode detail = Json.MAPPER.createObjectNode();
        detail.putObject("AgeRange")
                .put("Low", face.ageRange().low())
                .put("High", face.ageRange().high());
        detail.putObject("Gender").put("Value", face.gender().valueAsString());
        value(detail, "Smile", face.smile().value());
        value(detail, "Eyeglasses", face.eyeglasses().value());
        value(detail, "Sunglasses", face.sunglasses().value());
        value(detail, "Beard", face.beard().value());
        value(detail, "Mustache", face.mustache().value());
        value(detail, "EyesOpen", face.eyesOpen().value());
        value(detail, "MouthOpen", face.mouthOpen().value());
        ArrayNode emotions = detail.putArray("Emotions");
        face.emotions()
                .forEach(emotion -> emotions.addObject()
                        .put("Type", emotion.typeAsString())
                        .put("Confidence", emotion.confidence()));
        return detail;
    }

    private static void value(ObjectNode detail, String trait, boolean value) {
        detail.putObject(trait).put("Value", value);
    }
}
