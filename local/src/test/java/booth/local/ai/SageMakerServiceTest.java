package booth.local.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.Photo;
import booth.core.image.PixelRect;
import booth.vision.Face;
import booth.vision.Models;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;

class SageMakerServiceTest {
    private static final byte[] PICTURE = Samples.png(Samples.plain(128, 64, Color.GRAY));

    @Test
    void theMaskIsAnRgbPngWithTheOutlinedThingBlack() throws Exception {
        try (var wire = Wire.of(new SageMakerService(SageMakerServiceTest::boxes), SageMakerRuntimeClient.builder())) {
            BufferedImage mask = ask(wire, PICTURE, List.of(10.5, 20.0, 30.0, 40.0));

            assertThat(mask.getWidth()).isEqualTo(128);
            assertThat(mask.getHeight()).isEqualTo(64);
            assertThat(mask.getColorModel().getNumComponents()).isEqualTo(3);
            assertThat(mask.getRGB(15, 25)).isEqualTo(0xff000000);
            assertThat(mask.getRGB(5, 25)).isEqualTo(0xffffffff);
        }
    }

    @Test
    void aBodyTheModelCannotReadIsItsError() throws Exception {
        try (var wire = Wire.of(new SageMakerService(SageMakerServiceTest::boxes), SageMakerRuntimeClient.builder())) {
            assertThatThrownBy(() -> ask(wire, PICTURE, List.of(1.0, 2.0, 3.0)))
                    .isInstanceOf(ModelErrorException.class)
                    .hasMessageContaining("four numbers");
            assertThatThrownBy(() -> ask(wire, PICTURE, List.of(9.0, 2.0, 3.0, 4.0)))
                    .isInstanceOf(ModelErrorException.class);
            assertThatThrownBy(() -> ask(wire, new byte[] {1, 2, 3}, List.of(1.0, 2.0, 3.0, 4.0)))
                    .isInstanceOf(ModelErrorException.class)
                    .hasMessageContaining("encode_image is not a picture");
            assertThatThrownBy(() -> wire.client()
                            .invokeEndpoint(call ->
                                    call.endpointName("sam").body(SdkBytes.fromUtf8String("{\"input_box\":[]}"))))
                    .isInstanceOf(ModelErrorException.class)
                    .hasMessageContaining("encode_image");
        }
    }

    @Test
    void samOutlinesTheFaceOfASample() throws Exception {
        BufferedImage photo = Photo.frame(Samples.photo(1), Photo.Fit.SQUASH);
        try (VisionModels models = new VisionModels(Models.find(System.getenv()));
                var wire = Wire.of(new SageMakerService(models), SageMakerRuntimeClient.builder())) {
            Face face = models.faces().find(photo).get(0);
            Box box = face.box();

            Mask mask = Mask.ofImage(ask(wire, ImageBytes.png(photo), List.of(box.x1(), box.y1(), box.x2(), box.y2())));

            assertThat(mask.kept((int) face.nose().x(), (int) face.nose().y())).isTrue();
            assertThat(mask.keptPixels()).isBetween((int) (box.area() * .4), (int) (box.area() * 2));
        }
    }

    private static Mask boxes(byte[] image, Box box) {
        BufferedImage decoded = ImageBytes.decode("encode_image", image);
        Mask mask = new Mask(decoded.getWidth(), decoded.getHeight());
        mask.keep(new PixelRect((int) box.x1(), (int) box.y1(), (int) box.x2(), (int) box.y2()));
        return mask;
    }

    private static BufferedImage ask(Wire<SageMakerRuntimeClient> wire, byte[] image, List<Double> box)
            throws IOException {
        byte[] question = Json.bytes(Map.of("encode_image", image, "input_box", box));
        byte[] answer = wire.client()
                .invokeEndpoint(call ->
                        call.endpointName("sam").contentType("application/json").body(SdkBytes.fromByteArray(question)))
                .body()
                .asByteArray();
        JsonNode json = Json.MAPPER.readTree(answer);
        return ImageBytes.decode("mask_image", json.path("mask_image").binaryValue());
    }
}
