package booth.painter.motif;

import booth.matting.raster.Blur;
import booth.painter.raster.Noise;
import booth.painter.stage.Stage;

/** Skylines: one height (a row, smaller is higher) per column. */
public final class Ridge {
    private Ridge() {}

    /** Soft hills around a base row; wave is the width of one hill in pixels. */
    public static float[] rolling(Stage stage, float base, float swing, float wave, int octaves) {
        float offset = stage.between(0, 500);
        float row = stage.between(0, 500);
        float[] line = new float[stage.width()];
        for (int x = 0; x < line.length; x++) {
            line[x] = base - swing * stage.noise().fractal(x / wave + offset, row, octaves);
        }
        return line;
    }

    /** Peaks that rise above a base row by up to the height given. */
    static float[] peaks(Stage stage, float base, float tall, float wave) {
        Noise noise = stage.noise();
        float offset = stage.between(0, 500);
        float row = stage.between(0, 500);
        float[] line = new float[stage.width()];
        for (int x = 0; x < line.length; x++) {
            float crest = noise.ridged(x / wave + offset, row, 6);
            float mass = .62f + .38f * noise.at(x / wave * .45f + row, offset);
            line[x] = base - tall * Math.max(0, (crest - .22f) * 1.5f) * mass;
        }
        // The crests of ridged noise are cusps, which stand up like needles; rounded and roughened they are rock.
        Blur.gaussian(line, line.length, 1, Math.max(1, (int) (wave * .014f)));
        for (int x = 0; x < line.length; x++) {
            line[x] += tall * .022f * noise.fractal(x / wave * 16 + offset, row, 3);
        }
        return line;
    }
}
