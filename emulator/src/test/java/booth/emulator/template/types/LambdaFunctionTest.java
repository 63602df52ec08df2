package booth.emulator.template.types;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.account.TestAccount;
import booth.emulator.lambda.FunctionSpec;
import booth.emulator.lambda.Functions;
import booth.emulator.template.Plan;
import booth.emulator.template.TestTemplates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaFunctionTest {
    @TempDir
    private Path assets;

    @Test
    void aLayerIsWhereTheSynthesisLeftIt() throws Exception {
        Files.createDirectories(assets.resolve("asset.abc/models"));
        try (Functions functions = new Functions(TestAccount.LOCAL)) {
            functions.deploy(greet("'Layers': [{'Ref': 'Weights'}]," + greeting("/opt/models")));

            assertThat(functions.invoke("Stack-Greet", "{}".getBytes(UTF_8)).text())
                    .contains(assets.resolve("asset.abc/models").toString());
        }
        assertThatThrownBy(() -> greet("'Layers': [{'Ref': 'Weights'}]," + greeting("/opt/others")))
                .hasMessageContaining("/opt/others");
    }

    @Test
    void aLayerThatWasNotBuiltIsWhereTheSettingsSay(@TempDir Path opt) throws Exception {
        Files.createDirectories(opt.resolve("models"));
        Plan unbuilt = plan("Greet", "'Layers': [{'Ref': 'Weights'}]," + greeting("/opt/models"));
        Plan plan = new Plan(
                unbuilt.stack(),
                unbuilt.assets(),
                Optional.of(opt),
                unbuilt.resources(),
                unbuilt.outputs(),
                unbuilt.exportNames(),
                unbuilt.made());

        assertThat(LambdaFunction.spec(
                                plan.all(LambdaFunction.class).findFirst().orElseThrow(), plan)
                        .environment())
                .isEqualTo(Map.of("GREETING", opt.resolve("models").toString()));
    }

    @Test
    void aLayerOfSomebodyElsesIsNotMounted() {
        assertThat(greet("'Layers': ['arn:aws:lambda:us-east-1:580247275435:layer:Insights:14']," + greeting("/opt/x"))
                        .environment())
                .isEqualTo(Map.of("GREETING", "/opt/x"));
    }

    @Test
    void whatATemplateDoesNotSayIsAsLambdaHasIt() {
        FunctionSpec spec = greet("'Runtime': 'java25'");

        assertThat(spec.timeout()).hasSeconds(3);
        assertThat(spec.memory()).isEqualTo(128);
        assertThat(spec.async()).isEqualTo(FunctionSpec.Async.DEFAULT);
        assertThat(spec.logGroup()).isEqualTo("/aws/lambda/Stack-Greet");
    }

    @Test
    void rulesForEventsAreThoseOfItsOwnConfiguration() {
        FunctionSpec spec = greet("'DeadLetterConfig': {'TargetArn': {'Fn::GetAtt': ['Dead', 'Arn']}}");
        FunctionSpec other = spec("Other", "'Runtime': 'java25'");

        assertThat(spec.async())
                .isEqualTo(new FunctionSpec.Async(
                        2, Optional.of("arn:aws:sqs:us-east-1:000000000000:Stack-Dead"), Optional.empty()));
        assertThat(other.async())
                .isEqualTo(new FunctionSpec.Async(
                        1, Optional.empty(), Optional.of("arn:aws:sqs:us-east-1:000000000000:Stack-Dead")));
    }

    @Test
    void concurrencyThatIsReservedIsTheMost() {
        assertThat(greet("'ReservedConcurrentExecutions': 4").reserved()).hasValue(4);
        assertThat(greet("'Runtime': 'java25'").reserved()).isEmpty();
        assertThatThrownBy(() -> greet("'ReservedConcurrentExecutions': 0"))
                .hasMessageContainingAll("ReservedConcurrentExecutions", "Greet");
    }

    @Test
    void onlyJavaRunsHere() {
        assertThatThrownBy(() -> greet("'Runtime': 'python3.13'"))
                .hasMessageContainingAll("Runtime", "Greet", "python3.13");
    }

    private FunctionSpec greet(String properties) {
        return spec("Greet", properties);
    }

    private FunctionSpec spec(String id, String properties) {
        Plan plan = plan(id, properties);
        return LambdaFunction.spec(plan.all(LambdaFunction.class).findFirst().orElseThrow(), plan);
    }

    private Plan plan(String id, String properties) {
        return Plan.of(
                TestTemplates.template("""
                        {'Resources': {
                          'Dead': {'Type': 'AWS::SQS::Queue'},
                          'Weights': {
                            'Type': 'AWS::Lambda::LayerVersion',
                            'Properties': {'Content': {'S3Bucket': 'b', 'S3Key': 'abc.zip'}}
                          },
                          'Rules': {
                            'Type': 'AWS::Lambda::EventInvokeConfig',
                            'Properties': {
                              'FunctionName': 'Stack-Other',
                              'MaximumRetryAttempts': 1,
                              'DestinationConfig': {'OnFailure': {'Destination': {'Fn::GetAtt': ['Dead', 'Arn']}}}
                            }
                          },
                          '%s': {
                            'Type': 'AWS::Lambda::Function',
                            'Properties': {'Handler': 'booth.emulator.lambda.Handlers$Greeter', %s}
                          }
                        }}""".formatted(id, properties), assets), ResourceTypes.ALL, TestTemplates.STACK);
    }

    private static String greeting(String greeting) {
        return "'Environment': {'Variables': {'GREETING': '" + greeting + "'}}";
    }
}
