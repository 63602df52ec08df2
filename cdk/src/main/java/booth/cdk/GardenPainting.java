package booth.cdk;

import java.util.List;
import java.util.Set;

/**
 * What an operator may choose about how the garden's pictures are painted.
 *
 * @param dialect how the text-to-image model is asked: {@code stability}, {@code titan} or {@code stable-diffusion}
 * @param model of Bedrock, or an inference profile
 * @param regions where it is called, in turn
 * @param endpoints names of SageMaker endpoints, in turn, for {@code stable-diffusion}
 * @param price in US dollars for one picture, for estimates
 * @param priceDate of the price list it was read from, {@code 2026-11-01}
 * @param picturesAtOnce how many {@code /text2image} paints, 1 to 10
 */
record GardenPainting(
        String dialect,
        String model,
        List<String> regions,
        List<String> endpoints,
        double price,
        String priceDate,
        int picturesAtOnce) {
    private static final String DIFFUSION = "stable-diffusion";
    private static final Set<String> DIALECTS = Set.of("stability", "titan", DIFFUSION);
    private static final double DEAREST = 10;

    GardenPainting {
        check(
                DIALECTS.contains(dialect),
                "gardenDialect must be stability, titan or stable-diffusion, not '" + dialect + "'");
        check(
                model.matches("[\\w.:-]+"),
                "gardenModel must be the id of a model or inference profile, not '" + model + "'");
        check(!regions.isEmpty(), "gardenRegions must name at least one region");
        for (String region : regions)
            check(
                    region.matches("[a-z]{2}(-[a-z]+)+-\\d"),
                    "gardenRegions holds '" + region + "', which is no region's name");
        for (String name : endpoints)
            check(
                    name.matches("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"),
                    "gardenEndpoints must be names of endpoints, not '" + name + "'");
        check(
                !dialect.equals(DIFFUSION) || !endpoints.isEmpty(),
                "gardenEndpoints must name an endpoint where gardenDialect is stable-diffusion");
        check(price >= 0 && price <= DEAREST, "gardenPrice must be 0 to 10 US dollars a picture, not " + price);
        check(priceDate.matches("\\d{4}-\\d\\d-\\d\\d"), "gardenPriceDate must be a day like 2026-11-01");
        check(
                picturesAtOnce >= 1 && picturesAtOnce <= 10,
                "gardenPicturesAtOnce must be 1 to 10, not " + picturesAtOnce);
        regions = List.copyOf(regions);
        endpoints = List.copyOf(endpoints);
    }

    static GardenPainting from(ContextReader context) {
        return new GardenPainting(
                context.text("gardenDialect"),
                context.text("gardenModel"),
                context.names("gardenRegions"),
                context.names("gardenEndpoints"),
                context.decimal("gardenPrice"),
                context.text("gardenPriceDate"),
                context.number("gardenPicturesAtOnce"));
    }

    /** Whether the model is one of Bedrock's. */
    boolean onBedrock() {
        return !dialect.equals(DIFFUSION);
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) throw new IllegalArgumentException("Setting " + sentence + ".");
    }
}
