package booth.segment;

import booth.aws.Clients;
import booth.aws.RetryableErrors;
import booth.core.Busy;
import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;

/**
 * SAM behind SageMaker endpoints, which take turns. An endpoint is asked
 * {@code {"encode_image": base64, "input_box": [x1, y1, x2, y2]}} and answers {@code {"mask_image": base64}}, a PNG of
 * the frame's size with the face in black.
 */
final class SageMakerSegmenter implements Segmenter {
    private static final Duration ATTEMPT = Duration.ofSeconds(55); // the service itself gives up after 60
    private static final int SERVER_ERROR = 500;

    private record Question(
            @JsonProperty("encode_image") byte[] image,
            @JsonProperty("input_box") Box box) {}

    private record Answer(@JsonProperty("mask_image") byte[] mask) {}

    private final SageMakerRuntimeClient sageMaker;
    private final List<String> endpoints;
    private final AtomicInteger turn = new AtomicInteger();

    SageMakerSegmenter(SageMakerRuntimeClient sageMaker, String endpoints) {
        this.sageMaker = sageMaker;
        this.endpoints = Arrays.stream(endpoints.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (this.endpoints.isEmpty())
            throw new IllegalStateException("SAM_ENDPOINT names no endpoint: '" + endpoints + "'.");
    }

    /** @param endpoints names, comma-separated */
    static SageMakerSegmenter open(String endpoints) {
        return new SageMakerSegmenter(Clients.build(SageMakerRuntimeClient.builder(), ATTEMPT), endpoints);
    }

    @Override
    public Mask segment(StoredFrame frame, Box box) {
        byte[] picture = frame.bytes();
        BufferedImage answer = ImageBytes.decode("The endpoint's mask", ask(new Question(picture, box)));
        PngSize size = PngSize.of(frame.key(), picture);
        if (answer.getWidth() != size.width() || answer.getHeight() != size.height())
            throw new IllegalStateException("The endpoint's mask of " + answer.getWidth() + "×" + answer.getHeight()
                    + " does not fit " + frame.key() + " of " + size.width() + "×" + size.height() + ".");
        return Mask.ofImage(answer);
    }

    private byte[] ask(Question question) {
        String endpoint = endpoints.get(Math.floorMod(turn.getAndIncrement(), endpoints.size()));
        SdkBytes body = SdkBytes.fromByteArrayUnsafe(Json.bytes(question));
        try {
            byte[] answer = RetryableErrors.asBusy(
                            () -> sageMaker.invokeEndpoint(invoke -> invoke.endpointName(endpoint)
                                    .contentType("application/json")
                                    .body(body)))
                    .body()
                    .asByteArrayUnsafe();
            return Json.read("The answer of endpoint " + endpoint, answer, Answer.class)
                    .mask();
        } catch (ModelErrorException e) { // the container's own status: an overload passes, a bad request does not
            if (e.originalStatusCode() != null && e.originalStatusCode() >= SERVER_ERROR)
                throw new Busy("Endpoint " + endpoint + " failed: " + e.getMessage(), e);
            throw e;
        }
    }
}
