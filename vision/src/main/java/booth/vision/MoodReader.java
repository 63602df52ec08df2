package booth.vision;

import booth.core.image.Box;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads expression, age and gender from one face with the two small networks of face-api, and eyes and mouth from its
 * landmarks. Runs on the JVM alone. Thread-safe; the networks are loaded at the first face.
 */
public final class MoodReader implements AutoCloseable {
    private static final int SIZE = 112;
    /** Mean red, green and blue of the faces the networks were trained on. */
    private static final float[] MEAN = {122.782f, 117.001f, 104.298f};

    private static final double AGE_ERROR_YEARS = 5;
    private static final double AGE_ERROR_SHARE = .2;
    private final Lazy<Networks> networks;

    public MoodReader(Models models) {
        networks = new Lazy<>(() -> new Networks(new ExpressionNetwork(models), new AgeGenderNetwork(models)));
    }

    /** @param image the photo in which the face was found */
    public Mood read(BufferedImage image, Face face) {
        Tensor input = input(new Pyramid(image), face.box());
        Map<Mood.Expression, Double> expressions = expressions(networks.use(nets -> nets.expression.read(input)));
        AgeGenderNetwork.Guess guess = networks.use(nets -> nets.ageGender.read(input));
        double age = Math.max(0, guess.age());
        double error = AGE_ERROR_YEARS + AGE_ERROR_SHARE * age;
        return new Mood(
                expressions,
                age,
                (int) Math.max(0, Math.floor(age - error)),
                (int) Math.ceil(age + error),
                guess.male(),
                expressions.getOrDefault(Mood.Expression.HAPPY, 0.0),
                Gestures.eyesOpen(face),
                Gestures.mouthOpen(face));
    }

    private static Map<Mood.Expression, Double> expressions(float[] probabilities) {
        Map<Mood.Expression, Double> expressions = new EnumMap<>(Mood.Expression.class);
        for (Mood.Expression expression : Mood.Expression.values())
            expressions.put(expression, (double) probabilities[expression.ordinal()]);
        return expressions;
    }

    /** The whole box with its proportions kept, centred on black. */
    private static Tensor input(Pyramid photo, Box box) {
        double side = Math.max(box.width(), box.height());
        Point center = new Point((box.x1() + box.x2()) / 2, (box.y1() + box.y2()) / 2);
        float[] values = photo.sample(Window.square(center, side), SIZE, SIZE, 0, 255);
        double halfWidth = box.width() / side * SIZE / 2;
        double halfHeight = box.height() / side * SIZE / 2;
        for (int i = 0; i < values.length; i++) {
            double x = i / 3 % SIZE + .5 - SIZE / 2.0;
            double y = i / 3 / SIZE + .5 - SIZE / 2.0;
            boolean inside = Math.abs(x) <= halfWidth && Math.abs(y) <= halfHeight;
            values[i] = ((inside ? values[i] : 0) - MEAN[i % 3]) / 255;
        }
        return new Tensor(SIZE, SIZE, 3, values);
    }

    @Override
    public void close() {
        networks.close();
    }

    private record Networks(ExpressionNetwork expression, AgeGenderNetwork ageGender) implements AutoCloseable {
        @Override
        public void close() {} // plain arrays; the garbage collector has them
    }
}
