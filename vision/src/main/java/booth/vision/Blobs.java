package booth.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tidies the connected areas of a grid that is positive inside and negative outside. Networks leave specks beside what
 * they outline and pinholes in it; kept specks would be patches of the old background, holes would be repainted patches
 * of a guest.
 *
 * @param speck areas smaller than this share of the largest one go
 * @param pinhole enclosed holes smaller than this share of the largest area are filled
 * @param depth what a removed cell is set below and a filled one above zero
 */
record Blobs(double speck, double pinhole, float depth) {
    Grid tidy(Grid grid) {
        float[] tidy = grid.values().clone();
        List<int[]> inside = areas(grid, true);
        int largest = inside.stream().mapToInt(area -> area.length).max().orElse(0);
        for (int[] area : inside) if (area.length < speck * largest) fill(tidy, area, -depth);
        for (int[] area : areas(grid, false))
            if (area.length < pinhole * largest && enclosed(area, grid)) fill(tidy, area, depth);
        return new Grid(tidy, grid.width(), grid.height());
    }

    private static void fill(float[] values, int[] area, float value) {
        for (int cell : area) values[cell] = value;
    }

    /** The cells of each connected area that is above zero, or of each that is not. */
    private static List<int[]> areas(Grid grid, boolean positive) {
        boolean[] seen = new boolean[grid.values().length];
        List<int[]> areas = new ArrayList<>();
        for (int start = 0; start < seen.length; start++)
            if (!seen[start] && grid.values()[start] > 0 == positive) areas.add(flood(grid, start, positive, seen));
        return areas;
    }

    /** The area doubles as the queue of cells whose neighbours are still to be seen. */
    private static int[] flood(Grid grid, int start, boolean positive, boolean[] seen) {
        int[] area = new int[64];
        int size = 0;
        area[size++] = start;
        seen[start] = true;
        for (int next = 0; next < size; next++) {
            if (size + 4 > area.length) area = Arrays.copyOf(area, 2 * area.length);
            for (int side = 0; side < 4; side++) {
                int cell = neighbour(area[next], side, grid);
                if (seen[cell] || grid.values()[cell] > 0 != positive) continue;
                seen[cell] = true;
                area[size++] = cell;
            }
        }
        return Arrays.copyOf(area, size);
    }

    /** The cell to the left, right, above or below; the cell itself at the border. */
    private static int neighbour(int cell, int side, Grid grid) {
        int width = grid.width();
        return switch (side) {
            case 0 -> cell % width > 0 ? cell - 1 : cell;
            case 1 -> cell % width < width - 1 ? cell + 1 : cell;
            case 2 -> cell >= width ? cell - width : cell;
            default -> cell + width < grid.values().length ? cell + width : cell;
        };
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
