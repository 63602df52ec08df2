package booth.generate;

import booth.core.Busy;
import booth.core.Refused;
import booth.generate.TextToImageModel.Wish;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.stream.Stream;

/** How a family of text-to-image models wants to be asked and how it answers: JSON both ways. */
interface TextDialect {
    /** The body of a request for one picture. */
    byte[] request(Wish wish);

    /**
     * The picture in an answer, as the model encoded it.
     *
     * @throws Refused {@code MODEL_REFUSED} when the model filtered it
     * @throws Busy when the model failed for a reason that passes
     * @throws IllegalArgumentException when there is no picture and no reason
     */
    byte[] picture(JsonNode answer);

    /** What a model of fixed proportions offers. */
    interface Offer {
        double proportion();
    }

    /** The nearest of what a model offers: as little as possible is cut away, whether wide or tall. */
    static <T extends Offer> Stream<T> nearest(Stream<T> offers, Wish wish) {
        var all = offers.toList();
        Comparator<T> byWaste =
                Comparator.comparingDouble(offer -> Math.abs(Math.log(offer.proportion() / wish.proportion())));
        double least = all.stream()
                .min(byWaste)
                .map(best -> Math.abs(Math.log(best.proportion() / wish.proportion())))
                .orElseThrow();
        return all.stream()
                .filter(offer ->
                        Math.abs(Math.log(offer.proportion() / wish.proportion())) <= least * (1 + 1e-9) + 1e-9);
    }
}
