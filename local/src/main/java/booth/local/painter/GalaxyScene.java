package booth.local.painter;

import java.util.List;

/** Open space: nebulae, star fields, a spiral galaxy, the lit limb of a planet below. */
final class GalaxyScene implements Scene {

    private record Nebula(Rgb space, Rgb warm, Rgb cold, Rgb core) {
        static Nebula of(int space, int warm, int cold, int core) {
            return new Nebula(Rgb.hex(space), Rgb.hex(warm), Rgb.hex(cold), Rgb.hex(core));
        }
    }

    private static final Nebula[] NEBULAE = {
        Nebula.of(0x070818, 0xD0469A, 0x2F5FD6, 0xFFD9C8),
        Nebula.of(0x050A18, 0xE8804A, 0x1F8FB0, 0xFFF0C8),
        Nebula.of(0x0A0618, 0x8A4BE0, 0x2AB0C8, 0xF4DCFF),
        Nebula.of(0x060A14, 0xE05A6A, 0x6A4BD0, 0xFFE0D0)
    };

    @Override
    public List<Hour> hours() {
        return List.of(Hour.NIGHT);
    }

    @Override
    public boolean shafts() {
        return false;
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        Nebula colours = stage.oneOf(NEBULAE);
        clouds(canvas, stage, colours);
        Stars.scatter(
                canvas,
                stage,
                (int) (stage.width() * stage.height() / (stage.unit() * stage.unit()) / 900),
                stage.height() * 2f);
        float y = stage.horizon() * stage.between(.28, .5);
        float x = stage.free(y, stage.unit() * 90);
        if (stage.dice().nextFloat() < .6f) {
            spiral(canvas, stage, x, y, stage.unit() * stage.between(130, 190), colours);
        } else {
            planet(canvas, stage, x, y, stage.unit() * stage.between(52, 84), colours, true);
        }
        float row = stage.horizon() * stage.between(.15, .9);
        planet(
                canvas,
                stage,
                stage.free(row, stage.unit() * 40),
                row,
                stage.unit() * stage.between(14, 34),
                colours,
                false);
        limb(canvas, stage, colours);
        for (int i = 0; i < 9; i++) {
            Stars.spike(
                    canvas,
                    stage.between(0, stage.width()),
                    stage.between(0, stage.height() * .7),
                    stage.unit() * stage.between(10, 34),
                    colours.core(),
                    stage.between(.4, .9));
        }
    }

    private static void clouds(Canvas canvas, Stage stage, Nebula colours) {
        float scale = 1 / (stage.unit() * 360);
        Noise noise = stage.noise();
        int w = stage.width();
        int h = stage.height();
        float angle = stage.between(-.9, .9);
        float ax = (float) Math.sin(angle);
        float ay = (float) Math.cos(angle);
        Field gas = Field.of(w, h, 2, (x, y) -> noise.warped(x * scale, y * scale, 6, 1.5f));
        Field other = Field.of(w, h, 2, (x, y) -> noise.warped(x * scale * .8f + 60, y * scale * .8f + 20, 5, 1.8f));
        Field dust = Field.of(
                w,
                h,
                2,
                (x, y) -> noise.ridged(
                        x * scale * 1.3f + .5f * noise.at(x * scale * 2, y * scale * 2) + 7, y * scale * 1.3f, 5));
        float reach = 1 / (stage.unit() * 260);
        canvas.wash((x, y, c) -> {
            float across = ((x - stage.open()) * ax + (y - stage.horizon() * .55f) * ay) * reach;
            float band = (float) Math.exp(-across * across);
            float one = Curve.step(-.25f, .65f, gas.at(x, y) + .35f * band - .12f);
            float two = Curve.step(-.25f, .65f, other.at(x, y) + .3f * band - .12f);
            float lane = Curve.step(.52f, .82f, dust.at(x, y));
            colours.space().over(c, 1);
            colours.cold().screen(c, .75f * two);
            colours.warm().screen(c, .85f * one * (.35f + .65f * band));
            colours.core().screen(c, .75f * one * two * band);
            colours.space().over(c, .6f * lane * (.3f + .7f * band));
            colours.warm()
                    .mix(colours.core(), .5f)
                    .screen(c, .35f * Curve.step(.5f, .56f, dust.at(x, y)) * (1 - lane) * one);
        });
    }

