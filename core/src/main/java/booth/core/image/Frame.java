package booth.core.image;

import booth.core.Refused;

/**
 * The size every task works in: the long side is 1024, the short side a multiple of 64, because image models take no
 * other sizes.
 *
 * @param width pixels
 * @param height pixels
 */
public record Frame(int width, int height) {
    public static final int LONG_SIDE = 1024;
    public static final int STEP = 64;

    public Frame {
        if (Math.max(width, height) != LONG_SIDE || !steps(width) || !steps(height))
            throw new Refused(
                    "INVALID_FRAME", "A frame is 1024 by a multiple of 64 pixels, not " + width + "×" + height + ".");
    }

    /**
     * The frame for a photo of the given size: long side 1024; t = ⌊1024·short/long⌋ in exact integers; short side
     * t − t mod 64. A square gives 1024×1024, small photos grow.
     *
     * @throws Refused {@code PHOTO_TOO_NARROW} when the short side would be under 64
     */
    public static Frame of(int width, int height) {
        if (width < 1 || height < 1)
            throw new Refused("UNREADABLE_PHOTO", "The photo says it has no pixels: " + width + "×" + height + ".");
        int longSide = Math.max(width, height);
        int scaled = (int) ((long) LONG_SIDE * Math.min(width, height) / longSide);
        int shortSide = scaled - scaled % STEP;
        if (shortSide < STEP)
            throw new Refused(
                    "PHOTO_TOO_NARROW",
                    "The photo is too narrow (" + width + "×" + height + "); crop it to less than 16:1.");
        return width >= height ? new Frame(LONG_SIDE, shortSide) : new Frame(shortSide, LONG_SIDE);
    }

    /**
     * The largest centred part of a photo that has exactly this frame's proportions, for those who would rather lose up
     * to 63 px of the frame's short side than have it squashed by as much.
     */
    public PixelRect cropOf(int photoWidth, int photoHeight) {
        long wide = (long) photoHeight * width / height;
        int cropWidth = (int) Math.min(photoWidth, wide);
        int cropHeight = (int) Math.min(photoHeight, (long) photoWidth * height / width);
        int left = (photoWidth - cropWidth) / 2;
        int top = (photoHeight - cropHeight) / 2;
        return new PixelRect(left, top, left + cropWidth, top + cropHeight);
    }

    private static boolean steps(int side) {
        return side >= STEP && side % STEP == 0;
    }
}
