package booth.local.ai;

import booth.core.Json;
import booth.core.Refused;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.emulator.wire.RestService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/**
 * SageMaker endpoints. Behind those whose name begins with {@code stable-diffusion} paints {@link StableDiffusion};
 * behind all others is SAM: {@code {"encode_image": base64, "input_box": [x1, y1, x2, y2]}} in, {@code {"mask_image":
 * base64 PNG}} out, black where the outlined thing is, of the image's size.
 */
public final class SageMakerService implements RestService {
    private static final int MODEL_ERROR = 424;
    private final Segmenter segmenter;

    public SageMakerService(VisionModels models) {
        this(new SamSegmenter(models));
    }

    SageMakerService(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    private record Question(
            @JsonProperty(value = "encode_image", required = true)
            byte[] image,

            @JsonProperty(value = "input_box", required = true)
            List<Double> box) {
        Box corners() {
            if (box.size() != 4)
                throw new IllegalArgumentException("input_box has four numbers [x1, y1, x2, y2], not " + box);
            return new Box(box.get(0), box.get(1), box.get(2), box.get(3));
        }
    }

    private record Answer(@JsonProperty("mask_image") byte[] mask) {}

    @Override
    public void routes(RoutesConfig routes) {
        routes.post("/endpoints/{name}/invocations", this::invoke);
    }

    private void invoke(Context request) {
        Object answer = answer(request.pathParam("name"), request.bodyAsBytes());
        request.header("x-Amzn-Invoked-Production-Variant", "AllTraffic");
        request.contentType("application/json");
        request.result(Json.bytes(answer));
    }

    /** What the model's container would refuse is a ModelError with its answer inside, as SageMaker has it. */
    private Object answer(String endpoint, byte[] body) {
        try {
            if (endpoint.startsWith(StableDiffusion.ENDPOINT)) return StableDiffusion.answer(body);
            Question question = LargeJson.MAPPER.readValue(body, Question.class);
            Mask mask = segmenter.segment(question.image(), question.corners());
            return new Answer(ImageBytes.png(ImageBytes.rgb(mask.toImage())));
        } catch (IOException | IllegalArgumentException | Refused e) {
            throw new ServiceError(
                    MODEL_ERROR,
                    "ModelError",
                    "Received client error (400) from primary with message \"" + e.getMessage() + "\"");
        }
    }
}
