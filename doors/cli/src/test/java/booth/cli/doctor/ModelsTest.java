package booth.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.StubServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of the models that the account may use, or may not. */
class ModelsTest extends WithADoctor {
    @Test
    void aModelWhoseLifeHasEndedFails() {
        account.answers(
                "GetFoundationModel us-east-1",
                Healthy.model("{\"status\":\"LEGACY\",\"legacyTime\":\"2026-01-01T00:00:00Z\","
                        + "\"endOfLifeTime\":\"2026-06-30T00:00:00Z\"}"));

        assertThat(doctor()).isEqualTo(1);

        assertThat(line("model in us-east-1")).startsWith("fail").contains("its life ended on 2026-06-30");
        assertThat(line("model in us-west-2")).startsWith("ok");
    }

    @Test
    void aLegacyModelIsAWarningWithTheDayOfItsEnd() {
        account.answers(
                "GetFoundationModel",
                Healthy.model("{\"status\":\"LEGACY\",\"endOfLifeTime\":\"2999-06-30T00:00:00Z\"}"));

        assertThat(doctor()).isZero();

        assertThat(line("model in us-east-1")).startsWith("warn").contains("is legacy, its life ends on 2999-06-30");
    }

    @Test
    void aModelThatBedrockDoesNotKnowFails() {
        account.answers("GetFoundationModel", Reply.error(404, "ResourceNotFoundException", "no such model"));
        account.answers("GetInferenceProfile", Reply.error(404, "ResourceNotFoundException", "no such profile"));

        assertThat(doctor()).isEqualTo(1);

        assertThat(line("model in us-west-2")).startsWith("fail").contains("Bedrock does not know stability.");
        assertThat(line("profile in us-west-2")).startsWith("fail").contains("there is no us.stability.");
    }

    @Test
    void aProfileThatReachesARegionTheStackDoesNotAllowFails() {
        account.answers("GetInferenceProfile", Healthy.profile("us-west-2", "us-east-1", "us-east-2"));

        assertThat(doctor()).isEqualTo(1);

        assertThat(line("profile in us-west-2")).startsWith("fail").endsWith("add us-east-2 to the setting regions");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_AVAILABLE, AUTHORIZED, fail, aws-marketplace:Subscribe",
        "ERROR, AUTHORIZED, fail, aws-marketplace:Subscribe",
        "PENDING, AUTHORIZED, warn, wait",
        "AVAILABLE, NOT_AUTHORIZED, fail, service control policy"
    })
    void aModelThatTheAccountMayNotCall(String agreement, String authorization, String level, String remedy) {
        account.answers("GetFoundationModelAvailability", Healthy.access(agreement, authorization));

        assertThat(doctor()).isEqualTo(level.equals("fail") ? 1 : 0);

        assertThat(line("access in us-west-2")).startsWith(level).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource({"InService, ok", "Updating, warn", "Failed, fail", "Creating, fail"})
    void theSamEndpointIsInService(String status, String level) {
        account.answers(
                "DescribeEndpoint",
                "{\"EndpointName\":\"sam\",\"EndpointArn\":\"arn\",\"EndpointStatus\":\"" + status + "\"}");

        assertThat(doctor("-c", "samEndpoint=sam")).isEqualTo(level.equals("fail") ? 1 : 0);

        assertThat(line("SAM endpoint")).startsWith(level).contains("sam is " + status);
    }

    @Test
    void aSamEndpointThatIsNotThereFails() {
        account.answers("DescribeEndpoint", Reply.error(400, "ValidationException", "Could not find endpoint"));

        assertThat(doctor("-c", "samEndpoint=sam")).isEqualTo(1);

        assertThat(line("SAM endpoint")).contains("there is no endpoint sam");
    }
}
