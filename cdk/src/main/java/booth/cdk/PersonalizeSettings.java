package booth.cdk;

import java.util.Optional;
import software.constructs.Node;

/**
 * What an operator may choose about Amazon Personalize, which the garden does without by default.
 *
 * @param wanted whether datasets and a solution are made
 * @param campaignArn of the solution's campaign; without one guests are not shown what it recommends
 * @param filterArn of the filter by emotion that the campaign is asked with
 * @param trackingId of the event tracker; without one it hears of no likes
 * @param minInteractions how many likes there must be before it is asked
 */
record PersonalizeSettings(
        boolean wanted,
        Optional<String> campaignArn,
        Optional<String> filterArn,
        Optional<String> trackingId,
        int minInteractions) {
    private static final String ARN = "arn:[\\w-]+:personalize:[\\w-]+:\\d{12}:";
    private static final int LEAST = 1000; // Personalize trains with no fewer

    PersonalizeSettings {
        check("personalizeCampaignArn", campaignArn, ARN + "campaign/[\\w-]+", "the ARN of a campaign");
        check("personalizeFilterArn", filterArn, ARN + "filter/[\\w-]+", "the ARN of a filter");
        check("personalizeTrackingId", trackingId, "[\\w-]{1,256}", "the id of an event tracker");
        check(minInteractions >= LEAST, "personalizeMinInteractions must be at least 1000, not " + minInteractions);
        check(
                campaignArn.isPresent() == filterArn.isPresent(),
                "personalizeCampaignArn and personalizeFilterArn belong together");
        check(
                wanted || (campaignArn.isEmpty() && trackingId.isEmpty()),
                "personalize must be true where a campaign or a tracker is named");
    }

    /** @throws IllegalArgumentException with a sentence that names the setting */
    static PersonalizeSettings from(Node node) {
        var context = new ContextReader(node);
        return new PersonalizeSettings(
                context.flag("personalize"),
                context.textIfSet("personalizeCampaignArn"),
                context.textIfSet("personalizeFilterArn"),
                context.textIfSet("personalizeTrackingId"),
                context.number("personalizeMinInteractions"));
    }

    private static void check(String name, Optional<String> value, String form, String meaning) {
        value.ifPresent(text -> check(text.matches(form), name + " must be " + meaning + ", not '" + text + "'"));
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) throw new IllegalArgumentException("Setting " + sentence + ".");
    }
}
