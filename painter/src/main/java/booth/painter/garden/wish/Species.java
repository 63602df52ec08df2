package booth.painter.garden.wish;

import java.util.List;

/** The flowers that the painter knows, each with its own shape. Sizes in metres. */
public enum Species {
    TULIP(.5f, .062f, "tulip tulips"),
    DAISY(.42f, .055f, "daisy daisies chamomile"),
    ROSE(.6f, .068f, "rose roses"),
    LAVENDER(.55f, .06f, "lavender"),
    POPPY(.55f, .07f, "poppy poppies anemone"),
    SUNFLOWER(1.1f, .13f, "sunflower sunflowers"),
    CHERRY(.5f, .05f, "cherry sakura"),
    HYDRANGEA(.6f, .11f, "hydrangea hydrangeas"),
    SNOWDROP(.26f, .042f, "snowdrop snowdrops"),
    BELL(.5f, .05f, "bluebell bluebells bellflower"),
    DAHLIA(.6f, .085f, "dahlia dahlias chrysanthemum chrysanthemums"),
    PITCHER(.5f, .08f, "pitcher carnivorous"),
    IRIS(.6f, .075f, "iris irises orchid orchids");

    private final float tall;
    private final float half;
    private final String words;

    Species(float tall, float half, String words) {
        this.tall = tall;
        this.half = half;
        this.words = words;
    }

    String words() {
        return words;
    }

    public float tall() {
        return tall;
    }

    /** Half the width of a blossom. */
    public float half() {
        return half;
    }

    /** Which stand in the beds of a garden: the mood has its own, the season decides among the rest. */
    public static List<Species> of(Mood mood, Season season) {
        if (season == Season.WINTER) {
            return switch (mood) {
                case DISGUSTED -> List.of(PITCHER, SNOWDROP, BELL);
                case ANGRY -> List.of(ROSE, DAHLIA, POPPY);
                case SURPRISED, CONFUSED -> List.of(SNOWDROP, IRIS, ROSE, DAHLIA);
                default -> List.of(SNOWDROP, ROSE, SNOWDROP, BELL);
            };
        }
        return switch (mood) {
            case ANGRY -> List.of(POPPY, ROSE, DAHLIA, TULIP);
            case FEAR -> List.of(SNOWDROP, ROSE, IRIS, BELL);
            case DISGUSTED -> List.of(PITCHER, DAHLIA, PITCHER, POPPY);
            case SAD -> List.of(BELL, HYDRANGEA, BELL, ROSE);
            case CONFUSED -> List.of(IRIS, DAHLIA, POPPY, HYDRANGEA);
            case HAPPY, SURPRISED, CALM -> cheerful(mood, season);
        };
    }

    private static List<Species> cheerful(Mood mood, Season season) {
        boolean calm = mood == Mood.CALM;
        return switch (season) {
            case SPRING -> calm ? List.of(TULIP, DAISY, IRIS, BELL) : List.of(TULIP, DAISY, POPPY, IRIS);
            case SUMMER ->
                calm ? List.of(LAVENDER, HYDRANGEA, DAISY, ROSE) : List.of(SUNFLOWER, POPPY, DAISY, ROSE, LAVENDER);
            default -> calm ? List.of(DAHLIA, DAISY, LAVENDER) : List.of(DAHLIA, SUNFLOWER, DAISY, ROSE);
        };
    }
}
