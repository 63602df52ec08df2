package booth.painter.garden.wish;

/** How a garden is laid out. */
public enum Place {
    PATH("path trail walk lane"),
    POND("pond lily lilies lotus"),
    ARCH("arch arches pergola trellis rose roses"),
    MAZE("maze labyrinth hedge hedges topiary"),
    MEADOW("meadow fields poppy poppies daisies wildflowers"),
    WALL("wall gate door secret courtyard"),
    GLASSHOUSE("greenhouse glasshouse conservatory orangery"),
    BRIDGE("bridge stream brook river japanese"),
    FOUNTAIN("fountain statue basin"),
    TERRACE("viewpoint terrace balustrade valley lake"),
    AVENUE("avenue alley cherry sakura tunnel"),
    ROWS("lavender rows tulips tulip sunflowers sunflower"),
    CLOSE("closeup bouquet");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
