package booth.garden.taste;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Draws docs/images/garden-regret.svg anew: {@code mvn -q -pl garden -am test-compile exec:java -Dexec.mainClass=
 * booth.garden.taste.RegretCurve -Dexec.classpathScope=test -Dexec.args=docs/images/garden-regret.svg}.
 */
public final class RegretCurve {
    private static final int LIKES = 3000;
    private static final int STEP = 50;
    private static final int HALLS = 12;
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int TOP = 30;
    private static final int RIGHT = 150;
    private static final int BOTTOM = 50;
    private static final Map<String, String> COLOURS =
            Map.of("random", "#999999", "newest first", "#e69f00", "most liked", "#0072b2", "bandit", "#009e73");

    private RegretCurve() {}

    public static void main(String[] args) throws IOException {
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("random", curve(Policy::random));
        curves.put("newest first", curve(seed -> Policy.newestFirst()));
        curves.put("most liked", curve(seed -> Policy.mostLiked()));
        curves.put("bandit", curve(Policy::bandit));
        curves.forEach((name, curve) -> System.out.printf(
                "%-13s 100: %.0f 250: %.0f 500: %.0f 1000: %.0f 3000: %.0f%n",
                name, curve[2], curve[5], curve[10], curve[20], curve[60]));
        Files.writeString(Path.of(args[0]), svg(curves));
    }

    /** The mean regret of all halls, after each {@value #STEP} likes. */
    private static double[] curve(LongFunction<Policy> policy) {
        double[] sum = new double[LIKES / STEP + 1];
        LongStream.rangeClosed(1, HALLS).forEach(seed -> {
            Evening evening = new Evening(new Hall(SimulationTest.PICTURES, seed), policy.apply(seed)).until(LIKES);
            List<Evening.Moment> moments = evening.moments();
            for (int i = 1; i < sum.length; i++)
                sum[i] += moments.get(i * STEP - 1).regret() / HALLS;
        });
        return sum;
    }

    private static String svg(Map<String, double[]> curves) {
        double most = curves.values().stream()
                .mapToDouble(curve -> curve[curve.length - 1])
                .max()
                .orElseThrow();
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                HEIGHT));
        for (int likes = 0; likes <= LIKES; likes += 500)
            svg.append(tick(x(likes), HEIGHT - BOTTOM + 20, likes, "middle"));
        for (int regret = 0; regret <= most; regret += 1000)
            svg.append(line(LEFT, y(regret, most), WIDTH - RIGHT, y(regret, most)))
                    .append(tick(LEFT - 8, y(regret, most) + 4, regret, "end"));
        curves.forEach((name, curve) -> svg.append(curve(name, curve, most)));
        svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "likes so far", "middle", "#333333"));
        svg.append(text(
                LEFT, 18, "likes missed so far, beside the best three pictures for each guest", "start", "#333333"));
        return svg.append("</svg>\n").toString();
    }

    private static String curve(String name, double[] curve, double most) {
        String colour = String.valueOf(COLOURS.get(name));
        String points = IntStream.range(0, curve.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(i * STEP), y(curve[i], most)))
                .reduce((first, second) -> first + " " + second)
                .orElseThrow();
        return String.format(
                        Locale.ROOT,
                        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n",
                        colour,
                        points)
                + text(WIDTH - RIGHT + 8, y(curve[curve.length - 1], most) + 4, name, "start", colour);
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
                x1,
                y1,
                x2,
                y2);
    }

    private static String tick(double x, double y, int value, String anchor) {
        return text(x, y, Integer.toString(value), anchor, "#666666");
    }

    private static String text(double x, double y, String words, String anchor, String colour) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                words);
    }

    private static double x(double likes) {
        return LEFT + likes / LIKES * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double regret, double most) {
        return HEIGHT - BOTTOM - regret / most * (HEIGHT - TOP - BOTTOM);
    }
}
