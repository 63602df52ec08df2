package booth.generate;

import booth.aws.Environment;
import java.util.Optional;
import java.util.Set;

/**
 * How a deployment wants every picture painted, whatever is on it.
 *
 * @param negativePrompt what not to paint, at most 512 characters
 * @param cfgScale how closely a Titan model keeps to the text, 1.1 to 10
 * @param quality of a Titan model: {@code premium} or {@code standard}
 */
record Style(Optional<String> negativePrompt, double cfgScale, String quality) {
    private static final Set<String> QUALITIES = Set.of("premium", "standard");
    private static final double LEAST = 1.1;
    private static final double MOST = 10;
    private static final int LONGEST = 512; // of Titan's request; Stability takes more

    /** Where nothing is configured. */
    static final Style USUAL = new Style(Optional.empty(), 7.5, "premium");

    Style {
        if (negativePrompt.filter(text -> text.length() > LONGEST).isPresent())
            throw new IllegalArgumentException("NEGATIVE_PROMPT has more than 512 characters.");
        if (!(cfgScale >= LEAST && cfgScale <= MOST))
            throw new IllegalArgumentException("CFG_SCALE must be 1.1 to 10, not " + cfgScale + ".");
        if (!QUALITIES.contains(quality))
            throw new IllegalArgumentException("QUALITY must be premium or standard, not '" + quality + "'.");
    }

    static Style from(Environment env) {
        return new Style(
                env.find("NEGATIVE_PROMPT"),
                env.find("CFG_SCALE").map(Style::number).orElse(USUAL.cfgScale),
                env.find("QUALITY").orElse(USUAL.quality));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("CFG_SCALE must be a number, not '" + text + "'.", e);
        }
    }
}
