package booth.painter.garden.wish;

/** Leaves, blossoms, what lies on the ground. */
public enum Season {
    SPRING("spring springtime april may"),
    SUMMER("summer summertime june july august"),
    AUTUMN("autumn autumnal fall october november"),
    WINTER("winter wintry january december christmas");

    private final String words;

    Season(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
