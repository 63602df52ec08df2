package booth.painter.garden.portrait;

import booth.painter.garden.wish.Sitter;
import booth.painter.raster.Rgb;

/** Hair as age and dice have it: long, bob or bun; short, curly, or gone from the top. */
final class Hair {
    private final Sketch sketch;
    private final Sitter sitter;
    private final Rgb own;
    private final int style;

    Hair(Sketch sketch, Sitter sitter, Rgb own) {
        this.sketch = sketch;
        this.sitter = sitter;
        this.own = own;
        int styles = 3;
        int drawn = sketch.garden().stage().dice().nextInt(styles);
        style = sitter.age() > 62 ? 2 : drawn;
    }

    /** What hangs behind neck and shoulders. */
    void behind() {
        if (!sitter.woman()) {
            return;
        }
        Rgb shade = own.times(.72f);
        switch (style) {
            case 0 ->
                sketch.shape(
                        shade, -1.12f, -.7f, -1.3f, .4f, -1.42f, 1.6f, -1.2f, 2.5f, -.5f, 2.7f, .5f, 2.7f, 1.2f, 2.5f,
                        1.42f, 1.6f, 1.3f, .4f, 1.12f, -.7f, .7f, -1.42f, 0, -1.62f, -.7f, -1.42f);
            case 1 ->
                sketch.shape(
                        shade, -1.14f, -.7f, -1.34f, .2f, -1.3f, .95f, -.95f, 1.36f, -.4f, 1.3f, .4f, 1.3f, .95f, 1.36f,
                        1.3f, .95f, 1.34f, .2f, 1.14f, -.7f, .7f, -1.42f, 0, -1.62f, -.7f, -1.42f);
            default -> {
                sketch.dab(shade, 0, -1.72f, .5f, .42f, 1, 0);
                sketch.curve(own, -.4f, -1.75f, 0, -2.2f, .4f, -1.75f, .1f, .1f);
                sketch.shape(
                        shade, -1.08f, -.6f, -1.1f, .2f, -.8f, .8f, .8f, .8f, 1.1f, .2f, 1.08f, -.6f, .7f, -1.4f, 0,
                        -1.58f, -.7f, -1.4f);
            }
        }
    }

    /** What frames the face. */
    void before() {
        if (sitter.woman()) {
            womans();
        } else {
            mans();
        }
        strands();
    }

    private void womans() {
        if (style == 1) {
            sketch.shape(
                    own, -1.2f, .5f, -1.2f, -.5f, -.8f, -1.34f, 0, -1.6f, .8f, -1.34f, 1.2f, -.5f, 1.2f, .5f, 1, .3f,
                    .9f, -.42f, .5f, -.5f, 0, -.46f, -.5f, -.5f, -.9f, -.42f, -1, .3f);
        } else if (style == 0) {
            sketch.shape(
                    own, -1.25f, .9f, -1.18f, -.5f, -.78f, -1.36f, 0, -1.6f, .78f, -1.36f, 1.18f, -.5f, 1.25f, .9f,
                    1.02f, .5f, .92f, -.3f, .55f, -.8f, -.25f, -1.05f, -.62f, -.72f, -.92f, -.25f, -1.02f, .5f);
        } else {
            sketch.shape(
                    own, -1.06f, .1f, -1.1f, -.6f, -.74f, -1.36f, 0, -1.56f, .74f, -1.36f, 1.1f, -.6f, 1.06f, .1f, .96f,
                    -.3f, .62f, -.78f, 0, -1, -.62f, -.78f, -.96f, -.3f);
        }
    }

    private void mans() {
        boolean bald = sitter.age() > 62;
        if (bald) {
            sketch.pair(own, -.96f, .22f, -1.12f, .1f, -1.12f, -.45f, -.95f, -.75f, -.84f, -.62f, -.9f, -.2f);
            return;
        }
        if (style == 1) {
            for (int i = 0; i < 46; i++) {
                float angle = 3.05f + 3.3f * i / 46f;
                float out = 1.18f + sketch.garden().between(-.16, .12);
                float dy = -.28f + out * (float) Math.sin(angle) * 1.05f;
                sketch.dab(
                        own.times(sketch.garden().between(.8, 1.2)),
                        out * .92f * (float) Math.cos(angle),
                        dy,
                        .2f,
                        .18f,
                        1,
                        0);
            }
            sketch.shape(
                    own, -1.05f, -.2f, -1.08f, -.8f, -.6f, -1.42f, 0, -1.55f, .6f, -1.42f, 1.08f, -.8f, 1.05f, -.2f,
                    .9f, -.7f, .4f, -.92f, -.4f, -.92f, -.9f, -.7f);
            return;
        }
        float quiff = style == 0 ? .12f : 0;
        sketch.shape(
                own,
                -1.02f,
                .12f,
                -1.1f,
                -.5f,
                -.86f,
                -1.3f,
                -.2f,
                -1.58f - quiff,
                .55f,
                -1.55f - quiff,
                1,
                -1.1f,
                1.1f,
                -.5f,
                1.02f,
                .12f,
                .93f,
                -.35f,
                .8f,
                -.78f,
                .3f,
                -.86f,
                -.25f,
                -.98f - quiff,
                -.7f,
                -.78f,
                -.93f,
                -.35f);
    }

    private void strands() {
        if (!sitter.woman() && (sitter.age() > 62 || style == 1)) {
            return;
        }
        Rgb bright = own.mix(Rgb.WHITE, .1f);
        for (int i = 0; i < 9; i++) {
            float t = -.62f + 1.24f * i / 8;
            sketch.curve(bright, t * .5f, -1.5f, t * 1.1f, -1.4f, t * 1.5f, -1.02f, .014f, .03f);
        }
    }
}
