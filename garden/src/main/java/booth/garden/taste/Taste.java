package booth.garden.taste;

import booth.aws.Environment;
import booth.core.function.JsonLog;
import booth.core.job.ObjectStore;
import booth.garden.personalize.PersonalizeCampaign;
import booth.garden.personalize.PersonalizeDatasets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How a garden recommends: by itself, or through Amazon Personalize where a campaign of its is configured.
 *
 * <p>Environment, all optional: {@code PERSONALIZE_CAMPAIGN_ARN}, {@code PERSONALIZE_FILTER_ARN}; {@code
 * PERSONALIZE_TRACKING_ID}: hears of likes, also before there is a campaign; {@code PERSONALIZE_MIN_INTERACTIONS}: from how
 * many likes on the campaign is asked.
 */
public final class Taste {
    /** With a second for Personalize, and what a new function reads first. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private Taste() {}

    /** @param garden the garden's bucket */
    public static Recommendations of(Environment env, ObjectStore garden, InstantSource clock, JsonLog log) {
        Bandit bandit = new Bandit(garden, clock, Taste::random, log);
        Optional<PersonalizeCampaign> campaign = PersonalizeCampaign.from(env);
        PersonalizeDatasets events = PersonalizeDatasets.ofEvents(env);
        Personalized.Minimum minimum = minimum(env);
        boolean alone = campaign.isEmpty() && !events.takesEvents();
        return new WithFallback(
                alone ? bandit : new Personalized(bandit, campaign, events, minimum, log), PATIENCE, log);
    }

    private static RandomGenerator random() {
        return new SplittableRandom(new SecureRandom().nextLong());
    }

    private static Personalized.Minimum minimum(Environment env) {
        return new Personalized.Minimum(
                env.find("PERSONALIZE_MIN_INTERACTIONS").map(Long::valueOf).orElse((long)
                        Personalized.Minimum.INTERACTIONS),
                Personalized.Minimum.GUESTS);
    }
}
