package booth.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class DeadLetterReaderTest {
    private static final String JOB = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    void anOrderIsShownWithoutItsTaskTokenAndPrompts() {
        DeadLetter deadLetter = read("{\"taskToken\":\"secret\",\"jobId\":\"" + JOB
                + "\",\"index\":2,\"picture\":\"photo/" + JOB + "/photo_a_2.jpeg\",\"prompts\":[\"a meadow\"]}");

        assertThat(deadLetter.jobId()).contains(JOB);
        assertThat(deadLetter.event()).isEqualTo("picture 2");
        assertThat(deadLetter.age()).isEqualTo(90);
        assertThat(Json.text(deadLetter)).doesNotContain("secret", "meadow");
    }

    @Test
    void anUploadIsShownByTheNameTheGuestGaveIt() {
        DeadLetter deadLetter =
                read("{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"photo/" + JOB
                        + "/my+face%2B1.jpg\"}}}]}");

        assertThat(deadLetter.jobId()).contains(JOB);
        assertThat(deadLetter.event()).isEqualTo("ObjectCreated:Put my face+1.jpg");
    }

    @Test
    void anEndedExecutionIsShownWithItsJob() {
        DeadLetter deadLetter =
                read("{\"detail-type\":\"Step Functions Execution Status Change\",\"detail\":{\"name\":\"" + JOB
                        + "-r1\",\"status\":\"FAILED\"}}");

        assertThat(deadLetter.jobId()).contains(JOB);
        assertThat(deadLetter.event()).isEqualTo("Step Functions Execution Status Change FAILED");
    }

    @Test
    void whatAFunctionSaidIsTheReasonWithoutLinks() {
        Message message = message("nonsense").toBuilder()
                .messageAttributes(Map.of(
                        "ErrorCode", text("200"),
                        "ErrorMessage", text("{\"errorMessage\":\"denied: https://b.s3/x?X-Amz-Signature=1\"}")))
                .build();

        DeadLetter deadLetter = DeadLetterReader.read(message, NOW);

        assertThat(deadLetter.reason()).contains("200 denied: (link)");
        assertThat(deadLetter.event()).isEqualTo("not JSON");
        assertThat(deadLetter.jobId()).isEmpty();
    }

    @Test
    void queuesAreCalledAsTheirBuildersCalledThem() {
        assertThat(DeadLetterQueue.shortened("PhotoBooth-IntakeDeadLettersQueueC40F3940-aB3dE5", "PhotoBooth"))
                .isEqualTo("IntakeDeadLetters");
        assertThat(DeadLetterQueue.shortened("PhotoBooth-GenerationQueueA97E5A95", "PhotoBooth"))
                .isEqualTo("GenerationQueue");
    }

    private static DeadLetter read(String body) {
        return DeadLetterReader.read(message(body), NOW);
    }

    private static Message message(String body) {
        return Message.builder()
                .body(body)
                .attributes(Map.of(
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        String.valueOf(NOW.minusSeconds(90).toEpochMilli())))
                .build();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