    /** A tilted disc of two logarithmic arms. */
    private static void spiral(Canvas canvas, Stage stage, float cx, float cy, float radius, Nebula colours) {
        float tilt = stage.between(.36, .6);
        double turn = stage.between(0, 3.1);
        float cos = (float) Math.cos(turn);
        float sin = (float) Math.sin(turn);
        float wind = stage.dice().nextBoolean() ? 3.6f : -3.6f;
        int r = (int) radius + 2;
        canvas.region((int) cx - r, (int) cy - r, (int) cx + r, (int) cy + r, (x, y, c) -> {
            float u = ((x - cx) * cos + (y - cy) * sin) / radius;
            float v = (-(x - cx) * sin + (y - cy) * cos) / radius / tilt;
            float d = (float) Math.sqrt(u * u + v * v);
            if (d >= 1) {
                return;
            }
            float fade = (1 - d) * (1 - d);
            float clumps = stage.noise().fractal(u * 7, v * 7, 4);
            double phase = 2 * Math.atan2(v, u) - wind * Math.log(d + .06) + clumps * 1.1f;
            float arm = Curve.step(-.35f, 1, (float) Math.cos(phase));
            colours.cold().mix(Rgb.WHITE, .35f).screen(c, fade * arm * (.95f + .5f * clumps));
            colours.warm().mix(Rgb.WHITE, .45f).screen(c, fade * .55f * (1 - d));
            colours.core().screen(c, 1.1f * (float) Math.exp(-d * d * 42) + .5f * (float) Math.exp(-d * d * 10));
        });
        canvas.glow(cx, cy, radius * .7f, colours.core(), .3f);
        for (int i = 0; i < 90; i++) {
            float d = stage.between(.1, .9) * radius;
            double a = stage.between(0, 6.283);
            float u = d * (float) Math.cos(a);
            float v = d * (float) Math.sin(a) * tilt;
            canvas.glow(
                    cx + u * cos - v * sin,
                    cy + u * sin + v * cos,
                    stage.unit() * stage.between(1, 2),
                    Rgb.WHITE,
                    .5f * (1 - d / radius));
        }
    }

    private static void planet(
            Canvas canvas, Stage stage, float cx, float cy, float radius, Nebula colours, boolean rings) {
        Rgb bright = stage.oneOf(colours.warm(), colours.cold()).mix(colours.core(), .55f);
        Rgb deep = bright.mix(colours.space(), .6f);
        float lx = -.62f;
        float ly = -.5f;
        float lz = .6f;
        canvas.glow(cx, cy, radius * 1.9f, colours.cold(), .35f);
        int r = (int) (radius * 2.4f);
        canvas.region((int) cx - r, (int) cy - r, (int) cx + r, (int) cy + r, (x, y, c) -> {
            float u = (x - cx) / radius;
            float v = (y - cy) / radius;
            float tilted = (v + u * .24f) / .26f;
            float ring = (float) Math.sqrt(u * u + tilted * tilted);
            float band = rings
                    ? Curve.step(1.3f, 1.36f, ring)
                            * Curve.step(2.15f, 2.05f, ring)
                            * (.45f + .35f * stage.noise().at(ring * 14, 3))
                    : 0;
            float q = u * u + v * v;
            float disc = Curve.clamp((1 - (float) Math.sqrt(q)) * radius + .5f);
            boolean front = tilted > 0;
            if (!front) {
                colours.core().screen(c, band * .8f);
            }
            if (disc > 0) {
                float z = (float) Math.sqrt(Math.max(0, 1 - q));
                float day = Curve.step(-.12f, .85f, u * lx + v * ly + z * lz);
                float stripe = stage.noise().warped(u * 1.2f + cx, (v + u * .24f) * 5, 4, .5f);
                deep.mix(bright, Curve.clamp(.5f + stripe))
                        .times(.05f + .95f * day)
                        .over(c, disc);
                colours.cold().mix(Rgb.WHITE, .5f).screen(c, disc * (1 - z) * (1 - z) * .8f * day);
            }
            if (front) {
                colours.core().over(c, band * .75f);
            }
        });
    }

    /** The bow of a near planet at the bottom, its air glowing. */
    private static void limb(Canvas canvas, Stage stage, Nebula colours) {
        float unit = stage.unit();
        float radius = Math.max(stage.width(), stage.height()) * 1.5f;
        float cx = stage.width() * stage.between(.3, .7);
        float cy = stage.height() * stage.between(.78, .86) + radius;
        Rgb air = colours.cold().mix(Rgb.WHITE, .35f);
        Noise noise = stage.noise();
        canvas.rows((int) (cy - radius - unit * 120), stage.height(), (x, y, c) -> {
            float over = (float) Math.hypot(x - cx, y - cy) - radius;
            if (over > 0) {
                air.screen(c, .85f * (float) Math.exp(-over / (unit * 22)));
                return;
            }
            float depth = -over / unit;
            float land = noise.warped(x / (unit * 150), y / (unit * 40), 5, .8f);
            Rgb ground = colours.space().mix(colours.cold(), .35f + .5f * Curve.step(-.3f, .6f, land));
            ground.mix(
                            Rgb.WHITE,
                            .45f * Curve.step(.15f, .6f, noise.warped(x / (unit * 110) + 9, y / (unit * 26), 5, 1.2f)))
                    .over(c, Curve.clamp(depth + .5f));
            air.screen(c, .9f * (float) Math.exp(-depth / 24));
            colours.space().over(c, .55f * Curve.step(20, 190, depth));
        });
    }
}
