package booth.painter;

import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Mood;
import booth.painter.raster.Canvas;
import booth.painter.stage.Hour;

/** Exposes a garden as a photographer would: night stays night, but it is seen. */
final class Exposure {
    private static final int STEP = 5;
    private static final double YIELDING = .75;

    private Exposure() {}

    static void meter(Garden garden) {
        Canvas canvas = garden.canvas();
        double sum = 0;
        int samples = 0;
        for (int i = 0; i + 2 < canvas.rgb.length; i += 3 * STEP) {
            sum += .299 * canvas.rgb[i] + .587 * canvas.rgb[i + 1] + .114 * canvas.rgb[i + 2];
            samples++;
        }
        double wanted = aim(garden.wish().hour()) * aim(garden.mood());
        float gain = (float) Math.pow(wanted / Math.max(.02, sum / samples), YIELDING);
        float bounded = Math.max(.82f, Math.min(2.6f, gain));
        canvas.wash((x, y, c) -> {
            for (int k = 0; k < 3; k++) {
                float v = Math.max(0, c[k]);
                c[k] = bounded <= 1 ? v * bounded : v * bounded / (1 + (bounded - 1) * v);
            }
        });
    }

    private static double aim(Hour hour) {
        return switch (hour) {
            case DAY, DAWN -> .54;
            case SUNSET -> .47;
            case NIGHT -> .33;
        };
    }

    private static double aim(Mood mood) {
        return switch (mood) {
            case HAPPY, CALM -> 1.06;
            case SURPRISED, CONFUSED -> .95;
            case DISGUSTED -> .96;
            case SAD -> .95;
            case ANGRY -> .74;
            case FEAR -> .95;
        };
    }
}
