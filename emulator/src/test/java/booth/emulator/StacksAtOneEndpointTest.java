package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestClients;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** What CloudFormation tells of what was deployed. */
class StacksAtOneEndpointTest extends OnSmallCloud {
    @Test
    void theStackTellsItsOutputs() {
        try (CloudFormationClient stacks = TestClients.of(CloudFormationClient.builder(), port())) {
            Stack small =
                    stacks.describeStacks(of -> of.stackName("Small")).stacks().get(0);

            assertThat(small.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(small.outputs()).anySatisfy(output -> {
                assertThat(output.outputKey()).isEqualTo("JobsBucket");
                assertThat(output.outputValue()).isEqualTo(BUCKET);
            });
            assertThat(stacks.describeStacks().stacks())
                    .extracting(Stack::stackName)
                    .containsExactly("Small");
        }
    }

    @Test
    void theStackTellsItsResourcesAndItsTemplate() {
        try (CloudFormationClient stacks = TestClients.of(CloudFormationClient.builder(), port())) {
            assertThat(stacks.listStackResources(of -> of.stackName("Small")).stackResourceSummaries())
                    .anySatisfy(bucket -> {
                        assertThat(bucket.logicalResourceId()).isEqualTo("Jobs");
                        assertThat(bucket.physicalResourceId()).isEqualTo(BUCKET);
                        assertThat(bucket.resourceType()).isEqualTo("AWS::S3::Bucket");
                    });
            assertThat(stacks.describeStackResources(of -> of.stackName("Small").logicalResourceId("Intake"))
                            .stackResources())
                    .singleElement()
                    .satisfies(queue -> {
                        assertThat(queue.physicalResourceId())
                                .isEqualTo(cloud.outputs().get("IntakeQueueUrl"));
                        assertThat(queue.resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
                    });
            assertThat(stacks.getTemplate(of -> of.stackName("Small")).templateBody())
                    .contains("\"AWS::S3::Bucket\"");
            assertThatThrownBy(() -> stacks.getTemplate(of -> of.stackName("Large")))
                    .isInstanceOf(CloudFormationException.class)
                    .hasMessageContaining("Stack with id Large does not exist");
        }
    }

    @Test
    void anUnknownStackIsRefusedAsByAws() {
        try (CloudFormationClient stacks = TestClients.of(CloudFormationClient.builder(), port())) {
            assertThatThrownBy(() -> stacks.describeStacks(of -> of.stackName("Large")))
                    .isInstanceOfSatisfying(CloudFormationException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(400);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                        assertThat(refused.awsErrorDetails().errorMessage())
                                .isEqualTo("Stack with id Large does not exist");
                    });
        }
    }
}
