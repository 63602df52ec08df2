package booth.emulator.template;

import static booth.emulator.template.TestTemplates.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.template.types.ResourceTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void allThatIsThereIsComputedInTheTemplatesOrder() {
        Plan plan = plan("""
                {
                  'Conditions': {'Far': {'Fn::Equals': [{'Ref': 'AWS::Region'}, 'eu-north-1']}},
                  'Resources': {
                    'Feed': {
                      'Type': 'AWS::Lambda::EventSourceMapping',
                      'Properties': {'EventSourceArn': {'Fn::GetAtt': ['Orders', 'Arn']}}
                    },
                    'Orders': {'Type': 'AWS::SQS::Queue', 'Properties': {'FifoQueue': true}},
                    'Nowhere': {'Type': 'AWS::EC2::Instance', 'Condition': 'Far'},
                    'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'Anything': {'Fn::ImportValue': 'x'}}},
                    'Files': {'Type': 'AWS::S3::Bucket'}
                  },
                  'Outputs': {
                    'Role': {'Value': {'Fn::GetAtt': ['Role', 'Arn']}},
                    'None': {'Value': 'none', 'Condition': 'Far'}
                  }
                }""");

        assertThat(plan.resources())
                .extracting(StackResource::name)
                .containsExactly("Stack-Feed", "Stack-Orders.fifo", "stack-files");
        assertThat(plan.resources().get(0).json())
                .isEqualTo(json("{'EventSourceArn': 'arn:aws:sqs:us-east-1:000000000000:Stack-Orders.fifo'}"));
        assertThat(plan.outputs()).isEqualTo(Map.of("Role", "arn:aws:iam::000000000000:role/Stack-Role"));
    }

    @Test
    void whatBringsEventsIsMadeAfterAllThatTheyMayCause() {
        Plan plan = plan("""
                {'Resources': {
                  'Feed': {'Type': 'AWS::Lambda::EventSourceMapping'},
                  'Stage': {'Type': 'AWS::ApiGatewayV2::Stage'},
                  'Route': {'Type': 'AWS::ApiGatewayV2::Route'},
                  'Files': {'Type': 'AWS::S3::Bucket'},
                  'Rule': {'Type': 'AWS::Events::Rule'},
                  'Machine': {'Type': 'AWS::StepFunctions::StateMachine'},
                  'Task': {'Type': 'AWS::Lambda::Function'},
                  'Weights': {'Type': 'AWS::Lambda::LayerVersion'},
                  'Orders': {'Type': 'AWS::SQS::Queue', 'Properties': {'RedrivePolicy': {'maxReceiveCount': 5}}},
                  'Log': {'Type': 'AWS::Logs::LogGroup'},
                  'Topic': {'Type': 'AWS::SNS::Topic'},
                  'DeadOrders': {'Type': 'AWS::SQS::Queue'}
                }}""");

        assertThat(plan.steps())
                .extracting(step -> step.resource().id())
                .containsExactly(
                        "Log", "Topic", "DeadOrders", "Orders", "Task", "Machine", "Files", "Rule", "Stage", "Feed");
    }

    @Test
    void whatAStackExportsStacksBehindItImport() {
        Template shop = template("Shop", """
                {'Resources': {'Orders': {'Type': 'AWS::SQS::Queue'}},
                 'Outputs': {'Orders': {'Value': {'Fn::GetAtt': ['Orders', 'Arn']}, 'Export': {'Name': 'Shop-Orders'}},
                             'Alone': {'Value': 'x'}}}""");
        Template baker = template("Baker", """
                {'Resources': {'Feed': {'Type': 'AWS::Lambda::EventSourceMapping', 'Properties': {
                   'EventSourceArn': {'Fn::ImportValue': {'Fn::Sub': 'Shop-Orders'}}}}}}""");

        List<Plan> plans = Deployer.plan(List.of(shop, baker), ResourceTypes.ALL, TestTemplates.STACK);

        assertThat(plans.get(0).exportNames()).isEqualTo(Map.of("Orders", "Shop-Orders"));
        assertThat(plans.get(1).resources().get(0).json())
                .isEqualTo(json("{'EventSourceArn': 'arn:aws:sqs:us-east-1:000000000000:Shop-Orders'}"));
        assertThatThrownBy(() -> Deployer.plan(List.of(baker, shop), ResourceTypes.ALL, TestTemplates.STACK))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("No earlier stack exports Shop-Orders");
    }

    @Test
    void aNameTooLongForABucketLosesItsMiddle() {
        String id = "Some".repeat(10) + "Bucket" + "Hash".repeat(8);

        assertThat(plan("{'Resources': {'" + id + "': {'Type': 'AWS::S3::Bucket'}}}")
                        .resources()
                        .get(0)
                        .name())
                .hasSize(62)
                .startsWith("stack-somesome")
                .endsWith("hashhash");
    }

    @Test
    void aTypeHasOneClass() {
        ResourceType queue = () -> Schema.of("AWS::SQS::Queue").build();

        assertThatThrownBy(() -> new Registry(List.of(queue, queue))).hasMessageContaining("AWS::SQS::Queue");
    }

    @Test
    void aPropertyIsHonouredOrPassedOver() {
        Schema.Builder torn = Schema.of("AWS::SQS::Queue").honours("Tags").passesOver("nobody reads them", "Tags");

        assertThatThrownBy(torn::build).hasMessageContaining("Tags");
    }

    private static Template template(String stack, String text) {
        return new Template(stack, Path.of(""), Optional.empty(), json(text));
    }

    private static Plan plan(String template) {
        return Plan.of(TestTemplates.template(template), ResourceTypes.ALL, TestTemplates.STACK);
    }
}
