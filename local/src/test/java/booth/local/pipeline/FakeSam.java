package booth.local.pipeline;

import booth.core.Json;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import booth.emulator.wire.RestService;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SageMaker endpoint that outlines faces as what they are in: boxes. */
final class FakeSam implements RestService {
    private final Gate gate;

    FakeSam() {
        this(new Gate());
    }

    /** @param gate before its pen */
    FakeSam(Gate gate) {
        this.gate = gate;
    }

    private record Question(
            @JsonProperty("encode_image") byte[] image,
            @JsonProperty("input_box") List<Double> box) {}

    private record Answer(@JsonProperty("mask_image") byte[] mask) {}

    private final List<Color> looks = new CopyOnWriteArrayList<>();

    /** Outlines nobody until it is told to {@link #look()}. */
    void pause() {
        gate.close();
    }

    void look() {
        gate.open();
    }

    /** What is in the middle of the photos it was asked about, in that order. */
    List<Color> looks() {
        return looks;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post("/endpoints/{name}/invocations", this::invoke);
    }

    private void invoke(Context request) {
        Question question = Json.read("question", request.bodyAsBytes(), Question.class);
        BufferedImage image = ImageBytes.decode("frame", question.image());
        looks.add(Photos.middle(image));
        gate.pass();
        List<Integer> corners = question.box().stream().map(Double::intValue).toList();
        Mask mask = new Mask(image.getWidth(), image.getHeight());
        mask.keep(new PixelRect(corners.get(0), corners.get(1), corners.get(2), corners.get(3)));
        request.contentType("application/json");
        request.result(Json.bytes(new Answer(ImageBytes.png(mask.toImage()))));
    }
}
