package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Grant;
import booth.cdk.Synthesized.Resource;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** The bot of LINE, for whoever has named a secret. */
class LineBotTest {
    private static final String SECRET = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:line-AbCdEf";
    private static final String JOBS = "arn:AWS::Partition:s3:::photobooth-jobs-AWS::AccountId-AWS::Region/";

    @TempDir
    private static Path folder;

    private static Synthesized cloud;

    @BeforeAll
    static void synthesize() {
        cloud = Synthesized.from(stack("once"));
    }

    /** A stack of its own, as rules that look at one leave their marks. */
    private static PhotoBoothStack stack(String name) {
        return TestProject.in(folder.resolve(name)).stack(Map.of("lineChannel", SECRET));
    }

    @Test
    void withoutASecretThereIsNothingOfIt() {
        assertThat(Synthesized.byDefault().template().toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("linebot")
                .doesNotContain("line-bot")
                .doesNotContain("line_channel")
                .doesNotContain("/line/webhook");
    }

    /** So that the committed template, which has the bot, also tells what everybody else deploys. */
    @Test
    void whatElseThereIsStaysAsItIsButForWhatTheBucketForgets() {
        Map<String, Resource> before = byId(Synthesized.byDefault());
        Map<String, Resource> now = byId(cloud);
        Set<String> changed = before.keySet().stream()
                .filter(id -> !Objects.equals(before.get(id), now.get(id)))
                .collect(Collectors.toSet());

        assertThat(now.keySet()).containsAll(before.keySet());
        assertThat(changed).singleElement().asString().startsWith("JobBucketsJobs");
        assertThat(now.keySet().stream().filter(id -> !before.containsKey(id)))
                .allMatch(id -> id.contains("LineBot") || id.contains("line") || id.contains("Line"));
    }

    private static Map<String, Resource> byId(Synthesized cloud) {
        return cloud.resources().collect(Collectors.toMap(Resource::id, Function.identity()));
    }

    @Test
    void aSecretIsFoundByItsNameToo() {
        Synthesized embedded =
                Synthesized.from(TestProject.in(folder.resolve("embedded")).stack(PhotoBoothApp.EMBEDDED));

        assertThat(embedded.function("WebhookHandler").property("/Environment/Variables/LINE_CHANNEL_SECRET"))
                .isEqualTo("{{resolve:secretsmanager:photo-booth-line:SecretString:channelSecret::}}");
    }

    @Test
    void theWebhookAndTheShortLinksLeadToTheBot() {
        assertThat(cloud.all("AWS::ApiGatewayV2::Route"))
                .filteredOn(route -> route.property("/RouteKey").contains("/line/"))
                .extracting(route -> route.property("/RouteKey"))
                .containsExactlyInAnyOrder("POST /line/webhook", "GET /line/p/{token}");
        assertThat(cloud.all("AWS::Lambda::Permission").stream()
                        .filter(permission -> permission.property("/Principal").equals("apigateway.amazonaws.com"))
                        .map(permission -> cloud.handlerOf(permission.property("/FunctionName"))))
                .contains("WebhookHandler");
        assertThat(cloud.template().path("Outputs").has("LineWebhookUrl")).isTrue();
    }

    @Test
    void theTemplateNamesTheSecretAndHoldsNone() {
        assertThat(cloud.function("WorkerHandler").property("/Environment/Variables/LINE_CHANNEL_TOKEN"))
                .isEqualTo("{{resolve:secretsmanager:" + SECRET + ":SecretString:channelToken::}}");
        assertThat(cloud.function("WebhookHandler").property("/Environment/Variables/LINE_CHANNEL_SECRET"))
                .isEqualTo("{{resolve:secretsmanager:" + SECRET + ":SecretString:channelSecret::}}");
        assertThat(cloud.function("WebhookHandler")
                        .properties()
                        .at("/Environment/Variables")
                        .has("LINE_CHANNEL_TOKEN"))
                .isFalse();
    }

    @Test
    void eventsWaitInTheirOrderAndEndsOfTheBotsOwnJobsAlone() {
        List<Resource> fed = cloud.mappings().stream()
                .filter(mapping ->
                        cloud.handlerOf(mapping.property("/FunctionName")).equals("WorkerHandler"))
                .toList();
        assertThat(fed).hasSize(2).allSatisfy(mapping -> {
            assertThat(mapping.property("/BatchSize")).isEqualTo("1");
            Resource queue = cloud.one(mapping.property("/EventSourceArn"));
            assertThat(queue.property("/RedrivePolicy/maxReceiveCount")).isEqualTo("6");
            assertThat(queue.property("/VisibilityTimeout")).isEqualTo("360");
        });
        assertThat(cloud.all("AWS::SNS::Subscription")).singleElement().satisfies(one -> {
            assertThat(one.property("/RawMessageDelivery")).isEqualTo("true");
            assertThat(one.properties().at("/FilterPolicy/booth/0").asText()).isEqualTo("line");
            assertThat(fed)
                    .extracting(mapping -> mapping.property("/EventSourceArn"))
                    .contains(one.property("/Endpoint"));
        });
    }

    @Test
    void itsDeadLettersRaiseAlarms() {
        assertThat(cloud.all("AWS::CloudWatch::Alarm"))
                .extracting(alarm -> alarm.property("/AlarmDescription"))
                .contains(
                        "Messages wait in the dead-letter queue of LineEvents.",
                        "Messages wait in the dead-letter queue of LineEnds.");
    }

    @Test
    void itMayDoWhatItMustAndNothingToOthersKeysOrModels() {
        assertThat(cloud.grantsOf("WebhookHandler"))
                .filteredOn(grant -> grant.action().startsWith("s3:Get"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrder(
                        JOBS + "photo/*/job.json", JOBS + "photo/*/photo_*.jpeg", JOBS + "photo/*/preview_*.jpeg");
        assertThat(cloud.grantsOf("WebhookHandler"))
                .noneMatch(grant -> grant.action().matches("s3:(Put|Delete).*"));
        assertThat(cloud.grantsOf("WorkerHandler"))
                .noneMatch(grant -> grant.resource().contains("/keys/")
                        || grant.action().matches("(bedrock|rekognition|sagemaker|secretsmanager):.*")
                        || grant.action().equals("states:StartExecution"));
        assertThat(cloud.grantsOf("WorkerHandler"))
                .extracting(grant -> grant.action() + " " + grant.resource())
                .contains("s3:PutObject " + JOBS + "photo/*/line.json", "s3:DeleteObject " + JOBS + "line-bot/*");
    }

    @Test
    void whatTheBotKnowsExpiresAsJobsDo() {
        assertThat(cloud.bucket("photobooth-jobs-AWS::AccountId-AWS::Region")
                        .properties()
                        .at("/LifecycleConfiguration/Rules"))
                .anySatisfy(rule -> {
                    assertThat(rule.path("Prefix").asText()).isEqualTo("line-bot/");
                    assertThat(rule.path("ExpirationInDays").asInt()).isEqualTo(7);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"WebhookHandler", "WorkerHandler"})
    void aFunctionIsGivenWhatItsHandlerDocuments(String handler) throws Exception {
        String source = Files.readString(Path.of("../doors/line-bot/src/main/java/booth/linebot/" + handler + ".java"));
        Set<String> required = Pattern.compile("<li>\\{@code ([A-Z_]+)}:")
                .matcher(source)
                .results()
                .map(entry -> entry.group(1))
                .collect(Collectors.toSet());

        Set<String> given =
                Synthesized.names(cloud.function(handler).properties().at("/Environment/Variables"));
        assertThat(given).containsAll(required);
        assertThat(source)
                .contains(given.stream().map(name -> "{@code " + name + "}").toList());
    }

    /** But for wildcards that end at what is named by jobs, and routes whose callers the function itself knows. */
    @Test
    void theAwsSolutionsRulesFindNothingElse() {
        PhotoBoothStack stack = stack("rules");
        Aspects.of(stack).add(AwsSolutionsChecks.Builder.create().build());
        var annotations = Annotations.fromStack(stack);

        assertThat(Stream.concat(
                                annotations.findError("*", Match.anyValue()).stream(),
                                annotations.findWarning("*", Match.anyValue()).stream())
                        .filter(finding -> finding.getId()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains("line--")
                                || finding.getId().contains("LineBot")
                                || finding.getId().contains("LineWebhook"))
                        .map(finding ->
                                finding.getId() + ": " + finding.getEntry().getData()))
                .filteredOn(finding -> !finding.contains("AwsSolutions-APIG4"))
                .filteredOn(finding -> !finding.contains("AwsSolutions-IAM5[Resource::*]")) // X-Ray
                .filteredOn(finding -> !finding.matches(
                        "(?s).*AwsSolutions-IAM5\\[Resource::arn:<AWS::Partition>:(s3:::photobooth-(uploads|jobs)-[^/]+"
                                + "/(photo|line|line-bot|connections|booths/line)/|states:[^ ]*:execution:).*"))
                .isEmpty();
    }
}
