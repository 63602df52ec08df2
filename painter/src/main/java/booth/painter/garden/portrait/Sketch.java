package booth.painter.garden.portrait;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Noise;
import booth.painter.raster.Outline;
import booth.painter.raster.Rgb;

/**
 * Draws in the measure of a face: the origin between the eyes, x to the right and y down, 1 half a face's width.
 *
 * @param half that in pixels
 */
record Sketch(Garden garden, float x, float y, float half) {

    /** A smooth shape, a little lighter toward the light. */
    void shape(Rgb own, float... points) {
        Rgb lit = light(own);
        float side = garden.side() < 0 ? -1 : 1;
        Noise noise = garden.stage().noise();
        garden.canvas().shape(Outline.closed(x, y, half, half, points), (px, py, c) -> {
            float across = (px - x) / half * side;
            float rough = .012f * noise.at(px / (half * .12f), py / (half * .12f));
            lit.times(1 + .085f * Math.max(-1.3f, Math.min(1.3f, across)) - .03f * (py - y) / half + rough)
                    .over(c, 1);
        });
    }

    /** The same on both sides. */
    void pair(Rgb own, float... points) {
        shape(own, points);
        float[] mirrored = points.clone();
        for (int i = 0; i < mirrored.length; i += 2) {
            mirrored[i] = -mirrored[i];
        }
        shape(own, mirrored);
    }

    void dab(Rgb own, float dx, float dy, float rx, float ry, float alpha, float soft) {
        garden.brush()
                .dab(x + dx * half, y + dy * half, rx * half, ry * half, 0, light(own), alpha, 1.2f + soft * half);
    }

    void curve(Rgb own, float x0, float y0, float bendX, float bendY, float x1, float y1, float from, float to) {
        garden.brush()
                .curve(
                        x + x0 * half,
                        y + y0 * half,
                        x + bendX * half,
                        y + bendY * half,
                        x + x1 * half,
                        y + y1 * half,
                        from * half,
                        to * half,
                        light(own),
                        1.2f);
    }

    /** The garden's light tints a person, but never hides one. */
    private Rgb light(Rgb own) {
        Rgb key = garden.look().key();
        float r = .72f + .28f * key.r();
        float g = .72f + .28f * key.g();
        float b = .72f + .28f * key.b();
        return new Rgb(own.r() * r, own.g() * g, own.b() * b);
    }
}
