package booth.garden.taste;

/** Nothing can be recommended; the message says why, for a log. */
final class NoRecommendation extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoRecommendation(String why) {
        super(why);
    }
}
