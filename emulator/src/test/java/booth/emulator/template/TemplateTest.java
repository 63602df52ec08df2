package booth.emulator.template;

import static booth.emulator.template.TestTemplates.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.template.types.ResourceTypes;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String RESOURCES = """
            {
              'Conditions': {
                'Here': {'Fn::Equals': [{'Ref': 'AWS::Region'}, 'us-east-1']},
                'There': {'Fn::Not': [{'Condition': 'Here'}]},
                'Both': {'Fn::And': [{'Condition': 'Here'}, {'Condition': 'There'}]}
              },
              'Mappings': {'Sizes': {'us-east-1': {'Small': '64'}}},
              'Parameters': {'Stage': {'Type': 'String', 'Default': 'test'}},
              'Resources': {
                'Queue': {'Type': 'AWS::SQS::Queue'},
                'Bucket': {'Type': 'AWS::S3::Bucket', 'Properties': {'BucketName': {'Fn::Sub': 'b-${AWS::AccountId}'}}},
                'Lambda': {'Type': 'AWS::Lambda::Function', 'Properties': {'FunctionName': 'detect'}},
                'Api': {'Type': 'AWS::ApiGatewayV2::Api'},
                'Live': {'Type': 'AWS::Lambda::Alias', 'Properties': {'FunctionName': {'Ref': 'Lambda'}, 'Name': 'live'}}
              }
            }""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'Ref': 'Queue'}                                          | http://127.0.0.1:1/000000000000/Stack-Queue
            {'Ref': 'Bucket'}                                         | b-000000000000
            {'Ref': 'Live'}                                           | arn:aws:lambda:us-east-1:000000000000:function:detect:live
            {'Ref': 'Stage'}                                          | test
            {'Fn::GetAtt': ['Queue', 'Arn']}                          | arn:aws:sqs:us-east-1:000000000000:Stack-Queue
            {'Fn::GetAtt': 'Bucket.Arn'}                              | arn:aws:s3:::b-000000000000
            {'Fn::Join': ['-', ['a', {'Ref': 'AWS::Partition'}]]}     | a-aws
            {'Fn::Sub': '${Queue.QueueName} ${!literal} ${AWS::URLSuffix}'} | Stack-Queue ${literal} amazonaws.com
            {'Fn::Sub': ['${x}${Stage}', {'x': {'Ref': 'Stage'}}]}    | testtest
            {'Fn::Select': [1, {'Fn::Split': [':', 'a:b:c']}]}        | b
            {'Fn::If': ['Here', 'yes', 'no']}                         | yes
            {'Fn::If': ['Both', 'yes', 'no']}                         | no
            {'Fn::GetAtt': ['Api', 'ApiEndpoint']}                    | http://127.0.0.1:2
            {'Fn::Join': ['', ['https://', {'Ref': 'Api'}, '.execute-api.', {'Ref': 'AWS::Region'}, '.', {'Ref': 'AWS::URLSuffix'}, '/v1']]} | http://127.0.0.1:2/v1
            {'Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}'} | http://127.0.0.1:2
            {'Fn::FindInMap': ['Sizes', {'Ref': 'AWS::Region'}, 'Small']} | 64
            """)
    void intrinsicFunctionsAreComputed(String expression, String value) {
        assertThat(resolver().resolve(json(expression)).asText()).isEqualTo(value);
    }

    @Test
    void noValueLeavesNothingBehind() {
        assertThat(resolver().resolve(json("{'a': {'Ref': 'AWS::NoValue'}, 'b': [{'Ref': 'AWS::NoValue'}, 1]}")))
                .isEqualTo(json("{'b': [1]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'Ref': 'Nobody'}                       | Nobody
            {'Fn::GetAtt': ['Queue', 'Colour']}     | Colour
            {'Fn::ImportValue': 'x'}                | Fn::ImportValue
            {'Fn::If': ['Maybe', 1, 2]}             | Maybe
            """)
    void whatCannotBeComputedIsNamed(String expression, String named) {
        assertThatThrownBy(() -> resolver().resolve(json(expression)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(named);
    }

    @Test
    void aMissingTemplateSaysHowToMakeIt(@TempDir Path folder) {
        assertThatThrownBy(() -> Template.read(folder.resolve("PhotoBooth.template.json"), Optional.empty()))
                .hasMessageContaining("PhotoBooth.template.json")
                .hasMessageContaining("synthesize");
    }

    private static Resolver resolver() {
        return new Resolver(TestTemplates.template(RESOURCES), ResourceTypes.ALL, TestTemplates.STACK);
    }
}
