package booth.vision;

/**
 * MediaPipe's multiclass selfie segmentation of one window: background, hair, body skin, face skin, clothes and others
 * (glasses, hats, things held before the face).
 */
final class BodyParts implements AutoCloseable {
    private static final int SIZE = 256;
    private static final int CLASSES = 6;
    private static final int BACKGROUND = 0;
    private static final int OTHERS = 5;
    /** A lead of logits beyond which the probability is within 0.001 of 0 or 1; saves most of the exponentials. */
    private static final float DECIDED = 9;

    private final TfLite network;

    BodyParts(Models models, int threads) {
        network = new TfLite(models.file("selfie_multiclass_256x256.tflite"), threads);
    }

    /** Probability per cell of the window that it shows neither skin nor hair nor clothes nor background. */
    Grid others(Pyramid photo, Window window) {
        return probability(photo, window, OTHERS);
    }

    /** Probability per cell of the window that it shows some part of a person. */
    Grid people(Pyramid photo, Window window) {
        Grid background = probability(photo, window, BACKGROUND);
        for (int cell = 0; cell < background.values().length; cell++)
            background.values()[cell] = 1 - background.values()[cell];
        return background;
    }

    private Grid probability(Pyramid photo, Window window, int wanted) {
        float[] logits = network.run(photo.sample(window, SIZE, SIZE, -1, 1))[0];
        float[] probability = new float[SIZE * SIZE];
        for (int cell = 0; cell < probability.length; cell++)
            probability[cell] = softmax(logits, cell * CLASSES, wanted);
        return new Grid(probability, SIZE, SIZE);
    }

    private static float softmax(float[] logits, int from, int wanted) {
        float rival = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < CLASSES; i++) if (i != wanted) rival = Math.max(rival, logits[from + i]);
        float lead = logits[from + wanted] - rival;
        if (Math.abs(lead) > DECIDED) return lead > 0 ? 1 : 0;
        double sum = 0;
        for (int i = 0; i < CLASSES; i++) sum += Math.exp(logits[from + i] - logits[from + wanted]);
        return (float) (1 / sum);
    }

    @Override
    public void close() {
        network.close();
    }
}
