package booth.cdk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.constructs.Node;

/**
 * What an operator may choose about a booth, read from the CDK context ({@code cdk.json} or {@code -c name=value}).
 *
 * @param imageModel Bedrock model or inference profile, e.g. {@code us.stability.stable-image-inpaint-v1:0}
 * @param imageDialect how requests to it are worded: {@code stability} or {@code titan}
 * @param regions where the model is called, in order of preference; picture <i>i</i> starts at region <i>i</i>. For a
 *     {@code us.} inference profile name every region it may route to, because each needs its permission
 * @param frameFit how a photo becomes a frame, whose short side is a multiple of 64 pixels: {@code crop} it or
 *     {@code squash} it a little
 * @param samEndpoints names of the SageMaker endpoints that segment, in turn; none: SAM 2 runs inside the function
 * @param segmentMemoryMb of the function in which SAM 2 runs; 1,769 MB buy one processor, 3,008 are all that a new
 *     account may ask for
 * @param generateConcurrency how many pictures are generated at once, what the model's quota feeds; at least 2
 * @param prompts one text for each picture, at most 512 characters
 * @param negativePrompt what not to paint, at most 512 characters; empty: the model is not told
 * @param cfgScale how closely a Titan model keeps to the text, 1.1 to 10
 * @param quality of a Titan model's pictures: {@code premium} or {@code standard}
 * @param seed same photo, same prompt, same seed: same picture; empty: each picture of each job has its own
 * @param retentionDays how long results are kept
 * @param linkSeconds how long a link to a picture works; a function's own credentials, which sign it, end it earlier
 * @param allowedOrigins whose pages may write through the HTTP API from a browser, e.g. {@code https://booth.example};
 *     {@code *} for any. Any page may read
 * @param privateCallbacks whether webhooks may go to private addresses and by plain HTTP, for trying them out
 * @param legacyRoutes whether booths from before the HTTP API are served: their routes need no key
 * @param legacyDailyPhotos how many photos a day these routes take without a key, over all addresses; 0: none
 * @param lineChannel name or ARN of the secret of Secrets Manager in which the secret and the token of a LINE channel
 *     are, as JSON {@code {"channelSecret": …, "channelToken": …}}; empty: there is no bot
 * @param garden how the garden's pictures are painted
 */
