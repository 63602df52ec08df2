package booth.local.ai;

import booth.core.Json;
import booth.core.image.Box;
import booth.emulator.wire.RestService;
import booth.emulator.wire.ServiceError;
import booth.vision.Face;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bedrock's {@code InvokeModel} for image models, in the dialects of Titan (and Nova Canvas) and of Stability. In place
 * of a generative model the painter answers: of a photo it keeps the people and paints a procedural scene behind them,
 * of words alone it paints a garden, or a portrait before one.
 */
public final class BedrockService implements RestService {
    private static final Pattern SIGNED_FOR = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/");
    private final Studio studio;
    private final Faults faults;

    public BedrockService(VisionModels models) {
        this(models, Faults.NONE);
    }

    /** @param faults how it is to fail */
    public BedrockService(VisionModels models, Faults faults) {
        this(new Studio(frame -> people(models, frame)), faults);
    }

    BedrockService(Studio studio, Faults faults) {
        this.studio = studio;
        this.faults = faults;
    }

    private static People people(VisionModels models, BufferedImage frame) {
        List<Box> heads = Face.heads(models.faces().find(frame));
        return new People(models.matte().alpha(frame, heads), heads);
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post("/model/<modelId>/invoke", this::invoke); // angle brackets: an ARN has slashes
    }

    private void invoke(Context request) {
        String model = request.pathParam("modelId");
        Dialect dialect = Dialect.of(model);
        Order order = dialect.read(body(request), studio::frame);
        JsonNode answer = switch (faults.of(new Faults.Call(model, region(request), order.prompt(), order.seed()))) {
            case THROTTLED ->
                throw new ServiceError(
                        429, "ThrottlingException", "Too many requests, please wait before trying again.");
            case OUTAGE ->
                throw new ServiceError(
                        503, "ServiceUnavailableException", "Bedrock is unable to process your request.");
            case FILTERED -> dialect.filtered(order);
            case NONE -> dialect.answer(order, studio.paint(order));
        };
        request.contentType("application/json");
        request.result(Json.bytes(answer));
    }

    private static JsonNode body(Context request) {
        try {
            return LargeJson.MAPPER.readTree(request.bodyAsBytes());
        } catch (JacksonException e) {
            throw Body.invalid("Malformed input request: the body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String region(Context request) {
        Matcher scope = SIGNED_FOR.matcher(
                Optional.ofNullable(request.header("Authorization")).orElse(""));
        return scope.find() ? scope.group(1) : "";
    }
}
