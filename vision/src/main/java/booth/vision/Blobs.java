package booth.vision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Connected areas of a logit grid. SAM leaves specks beside a head and pinholes in it; the specks would be kept patches
 * of a stranger's background, the holes repainted patches of a guest's face.
 */
final class Blobs {
    private static final double SPECK = .1;
    private static final double PINHOLE = .05;
    private static final float BARELY = .01f;

    private Blobs() {}

    /**
     * Turns areas under a tenth of the largest one negative, and enclosed holes of less than a twentieth of it positive;
     * only barely, so that the outline between cells moves as little as possible.
     */
    static Grid tidy(Grid logits) {
        float[] tidy = logits.values().clone();
        List<int[]> inside = areas(logits, true);
        int largest = inside.stream().mapToInt(area -> area.length).max().orElse(0);
        for (int[] area : inside)
            if (area.length < SPECK * largest) for (int cell : area) tidy[cell] = -BARELY;
        for (int[] area : areas(logits, false))
            if (area.length < PINHOLE * largest && enclosed(area, logits))
                for (int cell : area) tidy[cell] = BARELY;
        return new Grid(tidy, logits.width(), logits.height());
    }

    /** The cells of each connected area that is above zero, or of each that is not. */
    private static List<int[]> areas(Grid grid, boolean positive) {
        boolean[] seen = new boolean[grid.values().length];
        List<int[]> areas = new ArrayList<>();
        for (int start = 0; start < seen.length; start++)
            if (!seen[start] && grid.values()[start] > 0 == positive) areas.add(flood(grid, start, positive, seen));
        return areas;
    }

    private static int[] flood(Grid grid, int start, boolean positive, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        int[] area = new int[16];
        int size = 0;
        seen[start] = true;
        while (!open.isEmpty()) {
            int cell = open.pop();
            if (size == area.length) area = Arrays.copyOf(area, size * 2);
            area[size++] = cell;
            for (int neighbour : neighbours(cell, grid)) {
                if (seen[neighbour] || grid.values()[neighbour] > 0 != positive) continue;
                seen[neighbour] = true;
                open.push(neighbour);
            }
        }
        return Arrays.copyOf(area, size);
    }

    private static int[] neighbours(int cell, Grid grid) {
        int x = cell % grid.width();
        int left = x > 0 ? cell - 1 : cell;
        int right = x < grid.width() - 1 ? cell + 1 : cell;
        int above = cell >= grid.width() ? cell - grid.width() : cell;
        int below = cell + grid.width() < grid.values().length ? cell + grid.width() : cell;
        return new int[] {left, right, above, below};
    }

    private static boolean enclosed(int[] area, Grid grid) {
        for (int cell : area) {
            int x = cell % grid.width();
            int y = cell / grid.width();
            if (x == 0 || y == 0 || x == grid.width() - 1 || y == grid.height() - 1) return false;
        }
        return true;
    }
}
