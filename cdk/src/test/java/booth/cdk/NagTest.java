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
import software.amazon.awscdk.services.apigatewayv2.WebSocketRoute;

/** The AWS Solutions rules hold, but for what is named here, resource by resource, each with its reason. */
class NagTest {
    private static final String ROLE_POLICY = "/Role/DefaultPolicy/Resource";
    private static final String OF_A_JOB =
            "A job's id is part of its keys and is chosen at run time; the wildcard ends at"
                    + " the file names this function has to do with.";
    private static final String TRACING = "X-Ray's traces belong to no resource.";

    @TempDir
    private Path folder;

    private PhotoBoothStack stack;

    @BeforeEach
    void synthesizeUnderTheRules() {
        stack = TestProject.in(folder).stack(Map.of());
        Aspects.of(stack).add(AwsSolutionsChecks.Builder.create().build());
    }

    @Test
    void theAwsSolutionsRulesFindNothingElse() {
        for (String bucket : List.of("Uploads", "Jobs"))
            except(
                    "JobBuckets/" + bucket + "/Resource",
                    "AwsSolutions-S1",
                    "Access logs would name guests' photos for longer"
                            + " than the photos live; only this stack's roles and presigned links reach them.");

        except("Tasks/Detect" + ROLE_POLICY, all(TRACING + " Neither do Rekognition's detections."));
        for (String function : List.of(
                "Tasks/Segment",
                "Tasks/MergeMask",
                "Tasks/Portrait",
                "Tasks/Monster",
                "Announcer/Notify",
                "Announcer/FileLanded",
                "Announcer/ExecutionStatusChanged",
                "Ingest/Intake",
                "Generation/Generate",
                "Generation/GenerateDeadLetters",
                "Callbacks/Callback",
                "HttpApi/Api",
                "LiveStream/Stream",
                "LiveStream/Push")) except(function + ROLE_POLICY, all(TRACING));
        for (String function : List.of(
                "Tasks/Detect",
                "Tasks/Segment",
                "Tasks/MergeMask",
                "Tasks/Portrait",
                "Tasks/Monster",
                "Announcer/Notify",
                "Announcer/FileLanded",
                "Announcer/ExecutionStatusChanged",
                "Ingest/Intake",
                "Generation/Generate")) except(function + ROLE_POLICY, jobFiles("photo"));
        for (String function : List.of("Generate", "GenerateDeadLetters"))
            except("Generation/" + function + ROLE_POLICY, gardenFiles());
        except("Callbacks/Callback" + ROLE_POLICY, jobFiles("(photo|keys)"));
        except(
                "HttpApi/Api" + ROLE_POLICY,
                jobFiles("(photo|docs|keys|booths|idempotency|line|connections|legacy|pairings)"));
        for (String function : List.of("HttpApi/Api", "Ingest/Intake")) except(function + ROLE_POLICY, executions());
        for (String function : List.of("Notify", "FileLanded", "ExecutionStatusChanged"))
            except("Announcer/" + function + ROLE_POLICY, jobFiles("line"));
        for (String function : List.of("Stream", "Push"))
            except("LiveStream/" + function + ROLE_POLICY, jobFiles("(photo|connections|channels)"));
        except("LiveStream/Push" + ROLE_POLICY, connections());
        except(
                "LiveStream/Stage/Resource",
                "AwsSolutions-APIG1",
                "API Gateway writes the access log of a WebSocket API with a role that is set once for the whole account"
                        + " and region; the function logs who came and left instead.");
        routes().forEach(route -> except(
                route,
                "AwsSolutions-APIG4",
                "The function checks booths' keys itself; a job is read by whoever knows its id, which is 128"
                        + " random bits."));
        sockets()
                .forEach(route -> except(
                        route,
                        "AwsSolutions-APIG4",
                        "A job is watched by whoever knows its id, which is 128 random bits."));
        except(
                "Workflow/StateMachine" + ROLE_POLICY,
                all(TRACING
                        + " Delivering a state machine's log is granted on all resources, says its documentation."));

        assertThat(findings()).isEmpty();
    }

    @Test
    void theRulesAreAwake() {
        assertThat(findings())
                .anyMatch(finding -> finding.contains("AwsSolutions-S1"))
                .anyMatch(finding -> finding.contains("AwsSolutions-IAM5[Resource::*]"));
    }

    private List<String> findings() {
        var annotations = Annotations.fromStack(stack);
        return Stream.concat(
                        annotations.findError("*", Match.anyValue()).stream(),
                        annotations.findWarning("*", Match.anyValue()).stream())
                .map(finding -> finding.getId() + ": " + finding.getEntry().getData())
                .toList();
    }

    private void except(String path, String rule, String reason) {
        except(path, NagPackSuppression.builder().id(rule).reason(reason).build());
    }

    private void except(String path, NagPackSuppression suppression) {
        NagSuppressions.addResourceSuppressionsByPath(stack, "/PhotoBooth/" + path, List.of(suppression));
    }

    private static NagPackSuppression all(String reason) {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(reason)
                .appliesTo(List.of("Resource::*"))
                .build();
    }

    private Stream<String> routes() {
        return stack.getNode().findAll().stream()
                .filter(HttpRoute.class::isInstance)
                .map(route -> route.getNode().getPath().replaceFirst("PhotoBooth/", "") + "/Resource");
    }

    private Stream<String> sockets() {
        return stack.getNode().findAll().stream()
                .filter(WebSocketRoute.class::isInstance)
                .map(route -> route.getNode().getPath().replaceFirst("PhotoBooth/", "") + "/Resource");
    }

    private static NagPackSuppression connections() {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason("A connection is named when it is opened; the wildcard ends at those of the one API.")
                .appliesTo(List.of(RegexAppliesTo.builder()
                        .regex("/^Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>"
                                + ":<LiveStream.*>\\/live\\/(POST|DELETE)\\/@connections\\/\\*$/")
                        .build()))
                .build();
    }

    private static NagPackSuppression executions() {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason("An execution is named after its job; the wildcard ends at those of the one state machine.")
                .appliesTo(List.of(RegexAppliesTo.builder()
                        .regex("/^Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>"
                                + ":execution:<.*StateMachine.*\\.Name>:\\*$/")
                        .build()))
                .build();
    }

    private static NagPackSuppression gardenFiles() {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason("Pictures of the garden and notes about them are named when they are ordered.")
                .appliesTo(List.of(RegexAppliesTo.builder()
                        .regex(
                                "/^Resource::arn:<AWS::Partition>:s3:::garden-pictures"
                                        + "-<AWS::AccountId>-<AWS::Region>\\/((emotions|imgPool|dashboard|orders|batches)\\/|img_)\\*$/")
                        .build()))
                .build();
    }

    private static NagPackSuppression jobFiles(String folder) {
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(OF_A_JOB)
                .appliesTo(List.of(RegexAppliesTo.builder()
                        .regex("/^Resource::arn:<AWS::Partition>:s3:::photobooth-(uploads|jobs)"
                                + "-<AWS::AccountId>-<AWS::Region>\\/" + folder + "\\/.+$/")
                        .build()))
                .build();
    }
}
