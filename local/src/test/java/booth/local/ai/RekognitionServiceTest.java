package booth.local.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import booth.core.image.Box;
import booth.core.image.TakenMemory;
import booth.emulator.wire.ServiceError;
import booth.vision.Models;
import java.awt.Color;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsFeatureName;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsRequest;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.Emotion;
import software.amazon.awssdk.services.rekognition.model.EmotionName;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.GenderType;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.Label;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class RekognitionServiceTest {
    private static final byte[] PICTURE = Samples.png(Samples.plain(640, 640, Color.GRAY));
    private static final SeenPhoto TWO = Samples.seen(
            Samples.face(new Box(100, 100, 300, 350), .98, false),
            Samples.face(new Box(600, 100, 700, 200), .1, false));

    @Test
    void whileOtherPhotosTakeTheMemoryItThrottles() {
        assertThatThrownBy(() -> TakenMemory.open(() -> Pictures.decoded(PICTURE)))
                .isInstanceOfSatisfying(
                        ServiceError.class, error -> assertThat(error.code()).isEqualTo("ThrottlingException"));
    }

    @Test
    void facesHaveBoxesInSharesAndTheDefaultAttributesOnly() throws Exception {
        try (var wire = serve(photo -> TWO)) {
            List<FaceDetail> faces = wire.client()
                    .detectFaces(detect -> detect.image(bytes(PICTURE)))
                    .faceDetails();

            assertThat(faces).hasSize(2);
            assertThat(faces.get(0).boundingBox().left()).isEqualTo(.1f);
            assertThat(faces.get(0).boundingBox().top()).isEqualTo(.2f);
            assertThat(faces.get(0).boundingBox().width()).isEqualTo(.2f);
            assertThat(faces.get(0).boundingBox().height()).isEqualTo(.5f);
            assertThat(faces.get(0).confidence()).isEqualTo(90f);
            assertThat(faces.get(0).landmarks()).hasSize(5);
            assertThat(faces.get(0).quality().sharpness()).isEqualTo(60f);
            assertThat(faces.get(0).smile()).isNull();
            assertThat(faces.get(0).emotions()).isEmpty();
        }
    }

    @Test
    void allAttributesTellWhatIsKnownSurelyAndWhatIsNotLikeACoin() throws Exception {
        try (var wire = serve(photo -> TWO)) {
            FaceDetail face = wire.client()
                    .detectFaces(detect -> detect.image(bytes(PICTURE)).attributes(Attribute.ALL))
                    .faceDetails()
                    .get(0);

            assertThat(face.landmarks()).hasSize(30);
            assertThat(face.ageRange().low()).isEqualTo(24);
            assertThat(face.smile().value()).isTrue();
            assertThat(face.gender().value()).isEqualTo(GenderType.FEMALE);
            assertThat(face.gender().confidence()).isCloseTo(80f, within(.01f));
            assertThat(face.eyeglasses().value()).isTrue();
            assertThat(face.sunglasses().value()).isFalse();
            assertThat(face.eyesOpen().value()).isTrue();
            assertThat(face.mouthOpen().value()).isFalse();
            assertThat(face.beard().confidence()).isEqualTo(50f);
            assertThat(face.mustache().confidence()).isEqualTo(50f);
            assertThat(face.emotions()).hasSize(8);
            Emotion strongest = Collections.max(face.emotions(), Comparator.comparingDouble(Emotion::confidence));
            assertThat(strongest.type()).isEqualTo(EmotionName.HAPPY);
            assertThat(strongest.confidence()).isCloseTo(88f, within(.01f));
            assertThat(face.emotions().get(0))
                    .as("Rekognition's lists are in no order")
                    .isNotEqualTo(strongest);
        }
    }

    @Test
    void attributesMayBeNamedOneByOne() throws Exception {
        try (var wire = serve(photo -> TWO)) {
            FaceDetail face = wire.client()
                    .detectFaces(detect -> detect.image(bytes(PICTURE)).attributes(Attribute.SMILE))
                    .faceDetails()
                    .get(0);

            assertThat(face.smile().value()).isTrue();
            assertThat(face.gender()).isNull();
            assertThatThrownBy(() -> wire.client()
                            .detectFaces(detect -> detect.image(bytes(PICTURE)).attributesWithStrings("SHOE_SIZE")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("SHOE_SIZE");
        }
    }

    @Test
    void glassesAreALabelWithAnInstanceForEachWearer() throws Exception {
        try (var wire = serve(photo -> TWO)) {
            List<Label> labels = labels(wire, "Glasses").labels();

            assertThat(labels).extracting(Label::name).containsExactly("Glasses");
            assertThat(labels.get(0).confidence()).isCloseTo(98f, within(.01f));
            assertThat(labels.get(0).instances()).hasSize(1);
            assertThat(labels.get(0).instances().get(0).boundingBox().left()).isEqualTo(.1f);
            assertThat(labels(wire, "Sunglasses").labels()).isEmpty();
            assertThat(labels(wire, "Dog").labels()).isEmpty();
        }
    }

    @Test
    void darkLensesAreSunglassesAndGlasses() throws Exception {
        try (var wire = serve(photo -> Samples.seen(Samples.face(new Box(0, 0, 100, 100), .9, true)))) {
            assertThat(labels(wire, "Sunglasses").labels()).hasSize(1);
            assertThat(labels(wire, "Glasses").labels()).hasSize(1);
            assertThat(wire.client()
                            .detectLabels(detect -> detect.image(bytes(PICTURE)).maxLabels(1))
                            .labels())
                    .hasSize(1);
            assertThat(wire.client()
                            .detectLabels(detect -> detect.image(bytes(PICTURE)).minConfidence(91f))
                            .labels())
                    .isEmpty();
        }
    }

    @Test
    void qualitiesOfThePictureComeWhenAskedFor() throws Exception {
        try (var wire = serve(photo -> TWO)) {
            DetectLabelsResponse answer = wire.client()
                    .detectLabels(
                            detect -> detect.image(bytes(PICTURE)).features(DetectLabelsFeatureName.IMAGE_PROPERTIES));

            assertThat(answer.labels()).isEmpty();
            assertThat(answer.imageProperties().quality().contrast()).isEqualTo(70f);
        }
    }

    @Test
    void onePhotoIsLookedAtOnce() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        try (var wire = serve(photo -> {
            looks.incrementAndGet();
            return TWO;
        })) {
            wire.client().detectFaces(detect -> detect.image(bytes(PICTURE)));
            labels(wire, "Glasses");
            labels(wire, "Sunglasses");
            assertThat(looks).hasValue(1);

            wire.client().detectFaces(detect -> detect.image(bytes(Samples.png(Samples.plain(640, 640, Color.RED)))));
            assertThat(looks).hasValue(2);
        }
    }

    @Test
    void pictureObjectsAreReadFromS3() throws Exception {
        try (var wire = serve(photo -> TWO)) {
            assertThat(wire.client()
                            .detectFaces(detect -> detect.image(object("here")))
                            .faceDetails())
                    .hasSize(2);
            assertThatThrownBy(() -> wire.client().detectFaces(detect -> detect.image(object("nowhere"))))
                    .isInstanceOf(InvalidS3ObjectException.class);
        }
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() throws Exception {
        try (var wire = serve(photo -> TWO)) {
            assertThatThrownBy(() -> wire.client()
                            .detectFaces(detect ->
                                    detect.image(bytes("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))))
                    .isInstanceOf(InvalidImageFormatException.class);
            assertThatThrownBy(() -> wire.client().detectFaces(detect -> detect.image(bytes(new byte[(5 << 20) + 1]))))
                    .isInstanceOf(ImageTooLargeException.class);
            assertThatThrownBy(() -> wire.client()
                            .detectFaces(detect -> detect.image(Image.builder().build())))
                    .isInstanceOf(InvalidParameterException.class);
        }
    }

    @Test
    void theRealModelsFindTheSmilingFaceOfASample() throws Exception {
        try (VisionModels models = new VisionModels(Models.find(System.getenv()));
                var wire = Wire.of(new RekognitionService(models), RekognitionClient.builder())) {
            List<FaceDetail> faces = wire.client()
                    .detectFaces(detect -> detect.image(bytes(Samples.photo(1))).attributes(Attribute.ALL))
                    .faceDetails();

            assertThat(faces).isNotEmpty();
            FaceDetail face = faces.get(0);
            assertThat(face.boundingBox().width()).isBetween(.02f, 1f);
            assertThat(face.landmarks()).allSatisfy(landmark -> {
                assertThat(landmark.x()).isBetween(0f, 1f);
                assertThat(landmark.y()).isBetween(0f, 1f);
            });
            assertThat(face.emotions().stream().mapToDouble(e -> e.confidence()).sum())
                    .isCloseTo(100, within(1.0));
            assertThat(face.quality().sharpness()).isBetween(1f, 100f);
        }
    }

    /** All that the garden tells a guest of his face. */
    @Test
    void theRealModelsTellEveryTraitOfEverySample() throws Exception {
        try (VisionModels models = new VisionModels(Models.find(System.getenv()));
                var wire = Wire.of(new RekognitionService(models), RekognitionClient.builder())) {
            for (int sample = 1; sample <= 6; sample++) {
                byte[] photo = Samples.photo(sample);
                FaceDetail face = wire.client()
                        .detectFaces(detect -> detect.image(bytes(photo)).attributes(Attribute.ALL))
                        .faceDetails()
                        .get(0);

                assertThat(face.ageRange().low())
                        .as("sample " + sample)
                        .isBetween(0, face.ageRange().high());
                assertThat(face.ageRange().high()).isLessThan(110);
                assertThat(face.gender().value()).isIn(GenderType.MALE, GenderType.FEMALE);
                assertThat(face.emotions())
                        .extracting(Emotion::type)
                        .doesNotHaveDuplicates()
                        .hasSize(8);
                assertThat(Stream.of(
                                face.smile().confidence(),
                                face.eyeglasses().confidence(),
                                face.sunglasses().confidence(),
                                face.beard().confidence(),
                                face.mustache().confidence(),
                                face.eyesOpen().confidence(),
                                face.mouthOpen().confidence()))
                        .allSatisfy(confidence -> assertThat(confidence).isBetween(50f, 100f));
            }
        }
    }

    private static DetectLabelsResponse labels(Wire<RekognitionClient> wire, String name) {
        Consumer<DetectLabelsRequest.Builder> request = detect -> detect.image(bytes(PICTURE))
                .minConfidence(70f)
                .features(DetectLabelsFeatureName.GENERAL_LABELS)
                .settings(settings -> settings.generalLabels(general -> general.labelInclusionFilters(name)));
        return wire.client().detectLabels(request);
    }

    private static Image bytes(byte[] bytes) {
        return Image.builder().bytes(SdkBytes.fromByteArray(bytes)).build();
    }

    private static Image object(String name) {
        return Image.builder()
                .s3Object(object -> object.bucket("photos").name(name))
                .build();
    }

    private static Wire<RekognitionClient> serve(Sight sight) {
        return Wire.of(new RekognitionService(sight, OneObject::new), RekognitionClient.builder());
    }

    /** A bucket with one picture in it. */
    private static final class OneObject implements S3Client {
        @Override
        public HeadObjectResponse headObject(HeadObjectRequest head) {
            if (!head.key().equals("here"))
                throw NoSuchKeyException.builder().message("none").build();
            return HeadObjectResponse.builder()
                    .contentLength((long) PICTURE.length)
                    .build();
        }

        @Override
        public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest get) {
            return ResponseBytes.fromByteArray(GetObjectResponse.builder().build(), PICTURE);
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
