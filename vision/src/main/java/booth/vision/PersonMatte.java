package booth.vision;

import java.awt.image.BufferedImage;

/**
 * Which pixels are people: MediaPipe's selfie segmentation over the whole photo. Thread-safe; the network is loaded at
 * the first photo.
 */
public final class PersonMatte implements AutoCloseable {
    private static final int SIZE = 256;
    private final Lazy<TfLite> network;

    public PersonMatte(Models models) {
        this(models, Threads.sensible());
    }

    /** @param threads how many threads the network may use */
    public PersonMatte(Models models, int threads) {
        network = new Lazy<>(() -> new TfLite(models.file("selfie_segmentation.tflite"), threads));
    }

    /** One number per pixel, row by row: 0 is background, 1 a person, between at soft edges. */
    public float[] alpha(BufferedImage image) {
        float[] input = new Pyramid(image).sample(Window.whole(image), SIZE, SIZE, 0, 1);
        Grid coarse = new Grid(network.get().run(input)[0], SIZE, SIZE);
        return coarse.stretch(image.getWidth(), image.getHeight()).values();
    }

    @Override
    public void close() {
        network.close();
    }
}
