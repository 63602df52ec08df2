package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cdk.Synthesized.Resource;
import org.junit.jupiter.api.Test;

class PhotoBoothStackTest {
    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void theTemplateTellsWhereThingsAre() {
        assertThat(Synthesized.names(cloud.template().path("Outputs")))
                .containsExactlyInAnyOrder(
                        "UploadsBucket",
                        "JobsBucket",
                        "StateMachineArn",
                        "TopicArn",
                        "IntakeQueueUrl",
                        "IntakeDeadLettersUrl",
                        "GenerationQueueUrl",
                        "GenerationQueueArn",
                        "StreamQueueUrl",
                        "StreamQueueArn",
                        "GenerationDeadLettersUrl",
                        "ApiUrl",
                        "StreamUrl",
                        "CallbackQueueUrl",
                        "CallbackDeadLettersUrl",
                        "LogGroupPrefix");
        assertThat(cloud.template().at("/Outputs/LogGroupPrefix/Value").asText())
                .isEqualTo("/photo-booth/PhotoBooth/");
    }

    @Test
    void theTemplateHoldsOnlyWhatWasWritten() {
        assertThat(Synthesized.names(cloud.template()))
                .containsExactlyInAnyOrder("Description", "Resources", "Outputs");
        assertThat(cloud.resources())
                .extracting(Resource::type)
                .noneMatch(type -> type.startsWith("Custom::") || type.startsWith("AWS::CDK"));
    }
}
