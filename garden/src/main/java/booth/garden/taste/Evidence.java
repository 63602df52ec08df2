package booth.garden.taste;

/**
 * How often a picture was liked of so many times that it was seen; not whole numbers, as some of it counts less.
 *
 * @param likes at most {@code shows}
 */
record Evidence(double likes, double shows) {
    static final Evidence NONE = new Evidence(0, 0);

    /** As if so many had been seen at so good a rate. */
    static Evidence of(double rate, double shows) {
        return new Evidence(rate * shows, shows);
    }

    /** The share of likes; nothing seen is nothing known. */
    double rate() {
        return shows == 0 ? 0 : likes / shows;
    }

    Evidence plus(Evidence more) {
        return new Evidence(likes + more.likes, shows + more.shows);
    }
}
