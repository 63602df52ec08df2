package booth.emulator.template.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.template.Plan;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;
import booth.emulator.template.TestTemplates;
import booth.emulator.template.Unsupported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceTypesTest {
    static Stream<String> typesThatDoSomething() {
        return schemas().filter(schema -> schema.nothingHere().isEmpty()).map(Schema::type);
    }

    static Stream<String> typesThatDoNothing() {
        return schemas().filter(schema -> schema.nothingHere().isPresent()).map(Schema::type);
    }

    private static Stream<Schema> schemas() {
        return ResourceTypes.ALL.types().map(ResourceType::schema);
    }

    @ParameterizedTest
    @MethodSource("typesThatDoSomething")
    void anUnknownPropertyIsRefusedWithTypeResourceAndProperty(String type) {
        assertThatThrownBy(() -> plan(type, List.of("Colour")))
                .isInstanceOf(Unsupported.class)
                .hasMessage("The embedded cloud does not support the property Colour of Thing (" + type + ").");
    }

    @ParameterizedTest
    @MethodSource("typesThatDoSomething")
    void everyListedPropertyIsTaken(String type) {
        Schema schema = schema(type);
        List<String> listed = new ArrayList<>(schema.honoured());
        listed.addAll(schema.passedOver().keySet());

        assertThat(listed).isNotEmpty();
        assertThat(plan(type, listed).resources())
                .singleElement()
                .satisfies(thing ->
                        assertThat(thing.json().fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(listed));
    }

    @ParameterizedTest
    @MethodSource("typesThatDoNothing")
    void aTypeThatDoesNothingMaySayWhatItLikes(String type) {
        assertThat(plan(type, List.of("Colour")).resources()).isEmpty();
    }

    @Test
    void whateverIsPassedOverHasAReason() {
        assertThat(schemas().flatMap(schema -> schema.nothingHere().stream())).allMatch(ResourceTypesTest::isASentence);
        assertThat(schemas().flatMap(schema -> schema.passedOver().values().stream()))
                .allMatch(ResourceTypesTest::isASentence);
    }

    @Test
    void anUnknownTypeIsNamedWithAllThatAreKnown() {
        assertThatThrownBy(() -> plan("AWS::DynamoDB::Table", List.of()))
                .isInstanceOf(Unsupported.class)
                .hasMessageStartingWith("The embedded cloud does not support AWS::DynamoDB::Table (Thing). It knows "
                        + "AWS::ApiGatewayV2::Api, AWS::ApiGatewayV2::Integration, ")
                .hasMessageContaining("AWS::IAM::Policy")
                .hasMessageEndingWith("AWS::StepFunctions::StateMachine.");
    }

    @Test
    void aClassIsCalledAsItsType() {
        assertThat(ResourceTypes.ALL.types().filter(type -> !(type instanceof PassedOver)))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(
                                "aws" + type.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                        .isEqualTo(type.schema().type().replace("::", "").toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWS::ApiGatewayV2::Integration    | Thing
            AWS::ApiGatewayV2::Route          | Thing
            AWS::ApiGatewayV2::Stage          | aStageName
            AWS::Events::Rule                 | aName
            AWS::IAM::Role                    | aRoleName
            AWS::KMS::Key                     | Thing
            AWS::Lambda::Alias                | arn:aws:lambda:us-east-1:000000000000:function:aFunctionName:aName
            AWS::Lambda::Function             | aFunctionName
            AWS::Lambda::LayerVersion         | arn:aws:lambda:us-east-1:000000000000:layer:Thing:1
            AWS::Lambda::Version              | arn:aws:lambda:us-east-1:000000000000:function:aFunctionName:1
            AWS::Logs::LogGroup               | aLogGroupName
            AWS::S3::Bucket                   | aBucketName
            AWS::SNS::Topic                   | arn:aws:sns:us-east-1:000000000000:aTopicName
            AWS::SQS::Queue                   | http://127.0.0.1:1/000000000000/aQueueName
            AWS::StepFunctions::StateMachine  | arn:aws:states:us-east-1:000000000000:stateMachine:aStateMachineName
            """)
    void aRefGivesWhatItGivesOnAws(String type, String value) {
        assertThat(output(type, "{'Ref': 'Thing'}")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWS::ApiGatewayV2::Api           | ApiEndpoint | http://127.0.0.1:2
            AWS::Events::Rule                | Arn         | arn:aws:events:us-east-1:000000000000:rule/aName
            AWS::IAM::Role                   | Arn         | arn:aws:iam::000000000000:role/aRoleName
            AWS::KMS::Key                    | Arn         | arn:aws:kms:us-east-1:000000000000:key/Stack-Thing
            AWS::Lambda::Function            | Arn         | arn:aws:lambda:us-east-1:000000000000:function:aFunctionName
            AWS::Lambda::Version             | Version     | 1
            AWS::Logs::LogGroup              | Arn         | arn:aws:logs:us-east-1:000000000000:log-group:aLogGroupName:*
            AWS::S3::Bucket                  | Arn         | arn:aws:s3:::aBucketName
            AWS::SNS::Topic                  | TopicArn    | arn:aws:sns:us-east-1:000000000000:aTopicName
            AWS::SNS::Topic                  | TopicName   | aTopicName
            AWS::SQS::Queue                  | Arn         | arn:aws:sqs:us-east-1:000000000000:aQueueName
            AWS::SQS::Queue                  | QueueName   | aQueueName
            AWS::SQS::Queue                  | QueueUrl    | http://127.0.0.1:1/000000000000/aQueueName
            AWS::StepFunctions::StateMachine | Arn         | arn:aws:states:us-east-1:000000000000:stateMachine:aStateMachineName
            AWS::StepFunctions::StateMachine | Name        | aStateMachineName
            """)
    void anAttributeIsWhatItIsOnAws(String type, String attribute, String value) {
        assertThat(output(type, "{'Fn::GetAtt': ['Thing', '" + attribute + "']}"))
                .isEqualTo(value);
    }

    @Test
    void anApisIdIsTenLettersAndDigitsThatOutliveTheStart() {
        String id = output("AWS::ApiGatewayV2::Api", "{'Ref': 'Thing'}");

        assertThat(id)
                .matches("[a-z0-9]{10}")
                .isEqualTo(output("AWS::ApiGatewayV2::Api", "{'Fn::GetAtt': 'Thing.ApiId'}"));
    }

    @ParameterizedTest
    @CsvSource({"AWS::Lambda::EventSourceMapping", "AWS::Lambda::Permission"})
    void aRefThatGivesNothingIsNamed(String type) {
        assertThatThrownBy(() -> output(type, "{'Ref': 'Thing'}"))
                .hasMessage("The embedded cloud cannot say what a Ref to Thing (" + type + ") is.");
    }

    /** The only output of a template with one resource, whose properties are called what they are, {@code aQueueName}. */
    private static String output(String type, String expression) {
        return Plan.of(
                        TestTemplates.template("{'Resources': {'Thing': {'Type': '" + type + "', 'Properties': {"
                                + properties(schema(type).honoured()) + "}}}, 'Outputs': {'Only': {'Value': "
                                + expression + "}}}"),
                        ResourceTypes.ALL,
                        TestTemplates.STACK)
                .outputs()
                .values()
                .iterator()
                .next();
    }

    private static Plan plan(String type, List<String> properties) {
        return Plan.of(
                TestTemplates.template("{'Resources': {'Thing': {'Type': '" + type + "', 'Properties': {"
                        + properties(properties) + "}}}}"),
                ResourceTypes.ALL,
                TestTemplates.STACK);
    }

    private static String properties(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "': 'a" + name + "'").collect(Collectors.joining(", "));
    }

    private static Schema schema(String type) {
        return schemas()
                .filter(schema -> schema.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isASentence(String reason) {
        return reason.matches("[a-z].* .*[a-z]");
    }
}
