package booth.local.ai;

import booth.core.LoadingCache;
import booth.emulator.wire.JsonService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Rekognition's DetectFaces and DetectLabels over local models. One photo is looked at once, whichever of the two asks
 * and however many ask at a time. The only labels it knows are Glasses and Sunglasses.
 */
public final class RekognitionService implements JsonService {
    private static final int PHOTOS_REMEMBERED = 16;

    private final Sight sight;
    private final Pictures pictures;
    private final LoadingCache<Digest, SeenPhoto> seen = new LoadingCache<>(PHOTOS_REMEMBERED);

    /**
     * Reads {@code Image.S3Object} from where the SDK looks for S3: {@code AWS_ENDPOINT_URL_S3} and its system property
     * count. They are looked at when the first such request comes.
     */
    public RekognitionService(VisionModels models) {
        this(new ModelSight(models), new LazyS3());
    }

    /** @param s3 gives the client that reads {@code Image.S3Object}; it stays its owner's to close */
    public RekognitionService(VisionModels models, Supplier<S3Client> s3) {
        this(new ModelSight(models), s3);
    }

    RekognitionService(Sight sight, Supplier<S3Client> s3) {
        this.sight = sight;
        this.pictures = new Pictures(s3);
    }

    @Override
    public String target() {
        return "RekognitionService";
    }

    @Override
    public JsonNode call(String action, JsonNode input) {
        return switch (action) {
            case "DetectFaces" -> FaceDetails.answer(look(input), FaceAttributes.of(input.path("Attributes")));
            case "DetectLabels" -> {
                LabelQuery query = LabelQuery.of(input);
                yield Labels.answer(look(input), query);
            }
            default -> throw ServiceError.unknownOperation(action);
        };
    }

    private SeenPhoto look(JsonNode input) {
        byte[] bytes = pictures.bytes(input.path("Image"));
        return seen.get(Digest.of(bytes), () -> sight.look(Pictures.decoded(bytes)));
    }
}
