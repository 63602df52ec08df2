package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Noise;
import booth.painter.raster.Pigment;
import booth.painter.raster.Rgb;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Builds shapes of one material, lit from the sun's side, rough as stone is. */
public final class Mason {
    private static final Rgb SNOW = Rgb.hex(0xF4F8FF);

    private final Garden garden;
    private final Rgb own;
    private final float metres;
    private final float grain;

    /** @param grain pixels of the material's roughness */
    public Mason(Garden garden, Rgb own, float metres, float grain) {
        this.garden = garden;
        this.own = own;
        this.metres = metres;
        this.grain = Math.max(1, grain);
    }

    /** Lit evenly, 0 to 1. */
    public void fill(Shape shape, float lit) {
        garden.canvas().shape(shape, rough(lit, 0, 0, 1));
    }

    /** Lit as a round body is, from one side to the other. */
    public void round(Shape shape, float lit) {
        Rectangle2D box = shape.getBounds2D();
        garden.canvas()
                .shape(
                        shape,
                        rough(lit, .42f * garden.side(), (float) box.getCenterX(), (float) box.getWidth() / 2 + .5f));
    }

    private Pigment rough(float lit, float slope, float middle, float half) {
        Noise noise = garden.stage().noise();
        Rgb dark = garden.tone(own, Math.max(0, lit - .5f), metres);
        Rgb bright = garden.tone(own, Math.min(1.2f, lit + .5f), metres);
        return (x, y, c) -> {
            float speck = .16f * noise.at(x / grain, y / grain) + .1f * noise.at(x / grain * 3.1f, y / grain * 3.1f);
            float t = .5f + speck + slope * (x - middle) / half;
            dark.mix(bright, Math.max(0, Math.min(1, t))).over(c, 1);
        };
    }

    public void rect(float left, float top, float right, float bottom, float lit) {
        fill(new Rectangle2D.Float(left, top, right - left, bottom - top), lit);
    }

    public void ellipse(float x, float y, float rx, float ry, float lit) {
        fill(new Ellipse2D.Float(x - rx, y - ry, rx * 2, ry * 2), lit);
    }

    public void stroke(Shape path, float width, float lit) {
        fill(
                new BasicStroke(Math.max(1, width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        .createStrokedShape(path),
                lit);
    }

    /** A body of revolution that stands on (x, y): pairs of height and half width, from the foot up. */
    public void turned(float x, float y, float... profile) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x - profile[1], y - profile[0]);
        for (int i = 2; i < profile.length; i += 2) {
            path.lineTo(x - profile[i + 1], y - profile[i]);
        }
        for (int i = profile.length - 2; i >= 0; i -= 2) {
            path.lineTo(x + profile[i + 1], y - profile[i]);
        }
        path.closePath();
        round(path, .6f);
    }

    /** Snow along the top of a level edge, where it lies. */
    public void snow(float left, float right, float y, float thick) {
        if (garden.look().snow() < .3f) {
            return;
        }
        Rgb white = garden.tone(SNOW, .9f, metres);
        for (float x = left; x < right; x += thick) {
            garden.brush().dab(x, y - thick * .15f, thick * .9f, thick * garden.between(.35, .6), 0, white, .95f, 1.3f);
        }
    }
}
