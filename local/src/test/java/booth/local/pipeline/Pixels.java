package booth.local.pipeline;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures pictures of one size. */
final class Pixels {
    /** How far single channels of single pixels are apart, 0 to 255, sorted. */
    record Difference(int[] sorted) {
        double mean() {
            return Arrays.stream(sorted).average().orElse(0);
        }

        int percentile(double share) {
            return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
        }
    }

    private Pixels() {}

    /** The colours that occur, without alpha. */
    static Set<Integer> levels(BufferedImage image) {
        return Arrays.stream(rgb(image)).mapToObj(rgb -> rgb & 0xffffff).collect(Collectors.toSet());
    }

    static int grey(BufferedImage mask, double x, double y) {
        return mask.getRGB((int) x, (int) y) & 0xff;
    }

    /** The share of a mask that is black. */
    static double shareKept(BufferedImage mask) {
        return Arrays.stream(rgb(mask)).filter(rgb -> (rgb & 0xff) == 0).count()
                / (double) (mask.getWidth() * mask.getHeight());
    }

    /** @param level of the mask where to look: 0 for what is kept, 255 for what is replaced */
    static Difference differenceWhere(BufferedImage mask, int level, BufferedImage a, BufferedImage b) {
        int[] where = rgb(mask);
        int[] first = rgb(a);
        int[] second = rgb(b);
        return new Difference(IntStream.range(0, where.length)
                .filter(i -> (where[i] & 0xff) == level)
                .flatMap(i -> IntStream.of(16, 8, 0)
                        .map(shift -> Math.abs((first[i] >> shift & 0xff) - (second[i] >> shift & 0xff))))
                .sorted()
                .toArray());
    }

    private static int[] rgb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
