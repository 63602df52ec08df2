package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;

/** The AWS Solutions rules hold for the garden, but for what is named here, each with its reason. */
class GardenNagTest {
    private static final String ROLE_POLICY = "/Role/DefaultPolicy/Resource";

    @TempDir
    private Path folder;

    private GardenStack stack;

    @BeforeEach
    void synthesizeUnderTheRules() {
        stack = TestProject.in(folder).gardenStack(Map.of());
        Aspects.of(stack).add(AwsSolutionsChecks.Builder.create().build());
    }

    @Test
    void theAwsSolutionsRulesFindNothingElse() {
        except(
                "Pictures/Bucket/Resource",
                "AwsSolutions-S1",
                "Access logs would tell what guests looked at; only this stack's roles and presigned links reach it.");
        for (String function : List.of("Pictures/PicturesChanged", "HttpApi/GardenApi")) {
            except(function + ROLE_POLICY, all("X-Ray's traces belong to no resource."));
            except(function + ROLE_POLICY, files("garden-pictures", "(emotions|imgPool|display|hidden|listings)\\/"));
        }
        except("HttpApi/GardenApi" + ROLE_POLICY, files("garden-pictures", "(likes|taste)\\/"));
        for (String function : List.of("HttpApi/GardenApi", "Mood/Mood", "Visitors/VisitorsApi"))
            except(function + ROLE_POLICY, files("photobooth-jobs", "keys\\/"));
        for (String function : List.of("Mood/Mood", "Mood/SweepProfiles")) {
            except(function + ROLE_POLICY, all("X-Ray's traces and Rekognition's detections belong to no resource."));
            except(function + ROLE_POLICY, files("garden-pictures", "(profile|taste\\/guests|taste\\/forgotten)\\/"));
        }
        for (String function : List.of("Visitors/Representatives", "Visitors/VisitorsApi")) {
            except(function + ROLE_POLICY, all("X-Ray's traces belong to no resource."));
            except(function + ROLE_POLICY, files("garden-pictures", "(dashboard|orders\\/representatives)\\/"));
        }
        except("Visitors/Representatives" + ROLE_POLICY, files("photobooth-jobs", "photo\\/"));
        for (String function : List.of("Bulk/PlanBatch", "Bulk/ConcludeBatch"))
            except(function + ROLE_POLICY, all("X-Ray's traces belong to no resource."));
        for (String function : List.of("Bulk/PlanBatch", "Bulk/ConcludeBatch", "HttpApi/GardenApi"))
            except(function + ROLE_POLICY, files("garden-pictures", "((orders|batches)\\/|img_)"));
        except("HttpApi/GardenApi" + ROLE_POLICY, executions());
        except(
                "Bulk/StateMachine" + ROLE_POLICY,
                all("X-Ray's traces belong to no resource. Delivering a state machine's log is granted on all"
                        + " resources, says its documentation."));
        routes().forEach(route -> except(
                route,
                "AwsSolutions-APIG4",
                "Guests look and like without a key; whoever changes pictures is asked for one by the function."));

        assertThat(findings()).isEmpty();
    }

    private List<String> findings() {
        var annotations = Annotations.fromStack(stack);
        return Stream.concat(
                        annotations.findError("*", Match.anyValue()).stream(),
                        annotations.findWarning("*", Match.anyValue()).stream())
                .map(finding -> finding.getId() + ": " + finding.getEntry().getData())
                .toList();
    }

    private Stream<String> routes() {
        return stack.getNode().findAll().stream()
                .filter(HttpRoute.class::isInstance)
                .map(route -> route.getNode().getPath().replaceFirst("Garden/", "") + "/Resource");
    }

    private void except(String path, String rule, String reason) {
        except(path, NagPackSuppression.builder().id(rule).reason(reason).build());
    }

    private void except(String path, NagPackSuppression suppression) {
        NagSuppressions.addResourceSuppressionsByPath(stack, "/Garden/" + path, List.of(suppression));
    }

    private static NagPackSuppression all(String reason) {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(reason)
                .appliesTo(List.of("Resource::*"))
                .build();
    }

    private static NagPackSuppression executions() {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason("An execution is named after its batch; the wildcard ends at those of the one state machine.")
                .appliesTo(List.of(RegexAppliesTo.builder()
                        .regex("/^Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>"
                                + ":execution:<.*StateMachine.*\\.Name>:\\*$/")
                        .build()))
                .build();
    }

    private static NagPackSuppression files(String bucket, String folder) {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason("Keys are made at run time; the wildcard ends at the folders this function has to do with.")
                .appliesTo(List.of(RegexAppliesTo.builder()
                        .regex("/^Resource::arn:<AWS::Partition>:s3:::" + bucket + "-<AWS::AccountId>-<AWS::Region>\\/"
                                + folder + ".*\\*[^*]*$/")
                        .build()))
                .build();
    }
}
