package booth.matting;

/** Removes what a segmentation model leaves floating in the air: islands of matte too small to be a person. */
final class Specks {
    private static final int CELL = 4;
    private static final float SMALLEST_PERSON = .003f;

    private final float[] matte;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    /** The island of each cell, counted from 1; 0 is open air. */
    private final int[] island;

    private Specks(float[] matte, int width, int height) {
        this.matte = matte;
        this.width = width;
        this.height = height;
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
        island = new int[columns * rows];
    }

    /** Clears them in place; the largest island stays whatever its size. */
    static void remove(float[] matte, int width, int height) {
        new Specks(matte, width, height).run();
    }

    private void run() {
        int[] sizes = new int[island.length + 1];
        int count = 0;
        int largest = 0;
        for (int cell = 0; cell < island.length; cell++) {
            if (island[cell] == 0 && covered(cell)) {
                count++;
                sizes[count] = flood(cell, count);
                largest = Math.max(largest, sizes[count]);
            }
        }
        float least = Math.min(largest, SMALLEST_PERSON * island.length);
        for (int i = 0; i < matte.length; i++) {
            int here = island[i / width / CELL * columns + i % width / CELL];
            if (here != 0 && sizes[here] < least) {
                matte[i] = 0;
            }
        }
    }

    private boolean covered(int cell) {
        int left = cell % columns * CELL;
        int top = cell / columns * CELL;
        for (int y = top; y < Math.min(height, top + CELL); y++) {
            for (int x = left; x < Math.min(width, left + CELL); x++) {
                if (matte[y * width + x] > .02f) {
                    return true;
                }
            }
        }
        return false;
    }

    private int flood(int start, int name) {
        int[] stack = new int[island.length];
        int filled = 0;
        int size = 0;
        island[start] = name;
        stack[filled++] = start;
        while (filled > 0) {
            int cell = stack[--filled];
            size++;
            int x = cell % columns;
            int y = cell / columns;
            filled = x > 0 ? visit(cell - 1, name, stack, filled) : filled;
            filled = x < columns - 1 ? visit(cell + 1, name, stack, filled) : filled;
            filled = y > 0 ? visit(cell - columns, name, stack, filled) : filled;
            filled = y < rows - 1 ? visit(cell + columns, name, stack, filled) : filled;
        }
        return size;
    }

    private int visit(int cell, int name, int[] stack, int filled) {
        if (island[cell] == 0 && covered(cell)) {
            island[cell] = name;
            stack[filled++] = cell;
        }
        return filled;
    }
}
