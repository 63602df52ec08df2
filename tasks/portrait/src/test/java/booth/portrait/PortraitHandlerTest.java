package booth.portrait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.function.Invocation;
import booth.core.image.ImageBytes;
import booth.core.image.Photo;
import booth.core.job.InMemoryObjectStore;
import booth.vision.Models;
import booth.vision.PersonMatte;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the real network, on a photo of three women. */
class PortraitHandlerTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void theWomenStayAndTheBarBehindThemDoesNot() throws IOException {
        BufferedImage photo =
                Photo.frame(Files.readAllBytes(Models.find(Map.of()).samples().get(0)), Photo.Fit.CROP);
        store.write("photo/x/frame.png", ImageBytes.png(photo));
        String answer;
        try (PersonMatte matte = new PersonMatte(Models.find(Map.of()))) {
            answer = Invocation.of(
                    new PortraitHandler(store, matte::alpha),
                    "{'frame':'photo/x/frame.png','faces':[{'box':[447,203,550,327],'mask':'photo/x/face-1.png'}],"
                            + "'subject':'all','pictures':['photo/x/1.jpeg','photo/x/2.jpeg','photo/x/3.jpeg'],"
                            + "'notices':'photo/x/notices.json',"
                            + "'task':{'execution':'e','state':'Portrait','attempt':0}}");
        }
        assertThat(Json.read("answer", answer.getBytes(UTF_8), Portrait.Output.class)
                        .pictures())
                .hasSize(3);
        BufferedImage stage = ImageBytes.decode("stage", store.read("photo/x/3.jpeg"));
        assertThat(brightness(stage.getRGB(20, 20))).isLessThan(60);
        assertThat(brightness(stage.getRGB(499, 260)))
                .as("between the eyes")
                .isBetween(brightness(photo.getRGB(499, 260)) - 30, brightness(photo.getRGB(499, 260)) + 30);
    }

    private static int brightness(int pixel) {
        return (pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255);
    }
}
