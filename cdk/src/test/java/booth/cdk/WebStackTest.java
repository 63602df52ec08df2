package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class WebStackTest {
    private static final String HELPER = "/PhotoBoothWeb/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C";

    @TempDir
    private Path folder;

    @Test
    void pagesAreReachedThroughCloudFrontAloneAndByHttpsAlone() {
        var web = Synthesized.from(TestProject.in(folder).webStack());
        Resource bucket = web.all("AWS::S3::Bucket").get(0);
        JsonNode distribution = distribution(web);

        assertThat(bucket.property("/PublicAccessBlockConfiguration/RestrictPublicBuckets"))
                .isEqualTo("true");
        assertThat(web.all("AWS::CloudFront::OriginAccessControl")).hasSize(1);
        assertThat(distribution.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
                .isEqualTo("redirect-to-https");
        assertThat(distribution.path("DefaultRootObject").asText()).isEqualTo("index.html");
        assertThat(distribution.at("/DefaultCacheBehavior/Compress").asBoolean())
                .isTrue();
    }

    /** Of one origin with the pages, never cached, with every method and header but the host's. */
    @Test
    void theApiStandsBesideThePages() {
        var behaviors = distribution(Synthesized.from(TestProject.in(folder).webStack()))
                .path("CacheBehaviors");

        var expected = new TreeSet<>(
                WebStack.patterns(TestProject.in(folder).gardenStack(Map.of()).apiPaths()));
        expected.addAll(List.of(
                "/v1/*",
                "/openapi.json",
                "/upload",
                "/photo",
                "/photo-api",
                "/multiphoto",
                "/aws/states",
                "/aws/sqs",
                "/aws/logs"));
        assertThat(behaviors.findValuesAsText("PathPattern")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).as("what CloudFront takes").hasSizeLessThan(75);
        assertThat(behaviors).allSatisfy(behavior -> {
            assertThat(texts(behavior.path("AllowedMethods"))).contains("POST", "DELETE", "OPTIONS");
            assertThat(behavior.path("CachePolicyId").asText())
                    .as("CachingDisabled")
                    .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
            assertThat(behavior.path("OriginRequestPolicyId").asText())
                    .as("AllViewerExceptHostHeader")
                    .isEqualTo("b689b0a8-53d0-40ab-baf2-68738e2966ac");
        });
    }

    /** CloudFront takes the first behaviour that matches. */
    @Test
    void theGardensOwnPathsComeBeforeTheBooths() {
        assertThat(WebStack.patterns(Set.of("/v1/garden/a/{b}", "/v1/garden/c", "/emotions/{emotion}/{name}", "/like")))
                .containsExactlyInAnyOrder("/v1/garden/*", "/emotions/*", "/like");
        assertThat(distribution(Synthesized.from(TestProject.in(folder).webStack()))
                        .path("CacheBehaviors")
                        .findValuesAsText("PathPattern"))
                .satisfies(patterns ->
                        assertThat(patterns.indexOf("/garden-openapi.json")).isLessThan(patterns.indexOf("/v1/*")));
    }

    /** The garden tells whole URLs of pictures. */
    @Test
    void theGardenHearsUnderWhichHostItIsReached() {
        var web = Synthesized.from(TestProject.in(folder).webStack());

        assertThat(web.all("AWS::CloudFront::Function"))
                .filteredOn(function -> function.id().contains("TellTheHost"))
                .singleElement()
                .satisfies(function -> assertThat(function.property("/FunctionCode"))
                        .contains("headers['x-forwarded-host'] = {value: event.request.headers.host.value}"));
        assertThat(distribution(web).path("CacheBehaviors"))
                .filteredOn(behavior -> behavior.path("PathPattern").asText().equals("/gardenfromDB"))
                .singleElement()
                .satisfies(behavior -> assertThat(
                                behavior.at("/FunctionAssociations/0/EventType").asText())
                        .isEqualTo("viewer-request"));
    }

    @Test
    void theOperatorsPageReachesTheServicesAtTheirOwnRoot() {
        var web = Synthesized.from(TestProject.in(folder).webStack());
        JsonNode distribution = distribution(web);

        assertThat(distribution.path("Origins").findValues("DomainName").toString())
                .contains("states.", "sqs.", "logs.", ".amazonaws.com");
        assertThat(distribution.path("CacheBehaviors"))
                .filteredOn(behavior -> behavior.path("PathPattern").asText().startsWith("/aws/"))
                .hasSize(3)
                .allSatisfy(behavior -> assertThat(
                                behavior.at("/FunctionAssociations/0/EventType").asText())
                        .isEqualTo("viewer-request"));
        assertThat(web.all("AWS::CloudFront::Function"))
                .filteredOn(function -> function.id().contains("ToTheRoot"))
                .singleElement()
                .satisfies(function ->
                        assertThat(function.property("/FunctionCode")).contains("event.request.uri = '/'"));
    }

    @Test
    void pagesMayTalkToTheirOwnHostTheBucketsAndTheStreamAlone() {
        var web = Synthesized.from(TestProject.in(folder).webStack());
        String policy = web.all("AWS::CloudFront::ResponseHeadersPolicy")
                .get(0)
                .property(
                        "/ResponseHeadersPolicyConfig/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy");

        assertThat(policy)
                .contains("default-src 'self'; connect-src 'self' https://photobooth-uploads-")
                .contains("https://photobooth-jobs-")
                .doesNotContain("unsafe", "${hosts}");
    }

    @Test
    void whatThePagesNeedOfTheBoothItTells() {
        var web = TestProject.in(folder).webStack();
        var exports = Stream.of(Synthesized.byDefault(), GardenStackTest.byDefault())
                .flatMap(stack -> stack.template().path("Outputs").findValuesAsText("Name").stream())
                .toList();

        assertThat(Synthesized.from(web).template().findValuesAsText("Fn::ImportValue"))
                .contains(
                        "Garden-ApiUrl", "PhotoBooth-ApiUrl", "PhotoBooth-StateMachineArn", "PhotoBooth-LogGroupPrefix")
                .isSubsetOf(exports);
    }

    @Test
    void theAwsSolutionsRulesFindNothingElse() {
        var stack = TestProject.in(folder).webStack();
        Aspects.of(stack).add(AwsSolutionsChecks.Builder.create().build());
        except(
                stack,
                "/PhotoBoothWeb/Pages/Resource",
                "AwsSolutions-S1",
                "Only the pages are in it, which anybody may read.");
        String distribution = "/PhotoBoothWeb/Distribution/Resource";
        except(stack, distribution, "AwsSolutions-CFR1", "Guests come from anywhere.");
        except(
                stack,
                distribution,
                "AwsSolutions-CFR2",
                "The API throttles; a firewall is the account's own decision.");
        except(stack, distribution, "AwsSolutions-CFR3", "Access logs would hold the ids of guests' jobs.");
        except(
                stack,
                distribution,
                "AwsSolutions-CFR4",
                "CloudFront's own certificate sets it; a domain brings another.");
        for (String path : List.of("/ServiceRole/Resource", "/ServiceRole/DefaultPolicy/Resource", "/Resource"))
            for (String rule : List.of("AwsSolutions-IAM4", "AwsSolutions-IAM5", "AwsSolutions-L1"))
                except(
                        stack,
                        HELPER + path,
                        rule,
                        "The CDK's own helper, which copies the pages when the stack changes.");

        var annotations = Annotations.fromStack(stack);
        assertThat(Stream.concat(
                                annotations.findError("*", Match.anyValue()).stream(),
                                annotations.findWarning("*", Match.anyValue()).stream())
                        .map(finding ->
                                finding.getId() + ": " + finding.getEntry().getData()))
                .isEmpty();
    }

    private static void except(WebStack stack, String path, String rule, String reason) {
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                path,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()));
    }

    private static JsonNode distribution(Synthesized web) {
        return web.all("AWS::CloudFront::Distribution").get(0).properties().path("DistributionConfig");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
