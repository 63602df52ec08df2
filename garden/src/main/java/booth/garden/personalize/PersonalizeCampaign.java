package booth.garden.personalize;

import booth.aws.Clients;
import booth.aws.Environment;
import booth.aws.RetryableErrors;
import booth.core.Primed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;

/**
 * Asks a campaign of Amazon Personalize for items of one search key.
 *
 * <p>Environment: {@code PERSONALIZE_CAMPAIGN_ARN}; {@code PERSONALIZE_FILTER_ARN} of the filter {@code INCLUDE ItemID WHERE
 * Items.EMOTION IN ($EMOTION)}. Without either there is no campaign.
 */
public final class PersonalizeCampaign implements Primed {
    private static final int MOST = 500; // Personalize gives no more at once

    private final PersonalizeRuntimeClient client;
    private final String campaign;
    private final String filter;

    public static Optional<PersonalizeCampaign> from(Environment env) {
        Optional<String> campaign = env.find("PERSONALIZE_CAMPAIGN_ARN");
        Optional<String> filter = env.find("PERSONALIZE_FILTER_ARN");
        return campaign.flatMap(arn -> filter.map(by -> new PersonalizeCampaign(
                Clients.build(
                        PersonalizeRuntimeClient.builder(),
                        PersonalizeDatasets.PATIENCE,
                        override -> override.apiCallTimeout(PersonalizeDatasets.PATIENCE)),
                arn,
                by)));
    }

    PersonalizeCampaign(PersonalizeRuntimeClient client, String campaign, String filter) {
        this.client = client;
        this.campaign = campaign;
        this.filter = filter;
    }

    /**
     * Ids of items, the best first.
     *
     * @throws booth.core.Busy where it is throttled, broken or silent for a second
     */
    public List<String> recommend(String user, String searchKey) {
        return RetryableErrors.asBusy(() -> client.getRecommendations(get -> get.campaignArn(campaign)
                        .userId(user)
                        .filterArn(filter)
                        .filterValues(Map.of("EMOTION", "\"" + searchKey + "\""))
                        .numResults(MOST)))
                .itemList()
                .stream()
                .map(PredictedItem::itemId)
                .toList();
    }
}
