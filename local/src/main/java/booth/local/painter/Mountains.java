package booth.local.painter;

/** A range of rock with snow on its heights, lit from the sun's side and sinking into haze at its foot. */
final class Mountains {
    private static final Rgb ROCK = Rgb.hex(0x566072);
    private static final Rgb SNOW = Rgb.hex(0xF6F9FF);
    private static final Rgb SNOW_SHADE = Rgb.hex(0x7F98C8);

    private Mountains() {}

    /**
     * @param base the row of the foot
     * @param tall height of the highest possible peak in pixels
     * @param wave width of a peak in pixels
     * @param distance 0 near, 1 lost in haze
     * @param snow how far down the snow reaches, 0 none, 1 to the foot
     */
    static void paint(Canvas canvas, Stage stage, float base, float tall, float wave, float distance, float snow) {
        Light light = stage.light();
        float[] line = Ridge.peaks(stage, base, tall, wave);
        Rgb rock = light.on(ROCK, distance);
        Rgb gorge = light.on(ROCK.mix(stage.palette().dark(), .72f), distance);
        Rgb white = light.on(SNOW, distance * .9f).mix(stage.palette().cloud(), .3f * (1 - distance));
        Rgb blue = light.on(SNOW_SHADE, distance);
        Rgb haze = stage.palette().haze().mix(stage.palette().middle(), .3f);
        float scale = 2.6f / wave;
        float offset = stage.between(0, 300);
        canvas.below(line, (x, y, c) -> {
            float toSun = .07f * Math.max(-1, Math.min(1, (light.sunX() - x) / (wave * .6f)));
            float depth = (y - line[x]) / tall;
            float u = x * scale + offset + depth * .6f;
            float v = (y - line[x] * .55f) * scale * .8f;
            float here = stage.noise().ridged(u, v, 4);
            float there = stage.noise().ridged(u + toSun, v - .05f, 4);
            float lit = Curve.step(-.12f, .14f, here - there);
            float white01 = Curve.step(.1f, -.1f, depth - snow * .55f - .22f * (here - .5f));
            Rgb stone = gorge.mix(rock, lit);
            Rgb ice = blue.mix(white, lit);
            stone.mix(ice, white01).over(c, 1);
            haze.over(c, Curve.step(.35f, 1.1f, (y - line[x]) / Math.max(1, base - line[x])) * (.3f + .7f * distance));
        });
    }
}
