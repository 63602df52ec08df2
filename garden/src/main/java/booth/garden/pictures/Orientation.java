package booth.garden.pictures;

/** How a picture stands, told by the letter before {@code .jpeg}; {@code v} is portrait, anything else landscape. */
public enum Orientation {
    LANDSCAPE('h', 1280, 800),
    PORTRAIT('v', 800, 1280);

    private final char letter;
    private final int width;
    private final int height;

    Orientation(char letter, int width, int height) {
        this.letter = letter;
        this.width = width;
        this.height = height;
    }

    static Orientation of(String name) {
        return name.endsWith("v" + PictureKey.ENDING) ? PORTRAIT : LANDSCAPE;
    }

    public char letter() {
        return letter;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }
}
