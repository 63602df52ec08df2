package booth.garden.taste;

/**
 * How much there is to learn from.
 *
 * @param likes that were counted, ever
 * @param guests who gave them; at least so many, and never more than 1,024
 */
public record Experience(long likes, int guests) {}
