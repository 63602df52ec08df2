package booth.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.personalize.CfnDataset;
import software.amazon.awscdk.services.personalize.CfnDatasetGroup;
import software.amazon.awscdk.services.personalize.CfnSchema;
import software.amazon.awscdk.services.personalize.CfnSolution;
import software.constructs.Construct;

/**
 * Amazon Personalize, where an operator wants it: three datasets, a solution to be trained on them, and a role that reads
 * what is imported. What CloudFormation cannot make is in docs/garden-recommendation.md: a version of the solution, its
 * campaign, the filter and the event tracker.
 */
final class GardenPersonalize extends Construct {
    /** The one of its recipes that learns from impressions. */
    private static final String RECIPE = "arn:aws:personalize:::recipe/aws-user-personalization";

    private static final String IMPORTED = "dataset/*";

    private final PersonalizeSettings settings;
    private final CfnDataset users;
    private final CfnDataset items;

    GardenPersonalize(Construct scope, String id, PersonalizeSettings settings, NamedBucket garden) {
        super(scope, id);
        this.settings = settings;
        var group = CfnDatasetGroup.Builder.create(this, "Datasets")
                .name(named("garden"))
                .build();
        users = dataset(
                group,
                "Users",
                List.of(text("USER_ID"), category("GENERATION"), category("GENDER"), category("EMOTION")));
        items = dataset(group, "Items", List.of(text("ITEM_ID"), time(), category("EMOTION")));
        var interactions = dataset(
                group,
                "Interactions",
                List.of(text("USER_ID"), text("ITEM_ID"), time(), text("EVENT_TYPE"), text("IMPRESSION")));
        var solution = CfnSolution.Builder.create(this, "Solution")
                .name(named("taste"))
                .datasetGroupArn(group.getAttrDatasetGroupArn())
                .recipeArn(RECIPE)
                .build();
        Stream.of(users, items, interactions).forEach(solution::addResourceDependency);
        var importer = Role.Builder.create(this, "Import")
                .assumedBy(new ServicePrincipal("personalize.amazonaws.com"))
                .build();
        importer.addToPolicy(garden.list(IMPORTED));
        importer.addToPolicy(garden.read(IMPORTED));
    }

    private String named(String name) {
        return Stack.of(this).getStackName() + "-" + name;
    }

    private CfnDataset dataset(CfnDatasetGroup group, String type, List<Map<String, Object>> fields) {
        Map<String, Object> avro = new LinkedHashMap<>();
        avro.put("type", "record");
        avro.put("name", type);
        avro.put("namespace", "com.amazonaws.personalize.schema");
        avro.put("fields", fields);
        avro.put("version", "1.0");
        var schema = CfnSchema.Builder.create(this, type + "Schema")
                .name(named(type))
                .schema(Stack.of(this).toJsonString(avro))
                .build();
        return CfnDataset.Builder.create(this, type)
                .name(named(type))
                .datasetType(type)
                .datasetGroupArn(group.getAttrDatasetGroupArn())
                .schemaArn(schema.getAttrSchemaArn())
                .build();
    }

    private static Map<String, Object> text(String name) {
        return field(name, "string");
    }

    private static Map<String, Object> time() {
        return field("TIMESTAMP", "long");
    }

    private static Map<String, Object> category(String name) {
        Map<String, Object> field = field(name, "string");
        field.put("categorical", true);
        return field;
    }

    private static Map<String, Object> field(String name, String type) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", name);
        field.put("type", type);
        return field;
    }

    /** The function recommends through the campaign and tells of likes, as far as there are a campaign and a tracker. */
    void recommendsTo(TaskFunction api) {
        settings.campaignArn()
                .ifPresent(arn -> api.with("PERSONALIZE_CAMPAIGN_ARN", arn)
                        .with("PERSONALIZE_MIN_INTERACTIONS", String.valueOf(settings.minInteractions()))
                        .may("personalize:GetRecommendations", arn));
        settings.filterArn()
                .ifPresent(arn -> api.with("PERSONALIZE_FILTER_ARN", arn).may("personalize:GetRecommendations", arn));
        settings.trackingId()
                .ifPresent(id -> api.with("PERSONALIZE_TRACKING_ID", id).may("personalize:PutEvents", trackers()));
    }

    /** The tracker's ARN has another id than the tracking id, and nothing tells one from the other. */
    private String trackers() {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("personalize")
                        .resource("event-tracker")
                        .resourceName("*")
                        .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                        .build());
    }

    /** The function tells of pictures that come. */
    void hearsOfItemsFrom(TaskFunction pictures) {
        pictures.with("PERSONALIZE_ITEMS_ARN", items.getAttrDatasetArn())
                .may("personalize:PutItems", items.getAttrDatasetArn());
    }

    /** The function tells of guests whose faces were seen. */
    void hearsOfUsersFrom(TaskFunction mood) {
        mood.with("PERSONALIZE_USERS_ARN", users.getAttrDatasetArn())
                .may("personalize:PutUsers", users.getAttrDatasetArn());
    }
}
