package booth.painter;

import static org.assertj.core.api.Assertions.assertThat;

import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** How pictures look, in numbers. */
final class Looks {
    private static final int HASH = 16;

    private Looks() {}

    /** Mean difference of the channels, 0 to 255. */
    static double distance(BufferedImage one, BufferedImage other) {
        int[] ours = Pixels.of(one);
        int[] theirs = Pixels.of(other);
        double sum = 0;
        for (int i = 0; i < ours.length; i++) {
            sum += Colours.distance(ours[i], theirs[i]);
        }
        return sum / ours.length;
    }

    static double brightness(BufferedImage image) {
        return Arrays.stream(Pixels.of(image))
                        .mapToDouble(Pixels::luminance)
                        .average()
                        .orElse(0)
                * 255;
    }

    static long distinct(BufferedImage image) {
        return Arrays.stream(Pixels.of(image)).distinct().count();
    }

    /** How many percent of all pixels have each of 64 colours. */
    static double[] palette(List<BufferedImage> pictures) {
        double[] shares = new double[64];
        for (BufferedImage picture : pictures) {
            int[] pixels = Pixels.of(picture);
            for (int pixel : pixels) {
                int bin = (pixel >> 22 & 3) << 4 | (pixel >> 14 & 3) << 2 | pixel >> 6 & 3;
                shares[bin] += 100.0 / pixels.length / pictures.size();
            }
        }
        return shares;
    }

    /** Of any two palettes, at least so many percent of the pixels have other colours. */
    static void assertApart(List<double[]> palettes, List<String> names, double least) {
        for (int i = 0; i < palettes.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = 0;
                for (int k = 0; k < 64; k++) {
                    apart += Math.abs(palettes.get(i)[k] - palettes.get(j)[k]) / 2;
                }
                assertThat(apart).as(names.get(i) + " and " + names.get(j)).isGreaterThan(least);
            }
        }
    }

    /** A difference hash: which of the neighbouring squares of a coarse picture is brighter. */
    static boolean[] hash(BufferedImage picture) {
        double[][] grid = new double[HASH][HASH + 1];
        int[] pixels = Pixels.of(picture);
        int width = picture.getWidth();
        for (int i = 0; i < pixels.length; i++) {
            int row = i / width * HASH / picture.getHeight();
            int column = i % width * (HASH + 1) / width;
            grid[row][column] += Pixels.luminance(pixels[i]);
        }
        boolean[] bits = new boolean[HASH * HASH];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = grid[i / HASH][i % HASH] < grid[i / HASH][i % HASH + 1];
        }
        return bits;
    }

    static int bitsApart(boolean[] one, boolean[] other) {
        int apart = 0;
        for (int i = 0; i < one.length; i++) {
            apart += one[i] == other[i] ? 0 : 1;
        }
        return apart;
    }
}
