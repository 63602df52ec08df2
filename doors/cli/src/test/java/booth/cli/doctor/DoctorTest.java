package booth.cli.doctor;

import static booth.cli.doctor.FakeAccount.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.StubServer.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code booth doctor} says of accounts that answer as AWS does. */
class DoctorTest extends WithADoctor {
    @Test
    void whereAllIsWellEveryLineSaysSo() {
        assertThat(doctor()).as(out + "\n" + err).isZero();

        assertThat(out.toString().lines()).allMatch(line -> line.startsWith("ok ") || line.startsWith("skip "));
        assertThat(out.toString())
                .contains("arn:aws:iam::123456789012:user/ada, account 123456789012, region us-west-2")
                .contains("version 30, 6 is needed")
                .contains("the account runs 1000")
                .contains("segmentMemoryMb is 3008")
                .contains("DetectFaces a second   50, one is called for each photo")
                .contains("us.stability.stable-image-inpaint-v1:0 sends calls to us-east-1, us-west-2")
                .contains("model in us-east-1", "access in us-west-2")
                .contains("60 requests a minute; generateConcurrency 3 makes up to 36")
                .contains("PhotoBooth is UPDATE_COMPLETE")
                .contains("1 are active with a snapshot, java25 on arm64")
                .contains("none of 1 is raised", "none in 1 queues", "1 booth has one");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void credentialsThatAreRefusedAreTheOnlyThingSaid() {
        account.answers(
                "GetCallerIdentity",
                Reply.of(
                        403,
                        "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>The security token included in"
                                + " the request is invalid.</Message></Error></ErrorResponse>"));

        assertThat(doctor()).isEqualTo(1);

        assertThat(out.toString())
                .hasLineCount(1)
                .contains("fail  credentials", "InvalidClientTokenId", "aws sso login");
        assertThat(account.asked()).containsOnly("GetCallerIdentity");
    }

    @Test
    void anAccountWithoutTheCdkIsToldHowToSetItUp() {
        account.answers("GetParameter", Reply.error(400, "ParameterNotFound", ""));

        assertThat(doctor()).isEqualTo(1);

        assertThat(line("bootstrap"))
                .startsWith("fail")
                .endsWith("→ npx aws-cdk bootstrap aws://123456789012/us-west-2");
    }

    @Test
    void anOldBootstrapIsNotEnough() {
        account.answers("GetParameter", Healthy.parameter("5"));

        assertThat(doctor()).isEqualTo(1);

        assertThat(line("bootstrap")).startsWith("fail").contains("version 5, but 6 is needed");
    }

    @Test
    void aNewAccountIsToldThatGuestsWillWait() {
        account.answers("GetAccountSettings", "{\"AccountLimit\":{\"ConcurrentExecutions\":10}}");

        assertThat(doctor("-c", "segmentMemoryMb=4096")).isZero();

        assertThat(line("functions at once")).startsWith("warn").contains("the account runs 10", "L-B99A9384");
        assertThat(line("memory of functions")).startsWith("warn").contains("4096", "3008", "no API tells");
    }

    @Test
    void aPaceBelowWhatIsPaintedAtOnceIsAWarning() {
        assertThat(doctor("--context", "generateConcurrency=10")).isZero();

        assertThat(line("pace in us-west-2")).startsWith("warn").contains("60 requests a minute", "makes up to 120");
    }

    @Test
    void quotasThatServiceQuotasDoesNotKnowAreNotMadeUp() {
        account.answers("ListServiceQuotas", "{\"Quotas\":[]}");

        assertThat(doctor()).isZero();

        assertThat(line("DetectFaces")).startsWith("warn").contains("Service Quotas does not tell");
        assertThat(line("pace in us-west-2")).startsWith("warn").contains("Service Quotas does not tell");
    }

    @Test
    void beforeTheDeploymentThereIsNothingToLookAtInTheStack() {
        account.answers(
                "DescribeStacks", FakeAccount.queryError("ValidationError", "Stack with id PhotoBooth does not exist"));

        assertThat(doctor()).isZero();

        assertThat(line("stack")).startsWith("skip").contains("is not deployed here", "npx aws-cdk deploy --all");
        assertThat(account.asked()).doesNotContain("GetFunctionConfiguration", "ListObjectsV2");
    }

    @ParameterizedTest
    @CsvSource({
        "ROLLBACK_COMPLETE, fail",
        "UPDATE_ROLLBACK_COMPLETE, warn",
        "UPDATE_IN_PROGRESS, warn",
        "CREATE_FAILED, fail",
        "CREATE_COMPLETE, ok"
    })
    void howTheDeploymentWent(String status, String level) {
        account.answers("DescribeStacks", Healthy.stack(status));

        assertThat(doctor()).isEqualTo(level.equals("fail") ? 1 : 0);

        assertThat(line("stack")).startsWith(level).contains(status);
    }

    @ParameterizedTest
    @CsvSource({"Inactive, fail, KEEP_READY", "Pending, warn, wait", "Failed, fail, deploy again"})
    void aFunctionThatCannotBeCalledAtOnce(String state, String level, String remedy) {
        account.answers("GetFunctionConfiguration", Healthy.function(state, "idle"));

        assertThat(doctor()).isEqualTo(level.equals("fail") ? 1 : 0);

        assertThat(line("live functions"))
                .startsWith(level)
                .contains("PhotoBooth-Detect is " + state + ": idle", remedy);
    }

    @Test
    void whatTheStackComplainsOfIsShown() {
        account.answers(
                "DescribeAlarms",
                Healthy.alarms("<member><AlarmName>PhotoBooth-ExecutionsFailed</AlarmName>"
                        + "<AlarmDescription>Executions failed.</AlarmDescription><StateValue>ALARM</StateValue>"
                        + "</member>"));
        account.answers("GetQueueAttributes", Healthy.queue(2));
        account.answers("ListObjectsV2", Healthy.keys());

        assertThat(doctor()).isZero();

        assertThat(line("alarms"))
                .startsWith("warn")
                .contains("PhotoBooth-ExecutionsFailed is raised: Executions failed.");
        assertThat(line("dead letters")).startsWith("warn").contains("2 in PhotoBooth-IntakeDeadLetters");
        assertThat(line("keys")).startsWith("warn").endsWith("booth keys create --booth NAME");
    }

    @ParameterizedTest
    @CsvSource({
        "GetParameter, ssm:GetParameter",
        "GetAccountSettings, lambda:GetAccountSettings",
        "ListServiceQuotas, servicequotas:ListServiceQuotas",
        "GetInferenceProfile, bedrock:GetInferenceProfile",
        "GetFoundationModel, bedrock:GetFoundationModel",
        "GetFoundationModelAvailability, bedrock:GetFoundationModelAvailability",
        "DescribeStacks, cloudformation:DescribeStacks",
        "ListStackResources, cloudformation:ListStackResources",
        "GetFunctionConfiguration, lambda:GetFunctionConfiguration",
        "DescribeAlarms, cloudwatch:DescribeAlarms",
        "ListQueues, sqs:ListQueues",
        "GetQueueAttributes, sqs:GetQueueAttributes",
        "ListObjectsV2, s3:ListBucket",
        "GetObject, s3:GetObject"
    })
    void whatMayNotBeLookedAtIsSaidAndTheRestIsLookedAt(String operation, String permission) {
        account.answers(operation, DENIED);

        assertThat(doctor()).as(out + "\n" + err).isZero();

        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("warn") && line.contains("could not look: needs " + permission)
                        || line.contains("could not look: needs ") && line.contains(permission));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anEmulatedAccountIsToldWhatDoesNotExistThere() {
        account.answers("GetCallerIdentity", Healthy.identity("000000000000"));

        assertThat(doctor()).isZero();

        assertThat(line("account")).startsWith("skip").contains("emulated");
        assertThat(line("live functions")).startsWith("ok").contains("1 are there");
        assertThat(account.asked())
                .doesNotContain("GetParameter", "GetFoundationModel", "DescribeAlarms", "GetAccountSettings");
    }

    @Test
    void forProgramsThereIsOneObjectALine() throws IOException {
        account.answers("GetParameter", Healthy.parameter("5"));

        assertThat(doctor("--json")).isEqualTo(1);

        List<String> lines = out.toString().lines().toList();
        for (String line : lines)
            assertThat(Json.MAPPER.readTree(line).fieldNames()).toIterable().contains("level", "check", "fact");
        JsonNode bootstrap = Json.MAPPER.readTree(lines.get(1));
        assertThat(bootstrap.path("level").asText()).isEqualTo("fail");
        assertThat(bootstrap.path("check").asText()).isEqualTo("bootstrap");
        assertThat(bootstrap.path("remedy").asText()).startsWith("npx aws-cdk bootstrap");
    }

    @Test
    void settingsThatCannotBeReadAreOneLine() {
        assertThat(doctor("-c", "segmentMemoryMb=much")).isEqualTo(1);
        settings = "none.json";
        assertThat(doctor()).isEqualTo(1);

        assertThat(err.toString())
                .hasLineCount(2)
                .contains("segmentMemoryMb must be a whole number, not 'much'", "none.json cannot be read");
        assertThat(account.asked()).isEmpty();
    }

    @Test
    void regionsMayBeWrittenAsTheCdkTakesThem() {
        assertThat(doctor("-c", "regions=us-east-1,us-west-2,eu-west-1")).isZero();
        assertThat(line("model in eu-west-1")).startsWith("ok");
    }

    @Test
    void wrongUsageIs64() {
        assertThat(doctor("--colour")).isEqualTo(64);
        assertThat(doctor("surplus")).isEqualTo(64);
    }
}
