package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;

/** A banded planet lit from the upper left, with or without rings. */
public final class Planet {
    private static final float[] SUN = {-.62f, -.5f, .6f};
    private static final float SLANT = .24f;
    private static final float FLATNESS = .26f;

    private final Stage stage;
    private final Nebula colours;
    private final float cx;
    private final float cy;
    private final float radius;
    private final boolean rings;
    private final Rgb bright;
    private final Rgb deep;

    public Planet(Stage stage, Nebula colours, float cx, float cy, float radius, boolean rings) {
        this.stage = stage;
        this.colours = colours;
        this.cx = cx;
        this.cy = cy;
        this.radius = radius;
        this.rings = rings;
        bright = stage.oneOf(colours.warm(), colours.cold()).mix(colours.core(), .55f);
        deep = bright.mix(colours.space(), .6f);
    }

    public void paint(Canvas canvas) {
        canvas.glow(cx, cy, radius * 1.9f, colours.cold(), .35f);
        int r = (int) (radius * 2.4f);
        canvas.region((int) cx - r, (int) cy - r, (int) cx + r, (int) cy + r, (x, y, c) -> {
            float u = (x - cx) / radius;
            float v = (y - cy) / radius;
            float acrossRing = (v + u * SLANT) / FLATNESS;
            float ring = rings ? ring(Curve.hypot(u, acrossRing)) : 0;
            if (acrossRing <= 0) {
                colours.core().screen(c, ring * .8f);
            }
            ball(u, v, c);
            if (acrossRing > 0) {
                colours.core().over(c, ring * .75f);
            }
        });
    }

    private float ring(float distance) {
        float edges = Curve.step(1.3f, 1.36f, distance) * Curve.step(2.15f, 2.05f, distance);
        return edges * (.45f + .35f * stage.noise().at(distance * 14, 3));
    }

    private void ball(float u, float v, float[] c) {
        float square = u * u + v * v;
        float disc = Curve.clamp((1 - (float) Math.sqrt(square)) * radius + .5f);
        if (disc == 0) {
            return;
        }
        float z = (float) Math.sqrt(Math.max(0, 1 - square));
        float day = Curve.step(-.12f, .85f, u * SUN[0] + v * SUN[1] + z * SUN[2]);
        float stripe = stage.noise().warped(u * 1.2f + cx, (v + u * SLANT) * 5, 4, .5f);
        deep.mix(bright, Curve.clamp(.5f + stripe)).times(.05f + .95f * day).over(c, disc);
        colours.cold().mix(Rgb.WHITE, .5f).screen(c, disc * (1 - z) * (1 - z) * .8f * day);
    }
}
