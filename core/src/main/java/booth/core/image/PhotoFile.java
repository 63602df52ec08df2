package booth.core.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import booth.core.Refused;

/**
 * What a photo's file says of itself before a pixel is decoded. Files are walked from part to part by the lengths they
 * give, and nothing in them is inflated: a megabyte of a PNG's text may stand for a gigabyte.
 */
sealed interface PhotoFile permits JpegFile, PngFile {
    /** What fits a segment of a JPEG; a longer EXIF block is not read. */
    int MAX_EXIF = 1 << 16;

    /** What ImageIO calls it. */
    String format();

    int width();

    int height();

    /** A decoded pixel takes at most so many. */
    int bytesPerPixel();

    /** Bytes that the decoder holds besides the pixels it was asked for. */
    long heldBesides();

    /** The EXIF block, a TIFF; empty where there is none. */
    byte[] exif();

    /** The file without what decoding does not need. */
    byte[] pixels();

    /**
     * @throws Refused {@code UNSUPPORTED_TYPE}, {@code UNREADABLE_PHOTO}, or {@code PHOTO_TOO_HEAVY} for one that takes
     *     too much memory in the way it was saved
     */
    static PhotoFile of(byte[] bytes) {
        if (begins(bytes, "\u00ff\u00d8\u00ff")) return JpegFile.of(bytes);
        if (begins(bytes, "\u0089PNG\r\n\u001a\n")) return PngFile.of(bytes);
        throw new Refused(
                "UNSUPPORTED_TYPE",
                isHeic(bytes)
                        ? "The photo is HEIC; set the camera to its 'most compatible' format (JPEG) and try again."
                        : "The file is neither JPEG nor PNG; save the photo as one of them.");
    }

    static Refused unreadable(Throwable cause) {
        return new Refused(
                "UNREADABLE_PHOTO",
                "The photo cannot be decoded: it is damaged or not in RGB; take it again or save it anew.",
                cause);
    }

    static Refused tooHeavy(String kind, long bytes, String remedy) {
        return new Refused(
                "PHOTO_TOO_HEAVY", kind + " and would take " + bytes / 1_000_000 + " MB to open; " + remedy + ".");
    }

    private static boolean begins(byte[] bytes, String magic) {
        return new String(bytes, 0, Math.min(bytes.length, magic.length()), ISO_8859_1).equals(magic);
    }

    private static boolean isHeic(byte[] bytes) {
        if (bytes.length < 12) return false;
        String box = new String(bytes, 4, 8, ISO_8859_1);
        return box.startsWith("ftyphe") || box.startsWith("ftypmif") || box.startsWith("ftypmsf");
    }
}
