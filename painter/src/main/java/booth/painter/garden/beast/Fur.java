package booth.painter.garden.beast;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Ground;
import booth.painter.garden.thing.Mason;
import booth.painter.raster.Outline;
import booth.painter.raster.Rgb;

/**
 * Draws an animal in its own measure: the origin between its feet, y upward, 1 its height. Shapes are smooth closed
 * curves through a few points, shaded round from the light's side.
 *
 * @param tall its height in pixels
 */
record Fur(Garden garden, float x, float y, float tall, float metres) {

    static final float ROUGH = .016f;

    void shape(Rgb own, float lit, float... points) {
        new Mason(garden, own, metres, tall * ROUGH).round(Outline.closed(x, y, tall, -tall, points), lit);
    }

    /** The same on both sides of the middle. */
    void pair(Rgb own, float lit, float... points) {
        shape(own, lit, points);
        float[] mirrored = points.clone();
        for (int i = 0; i < mirrored.length; i += 2) {
            mirrored[i] = -mirrored[i];
        }
        shape(own, lit, mirrored);
    }

    void dab(Rgb own, float lit, float dx, float dy, float rx, float ry) {
        garden.brush()
                .dab(
                        x + dx * tall,
                        y - dy * tall,
                        rx * tall,
                        ry * tall,
                        0,
                        garden.tone(own, lit, metres),
                        1,
                        1.1f + tall * .004f);
    }

    void line(Rgb own, float x0, float y0, float bendX, float bendY, float x1, float y1, float from, float to) {
        garden.brush()
                .curve(
                        x + x0 * tall,
                        y - y0 * tall,
                        x + bendX * tall,
                        y - bendY * tall,
                        x + x1 * tall,
                        y - y1 * tall,
                        from * tall,
                        to * tall,
                        garden.tone(own, .6f, metres),
                        1.1f);
    }

    /** Light along the outline's bright side, so that dark fur stands out of a dark garden. */
    void rim(float dx, float dy, float rx, float ry) {
        float side = garden.side() < 0 ? -1 : 1;
        Rgb light = garden.tone(Rgb.hex(0xFFF2DC), 1, metres);
        garden.brush()
                .dab(
                        x + (dx + side * rx * .8f) * tall,
                        y - dy * tall,
                        rx * .12f * tall,
                        ry * .7f * tall,
                        0,
                        light,
                        .28f,
                        tall * .05f);
    }

    static Fur at(Garden garden, float right, float away, float size) {
        Ground ground = garden.ground();
        float row = ground.row(away);
        return new Fur(garden, ground.column(right, away), row, ground.scale(row) * size, away);
    }
}
