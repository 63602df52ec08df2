package booth.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import booth.aws.Environment;
import booth.core.Json;
import booth.core.function.Invocation;
import booth.core.image.ImageBytes;
import booth.core.image.Photo;
import booth.core.job.Faces;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectTest extends WithAPhoto {
    @Test
    void aPhotoBecomesAFrameAndFaces() {
        upload(1080, 718);
        detector.face(.25, .5, .25, .25);

        assertThat(detect())
                .isEqualTo("{'frame':{'key':'FOLDER/frame.png','width':1024,'height':640},"
                                .replace('\'', '"')
                                .replace("FOLDER", "photo/" + JOB)
                        + "\"faces\":[{\"box\":[256.0,320.0,512.0,480.0],\"mask\":\"photo/" + JOB + "/face-1.png\"}],"
                        + "\"glasses\":[]}");
        BufferedImage frame = ImageBytes.decode(FRAME, jobs.read(FRAME));
        assertThat(frame.getWidth()).isEqualTo(1024);
        assertThat(frame.getHeight()).isEqualTo(640);
        assertThat(new Color(frame.getRGB(500, 300)).getRed()).isBetween(195, 205);
    }

    @Test
    void facesAreKeptWithAllTheirAttributesInTheFolderButDoNotTravel() {
        upload(1024, 1024);
        detector.face(.1, .1, .1, .1);

        String answer = detect();

        Faces faces = Json.read(FACES, jobs.read(FACES), Faces.class);
        assertThat(faces.faces().get(0).attributes().path("Number").asInt()).isEqualTo(1);
        assertThat(answer).doesNotContain("Number");
    }

    @Test
    void theLargestFaceComesFirst() {
        upload(1024, 1024);
        detector.face(0, 0, .1, .1).face(.5, .5, .3, .3).face(.2, .2, .2, .2);

        assertThat(tree(detect()).at("/faces").findValues("box"))
                .extracting(box -> box.get(0).asInt())
                .containsExactly(512, 204, 0);
        Faces faces = Json.read(FACES, jobs.read(FACES), Faces.class);
        assertThat(faces.faces())
                .extracting(face -> face.attributes().path("Number").asInt())
                .containsExactly(2, 3, 1);
    }

    @Test
    void theFortyLargestFacesOfACrowdAreTaken() {
        upload(1024, 1024);
        for (int i = 1; i <= 60; i++) detector.face(0, 0, i / 100.0, i / 100.0);

        ArrayNode faces = (ArrayNode) tree(detect()).path("faces");

        assertThat(faces).hasSize(40);
        assertThat(faces.get(39).path("box").get(2).asDouble()).isEqualTo(1024 * .21);
        assertThat(faces.get(39).path("mask").asText()).endsWith("/face-40.png");
    }

    @Test
    void boxesAreClippedToTheFrame() {
        upload(1024, 1024);
        detector.face(-.1, .9, .2, .2).face(1.1, 0, .2, .2);

        assertThat(tree(detect()).path("faces").findValues("box").toString()).isEqualTo("[[0.0,921.6,102.4,1024.0]]");
    }

    @Test
    void nobodyOnThePhotoIsNoError() {
        upload(1024, 1024);

        assertThat(tree(detect()).path("faces")).isEmpty();
        assertThat(jobs.exists(FRAME)).isTrue();
        assertThat(jobs.exists(FACES)).isTrue();
    }

    @Test
    void facesAreOnlySeenWithTheirFrame() {
        upload(1024, 1024);
        ObjectStore watched = new FrameFirst(jobs);

        Invocation.of(new DetectHandler(uploads, watched, detector.face(0, 0, 1, 1), Photo.Fit.CROP), input());

        assertThat(watched.exists(FACES)).isTrue();
    }

    @Test
    void croppingCutsInsteadOfSquashing() {
        BufferedImage photo = new BufferedImage(1080, 718, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 718; y++) for (int x = 0; x < 1080; x++) photo.setRGB(x, y, y < 20 ? 0xff0000 : 0x0000ff);
        uploads.write(UPLOAD, ImageBytes.png(photo));

        Invocation.of(new DetectHandler(uploads, jobs, detector, Photo.Fit.CROP), input());

        assertThat(ImageBytes.decode(FRAME, jobs.read(FRAME)).getRGB(500, 2)).isEqualTo(0xff0000ff);
    }

    @ParameterizedTest
    @CsvSource({
        "1422,  800, 1024,  576",
        "1080,  718, 1024,  640",
        " 416,  217, 1024,  512",
        "3024, 4032,  768, 1024",
        " 588,  784,  768, 1024"
    })
    void aFrameHasItsSizeAndAFaceItsShapeWhereNothingElseIsWanted(int width, int height, int wide, int high) {
        int radius = Math.min(width, height) / 4;
        uploads.write(UPLOAD, ImageBytes.png(disc(width, height, radius)));
        detector.face(.25, .25, .5, .5);

        JsonNode answer = tree(detect());

        BufferedImage frame = ImageBytes.decode(FRAME, jobs.read(FRAME));
        assertThat(List.of(frame.getWidth(), frame.getHeight())).containsExactly(wide, high);
        assertThat(answer.at("/faces/0/box").toString())
                .isEqualTo("[%s,%s,%s,%s]".formatted(wide * .25, high * .25, wide * .75, high * .75));
        double across = dark(frame, true);
        assertThat(across / dark(frame, false)).isCloseTo(1, within(0.02));
    }

    private static BufferedImage disc(int width, int height, int radius) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = photo.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLACK);
        canvas.fillOval(width / 2 - radius, height / 2 - radius, 2 * radius, 2 * radius);
        canvas.dispose();
        return photo;
    }

    /** How many dark pixels the middle row has, or the middle column. */
    private static long dark(BufferedImage frame, boolean row) {
        int length = row ? frame.getWidth() : frame.getHeight();
        return IntStream.range(0, length)
                .map(i -> row ? frame.getRGB(i, frame.getHeight() / 2) : frame.getRGB(frame.getWidth() / 2, i))
                .filter(rgb -> new Color(rgb).getRed() < 128)
                .count();
    }

    @Test
    void howToFitIsReadFromTheEnvironment() {
        assertThat(DetectHandler.fit(new Environment(Map.of()))).isEqualTo(Photo.Fit.CROP);
        assertThat(DetectHandler.fit(new Environment(Map.of("FRAME_FIT", "squash"))))
                .isEqualTo(Photo.Fit.SQUASH);
        assertThatThrownBy(() -> DetectHandler.fit(new Environment(Map.of("FRAME_FIT", "zoom"))))
                .hasMessageContaining("zoom");
    }

    @Test
    void aMissingVariableIsNamed() {
        assertThatThrownBy(() -> new DetectHandler(Map.of())).hasMessageContaining("UPLOADS_BUCKET");
    }

    /** Accepts faces.json only when the frame stands. */
    private record FrameFirst(InMemoryObjectStore store) implements ObjectStore {
        @Override
        public void write(String key, byte[] bytes) {
            if (key.equals(FACES) && !store.exists(FRAME)) throw new IllegalStateException("faces before the frame");
            store.write(key, bytes);
        }

        @Override
        public Optional<Stored> find(String key) {
            return store.find(key);
        }

        @Override
        public boolean create(String key, byte[] bytes) {
            return store.create(key, bytes);
        }

        @Override
        public boolean replace(String key, byte[] bytes, String version) {
            return store.replace(key, bytes, version);
        }

        @Override
        public boolean exists(String key) {
            return store.exists(key);
        }

        @Override
        public List<Entry> list(String prefix) {
            return store.list(prefix);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }
    }
}