record Settings(
        String imageModel,
        String imageDialect,
        List<String> regions,
        String frameFit,
        List<String> samEndpoints,
        int segmentMemoryMb,
        int generateConcurrency,
        List<String> prompts,
        Optional<String> negativePrompt,
        double cfgScale,
        String quality,
        Optional<Integer> seed,
        int retentionDays,
        int linkSeconds,
        List<String> allowedOrigins,
        boolean privateCallbacks,
        boolean legacyRoutes,
        int legacyDailyPhotos,
        Optional<String> lineChannel,
        GardenPainting garden) {
    private static final Set<String> DIALECTS = Set.of("stability", "titan");
    private static final Set<String> FITS = Set.of("crop", "squash");
    private static final Set<String> QUALITIES = Set.of("premium", "standard");
    private static final double LEAST_CFG = 1.1;
    private static final double MOST_CFG = 10;
    private static final int PICTURES = 3;
    private static final int PROMPT_LIMIT = 512; // of Titan's request; Stability takes more
    private static final int LARGEST_SEED = 2_147_483_646; // of Titan's request; Stability takes more
    private static final int LONGEST_LINK = 7 * 24 * 60 * 60; // that S3 signs
    private static final int LEAST_MEMORY_MB = 1769;
    private static final int MOST_MEMORY_MB = 10_240;
    private static final int MOST_DAILY_PHOTOS = 10_000; // pictures of so many cost some $2,100
    private static final int CONCURRENCY_LIMIT = 1000; // of a Lambda event source mapping, from 2

    Settings {
        check(
                imageModel.matches("[\\w.:-]+"),
                "imageModel must be the id of a model or inference profile, not '" + imageModel + "'");
        check(DIALECTS.contains(imageDialect), "imageDialect must be stability or titan, not '" + imageDialect + "'");
        check(!regions.isEmpty(), "regions must name at least one region");
        for (String region : regions)
            check(
                    region.matches("[a-z]{2}(-[a-z]+)+-\\d"),
                    "regions holds '" + region + "', which is no region's name");
        check(FITS.contains(frameFit), "frameFit must be crop or squash, not '" + frameFit + "'");
        for (String name : samEndpoints)
            check(
                    name.matches("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"),
                    "samEndpoint must be the name of an endpoint, or several with commas, not '" + name + "'");
        check(
                segmentMemoryMb >= LEAST_MEMORY_MB && segmentMemoryMb <= MOST_MEMORY_MB,
                "segmentMemoryMb must be 1769, one processor, to 10240, Lambda's most, not " + segmentMemoryMb);
        check(
                generateConcurrency >= 2 && generateConcurrency <= CONCURRENCY_LIMIT,
                "generateConcurrency must be 2 to 1000, the range Lambda allows a queue, not " + generateConcurrency);
        check(prompts.size() == PICTURES, "prompts must be three texts, one for each picture, not " + prompts.size());
        for (String prompt : prompts) {
            check(!prompt.isBlank(), "prompts holds an empty text");
            check(
                    prompt.length() <= PROMPT_LIMIT,
                    "prompts holds a text of " + prompt.length() + " characters, 512 is the limit: "
                            + prompt.substring(0, Math.min(40, prompt.length())) + "…");
        }
        negativePrompt.ifPresent(text -> check(
                text.length() <= PROMPT_LIMIT,
                "negativePrompt has " + text.length() + " characters, 512 is the limit"));
        check(cfgScale >= LEAST_CFG && cfgScale <= MOST_CFG, "cfgScale must be 1.1 to 10, not " + cfgScale);
        check(QUALITIES.contains(quality), "quality must be premium or standard, not '" + quality + "'");
        seed.ifPresent(number ->
                check(number >= 0 && number <= LARGEST_SEED, "seed must be 0 to " + LARGEST_SEED + ", not " + number));
        check(retentionDays >= 1 && retentionDays <= 365, "retentionDays must be 1 to 365, not " + retentionDays);
        check(
                linkSeconds >= 1 && linkSeconds <= LONGEST_LINK,
                "linkSeconds must be 1 to " + LONGEST_LINK + ", seven days, not " + linkSeconds);
        for (String origin : allowedOrigins)
            check(
                    origin.matches("\\*|https?://[\\w.-]+(:\\d+)?"),
                    "allowedOrigins holds '" + origin + "', which is no origin like https://booth.example");
        check(
                legacyDailyPhotos >= 0 && legacyDailyPhotos <= MOST_DAILY_PHOTOS,
                "legacyDailyPhotos must be 0, none, to " + MOST_DAILY_PHOTOS + ", not " + legacyDailyPhotos);
        lineChannel.ifPresent(secret -> check(
                secret.matches("(arn:[\\w-]+:secretsmanager:[\\w-]+:\\d{12}:secret:)?[\\w/+=.@-]{1,512}"),
                "lineChannel must be the name or the ARN of a secret of Secrets Manager, not '" + secret + "'"));
        regions = List.copyOf(regions);
        samEndpoints = List.copyOf(samEndpoints);
        allowedOrigins = List.copyOf(allowedOrigins);
        prompts = List.copyOf(prompts);
    }

    /** @throws IllegalArgumentException with a sentence that names the setting */
    static Settings from(Node node) {
        var context = new ContextReader(node);
        return new Settings(
                context.text("imageModel"),
                context.text("imageDialect"),
                context.texts("regions"),
                context.text("frameFit"),
                context.names("samEndpoint"),
                context.number("segmentMemoryMb"),
                context.number("generateConcurrency"),
                context.texts("prompts"),
                context.textIfSet("negativePrompt"),
                context.decimal("cfgScale"),
                context.text("quality"),
                context.numberIfSet("seed"),
                context.number("retentionDays"),
                context.number("linkSeconds"),
                context.names("allowedOrigins"),
                context.flag("privateCallbacks"),
                context.flag("legacyRoutes"),
                context.number("legacyDailyPhotos"),
                context.textIfSet("lineChannel"),
                GardenPainting.from(context));
    }

    /** The three texts as the JSON array the generate function reads. */
    String promptsAsJson() {
        return ContextReader.json(prompts);
    }

    String regionsAsText() {
        return String.join(",", regions);
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) throw new IllegalArgumentException("Setting " + sentence + ".");
    }
}
