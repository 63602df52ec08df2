package booth.detect;

import booth.aws.Clients;
import booth.aws.RetryableErrors;
import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.image.ImageBytes;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsFeatureName;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;

/**
 * Amazon Rekognition: faces with all attributes, and at the same time the labels Glasses and Sunglasses. The frame
 * travels as a JPEG of the best quality, which even of noise is half of the 5 MB that are taken.
 */
final class RekognitionFaces implements FaceDetector {
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final int SHORTEST_SIDE = 80;
    private static final int MAX_LABELS = 15;
    private static final float MIN_CONFIDENCE = 70;

    private final RekognitionClient rekognition;

    RekognitionFaces(RekognitionClient rekognition) {
        this.rekognition = rekognition;
    }

    static RekognitionFaces open() {
        return new RekognitionFaces(Clients.build(RekognitionClient.builder(), ATTEMPT));
    }

    /** Shows both operations what is no picture; to be told so costs nothing. */
    @Override
    public void prime() {
        Image nothing =
                Image.builder().bytes(SdkBytes.fromByteArray(new byte[1])).build();
        refused(() -> faces(nothing));
        refused(() -> glasses(nothing));
    }

    private static void refused(Runnable request) {
        try {
            request.run();
        } catch (InvalidImageFormatException e) {
            return; // as expected
        }
    }

    @Override
    public Sighting look(BufferedImage frame) {
        if (Math.min(frame.getWidth(), frame.getHeight()) < SHORTEST_SIDE)
            throw new Refused(
                    "PHOTO_TOO_NARROW", "The photo is too narrow to look for faces; crop it to less than 12:1.");
        Image image = Image.builder()
                .bytes(SdkBytes.fromByteArrayUnsafe(ImageBytes.jpeg(frame, 1)))
                .build();
        return Concurrently.both(
                () -> glasses(image), () -> faces(image), (glasses, faces) -> new Sighting(faces, glasses));
    }

    private List<SeenFace> faces(Image image) {
        return RetryableErrors.asBusy(() ->
                        rekognition.detectFaces(detect -> detect.image(image).attributes(Attribute.ALL)))
                .faceDetails()
                .stream()
                .map(face -> new SeenFace(area(face.boundingBox()), SdkJson.of(face)))
                .toList();
    }

    private List<SeenGlasses> glasses(Image image) {
        return RetryableErrors.asBusy(() -> rekognition.detectLabels(detect -> detect.image(image)
                        .features(DetectLabelsFeatureName.GENERAL_LABELS)
                        .settings(settings ->
                                settings.generalLabels(labels -> labels.labelInclusionFilters("Glasses", "Sunglasses")))
                        .maxLabels(MAX_LABELS)
                        .minConfidence(MIN_CONFIDENCE)))
                .labels()
                .stream()
                .flatMap(label -> label.instances().stream())
                .map(instance -> new SeenGlasses(area(instance.boundingBox()), instance.confidence()))
                .toList();
    }

    private static Area area(BoundingBox box) {
        return new Area(box.left(), box.top(), box.width(), box.height());
    }
}
