package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.cdk.Synthesized.Grant;
import booth.cdk.Synthesized.Resource;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class GardenPersonalizeTest {
    private static final String ARN = "arn:aws:personalize:us-west-2:123456789012:";
    static final Map<String, Object> CONFIGURED = Map.of(
            "personalize",
            true,
            "personalizeCampaignArn",
            ARN + "campaign/garden",
            "personalizeFilterArn",
            ARN + "filter/emotion",
            "personalizeTrackingId",
            "0a1b2c",
            "personalizeMinInteractions",
            10000);

    @TempDir
    private static Path folder;

    private static Synthesized garden;

    @BeforeAll
    static void synthesize() {
        garden = Synthesized.from(stack("once"));
    }

    /** A stack of its own, as rules that look at one leave their marks. */
    private static GardenStack stack(String name) {
        return TestProject.in(folder.resolve(name)).gardenStack(CONFIGURED);
    }

    @Test
    void byDefaultThereIsNothingOfIt() {
        Synthesized without = GardenStackTest.byDefault();

        assertThat(without.resources().map(Resource::type)).noneMatch(type -> type.contains("Personalize"));
        assertThat(without.template().toString()).doesNotContain("PERSONALIZE_", "personalize:");
    }

    @Test
    void theDatasetsHaveTheFieldsThatExportsHave() {
        assertThat(fields("Users")).containsExactly("USER_ID", "GENERATION*", "GENDER*", "EMOTION*");
        assertThat(fields("Items")).containsExactly("ITEM_ID", "TIMESTAMP:long", "EMOTION*");
        assertThat(fields("Interactions"))
                .containsExactly("USER_ID", "ITEM_ID", "TIMESTAMP:long", "EVENT_TYPE", "IMPRESSION");
        assertThat(garden.all("AWS::Personalize::Dataset"))
                .extracting(dataset -> dataset.property("/DatasetType"))
                .containsExactlyInAnyOrder("Users", "Items", "Interactions");
    }

    private List<String> fields(String name) {
        return garden.all("AWS::Personalize::Schema").stream()
                .map(schema -> Synthesized.json(schema.property("/Schema")))
                .filter(schema -> schema.path("name").asText().equals(name))
                .flatMap(schema -> Synthesized.elements(schema.path("fields")))
                .map(field -> field.path("name").asText()
                        + (field.path("categorical").asBoolean() ? "*" : "")
                        + (field.path("type").asText().equals("long") ? ":long" : ""))
                .toList();
    }

    @Test
    void theSolutionWaitsForItsDatasets() {
        Resource solution = garden.all("AWS::Personalize::Solution").get(0);

        assertThat(Synthesized.texts(solution.whole().path("DependsOn")))
                .containsAll(garden.all("AWS::Personalize::Dataset").stream()
                        .map(Resource::id)
                        .toList());
        assertThat(solution.property("/RecipeArn")).endsWith("recipe/aws-user-personalization");
    }

    @Test
    void eachFunctionMayDoItsPartAndIsToldWhere() {
        assertThat(personalize("GardenApiHandler"))
                .containsExactlyInAnyOrder(
                        "personalize:GetRecommendations " + ARN + "campaign/garden",
                        "personalize:GetRecommendations " + ARN + "filter/emotion",
                        "personalize:PutEvents arn:AWS::Partition:personalize:AWS::Region:AWS::AccountId:event-tracker/*");
        assertThat(variables("GardenApiHandler"))
                .containsEntry("PERSONALIZE_CAMPAIGN_ARN", ARN + "campaign/garden")
                .containsEntry("PERSONALIZE_FILTER_ARN", ARN + "filter/emotion")
                .containsEntry("PERSONALIZE_TRACKING_ID", "0a1b2c")
                .containsEntry("PERSONALIZE_MIN_INTERACTIONS", "10000");
        assertThat(personalize("PicturesChangedHandler"))
                .singleElement()
                .asString()
                .startsWith("personalize:PutItems");
        assertThat(variables("PicturesChangedHandler")).containsKey("PERSONALIZE_ITEMS_ARN");
        assertThat(personalize("MoodHandler")).singleElement().asString().startsWith("personalize:PutUsers");
        assertThat(variables("MoodHandler")).containsKey("PERSONALIZE_USERS_ARN");
    }

    private List<String> personalize(String handler) {
        return garden.grantsOf(handler).stream()
                .filter(grant -> grant.action().startsWith("personalize:"))
                .map(grant -> grant.action() + " " + grant.resource())
                .toList();
    }

    private Map<String, String> variables(String handler) {
        Map<String, String> all = new HashMap<>();
        garden.function(handler)
                .properties()
                .at("/Environment/Variables")
                .properties()
                .forEach(one -> all.put(one.getKey(), Synthesized.text(one.getValue())));
        return all;
    }

    @Test
    void itReadsNothingButWhatIsToBeImported() {
        String role = garden.all("AWS::IAM::Role").stream()
                .filter(one -> one.whole().toString().contains("personalize.amazonaws.com"))
                .map(Resource::id)
                .findFirst()
                .orElseThrow();

        assertThat(garden.grants().stream().filter(grant -> grant.role().equals(role)))
                .extracting(Grant::action, grant -> grant.resource().replaceAll("^[^/]*", ""))
                .contains(org.assertj.core.groups.Tuple.tuple("s3:GetObject", "/dataset/*"))
                .allSatisfy(
                        grant -> assertThat(grant.toList().get(1).toString()).isIn("", "/dataset/*"));
    }

    @Test
    void theAwsSolutionsRulesFindNothingButWildcardsWithAReason() {
        GardenStack stack = stack("rules");
        Aspects.of(stack).add(AwsSolutionsChecks.Builder.create().build());
        var annotations = Annotations.fromStack(stack);

        assertThat(Stream.concat(
                                annotations.findError("*", Match.anyValue()).stream(),
                                annotations.findWarning("*", Match.anyValue()).stream())
                        .map(finding ->
                                finding.getId() + ": " + finding.getEntry().getData())
                        .filter(finding -> finding.contains("ersonalize")))
                .filteredOn(finding -> !finding.contains(":event-tracker/*]")) // its ARN is not known beforehand
                .filteredOn(finding -> !finding.contains("/dataset/*]")) // files are named by who exports them
                .isEmpty();
    }

    @Test
    void aWrongSettingIsNamed() {
        refused(
                "personalizeCampaignArn",
                "garden",
                "personalizeCampaignArn must be the ARN of a campaign, not 'garden'");
        refused("personalizeFilterArn", "", "personalizeCampaignArn and personalizeFilterArn belong together");
        refused("personalizeMinInteractions", 25, "personalizeMinInteractions must be at least 1000, not 25");
        refused("personalize", false, "personalize must be true where a campaign or a tracker is named");
    }

    private void refused(String name, Object value, String sentence) {
        Map<String, Object> settings = new HashMap<>(CONFIGURED);
        settings.put(name, value);

        assertThatThrownBy(() -> TestProject.in(folder.resolve(name)).gardenStack(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
