package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import booth.emulator.lambda.Concurrency;
import booth.emulator.template.Unsupported;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A cloud of two stacks, of which the second lives on what the first exports. */
class SeveralStacksTest {
    private static final String SHOP = """
            {'Description': 'Sells.',
             'Resources': {
               'Jobs': {'Type': 'AWS::S3::Bucket', 'Properties': {'BucketName': 'shop-jobs'}},
               'Machine': {'Type': 'AWS::StepFunctions::StateMachine', 'Properties': {
                 'DefinitionString': '{"QueryLanguage":"JSONata","StartAt":"No","States":{"No":{"Type":"Fail"}}}'}},
               'Door': {'Type': 'AWS::Lambda::Function', 'Properties': {
                 'Handler': 'booth.emulator.SmallHandlers$Door', 'Runtime': 'java25', 'Timeout': 20}},
               'Api': {'Type': 'AWS::ApiGatewayV2::Api', 'Properties': {'ProtocolType': 'HTTP'}},
               'Behind': {'Type': 'AWS::ApiGatewayV2::Integration', 'Properties': {'ApiId': {'Ref': 'Api'},
                 'IntegrationType': 'AWS_PROXY', 'IntegrationUri': {'Fn::GetAtt': ['Door', 'Arn']},
                 'PayloadFormatVersion': '2.0'}},
               'Hello': {'Type': 'AWS::ApiGatewayV2::Route', 'Properties': {'ApiId': {'Ref': 'Api'},
                 'RouteKey': 'GET /SHOP/{name}', 'Target': {'Fn::Join': ['/', ['integrations', {'Ref': 'Behind'}]]}}},
               'Stage': {'Type': 'AWS::ApiGatewayV2::Stage', 'Properties': {
                 'ApiId': {'Ref': 'Api'}, 'StageName': '$default', 'AutoDeploy': true}}},
             'Outputs': {
               'JobsBucket': {'Value': {'Ref': 'Jobs'}, 'Export': {'Name': {'Fn::Sub': '${AWS::StackName}-Jobs'}}},
               'Machine': {'Value': {'Ref': 'Machine'}, 'Export': {'Name': 'Shop-Machine'}}}}
            """;

    private static final String GREENHOUSE = """
            {'Resources': {
               'Seeds': {'Type': 'AWS::SQS::Queue'},
               'Beds': {'Type': 'AWS::S3::Bucket'},
               'Log': {'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': '/greenhouse'}},
               'Ended': {'Type': 'AWS::Lambda::Function', 'Properties': {
                 'Handler': 'booth.emulator.SmallHandlers$Ended', 'Runtime': 'java25', 'Timeout': 20,
                 'Environment': {'Variables': {'JOBS_BUCKET': {'Fn::ImportValue': 'Shop-Jobs'}}}}},
               'Badly': {'Type': 'AWS::Events::Rule', 'Properties': {
                 'EventPattern': {'detail': {'status': ['FAILED'], 'stateMachineArn': [
                   {'Fn::ImportValue': {'Fn::Join': ['-', ['Shop', 'Machine']]}}]}},
                 'Targets': [{'Id': 'Target0', 'Arn': {'Fn::GetAtt': ['Ended', 'Arn']}}]}},
            """
            + SHOP.substring(SHOP.indexOf("'Machine'"), SHOP.indexOf("'Outputs'"))
                    .replace("SHOP", "greenhouse")
            + "'Outputs': {'Queue': {'Value': {'Ref': 'Seeds'}}, 'Machine': {'Value': {'Ref': 'Machine'}}}}";

    @TempDir
    private static Path folder;

    private static EmbeddedCloud cloud;

    @BeforeAll
    static void start() throws Exception {
        cloud = start(folder, template("Shop", SHOP), template("Greenhouse", GREENHOUSE));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void eachStackHasItsOutputsAndTheFirstIsTheClouds() {
        assertThat(cloud.stacks()).containsExactly("Shop", "Greenhouse");
        assertThat(cloud.stack()).isEqualTo("Shop");
        assertThat(cloud.outputs())
                .containsOnlyKeys("JobsBucket", "Machine")
                .containsEntry("JobsBucket", "shop-jobs")
                .isEqualTo(cloud.outputs("Shop"));
        assertThat(cloud.outputs("Greenhouse"))
                .containsEntry("Machine", "arn:aws:states:us-east-1:000000000000:stateMachine:Greenhouse-Machine");
        assertThat(cloud.outputs("Nobody")).isEmpty();
    }

    @Test
    void otherProgramsReadTheOutputsOfBoth() throws Exception {
        JsonNode outputs = Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("data/outputs.json")));

        assertThat(outputs.fieldNames()).toIterable().contains("Shop", "Greenhouse", "Endpoints", "SdkProperties");
        assertThat(outputs.at("/Shop/JobsBucket").asText()).isEqualTo("shop-jobs");
        assertThat(outputs.at("/Greenhouse/Queue").asText()).endsWith("/Greenhouse-Seeds");
    }

    @Test
    void whatTheFirstDoesCallsWhatTheSecondHas() {
        try (SfnClient states = client(SfnClient.builder());
                S3Client s3 = client(S3Client.builder())) {
            states.startExecution(start ->
                    start.stateMachineArn(cloud.outputs().get("Machine")).name("order"));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(s3.listObjectsV2(list -> list.bucket("shop-jobs"))
                                    .contents())
                            .extracting(S3Object::key)
                            .containsExactly("ended/order/FAILED"));
        }
    }

    @Test
    void cloudFormationKnowsBoth() {
        try (CloudFormationClient stacks = client(CloudFormationClient.builder())) {
            assertThat(stacks.listStacks().stackSummaries())
                    .extracting(StackSummary::stackName)
                    .containsExactly("Shop", "Greenhouse");
            assertThat(stacks.listStacks(list -> list.stackStatusFilters(StackStatus.DELETE_COMPLETE))
                            .stackSummaries())
                    .isEmpty();
            assertThat(stacks.listStacks().stackSummaries().get(0).templateDescription())
                    .isEqualTo("Sells.");
            assertThat(stacks.describeStacks(of -> of.stackName("Shop"))
                            .stacks()
                            .get(0)
                            .outputs())
                    .extracting(Output::exportName)
                    .containsExactly("Shop-Jobs", "Shop-Machine");
            assertThat(stacks.listStackResources(of -> of.stackName("Greenhouse"))
                            .stackResourceSummaries())
                    .extracting(StackResourceSummary::logicalResourceId)
                    .contains("Seeds", "Beds", "Machine")
                    .doesNotContain("Jobs");
            assertThat(stacks.getTemplate(of -> of.stackName("Greenhouse")).templateBody())
                    .contains("Fn::ImportValue");
            assertThat(stacks.listExports().exports())
                    .extracting(Export::name, Export::value)
                    .contains(tuple("Shop-Jobs", "shop-jobs"));
        }
    }

    @Test
    void bucketsMachinesAndLogsOfBothAreThere() {
        try (S3Client s3 = client(S3Client.builder());
                SfnClient states = client(SfnClient.builder());
                CloudWatchLogsClient logs = client(CloudWatchLogsClient.builder())) {
            assertThat(s3.listBuckets().buckets())
                    .extracting(bucket -> bucket.name())
                    .contains("shop-jobs", "greenhouse-beds");
            assertThat(states.listStateMachines().stateMachines())
                    .extracting(machine -> machine.name())
                    .containsExactlyInAnyOrder("Shop-Machine", "Greenhouse-Machine");
            assertThat(logs.describeLogGroups().logGroups())
                    .extracting(group -> group.logGroupName())
                    .contains("/greenhouse", "/aws/lambda/Greenhouse-Door", "/aws/lambda/Shop-Door");
        }
    }

    @Test
    void theApisOfBothAnswerAtTheGateway() throws Exception {
        assertThat(get("/SHOP/Ada")).isEqualTo("Hello Ada");
        assertThat(get("/greenhouse/Bob")).isEqualTo("Hello Bob");
        assertThat(get("/nowhere")).contains("Not Found");
    }

    @Test
    void whatNoEarlierStackExportsIsNamedAndNothingIsMade(@TempDir Path other) throws Exception {
        assertThatThrownBy(() -> start(other, template("Greenhouse", GREENHOUSE), template("Shop", SHOP)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("Shop-Jobs")
                .hasMessageContaining("Fn::ImportValue");
        assertThat(other.resolve("data/s3"))
                .satisfiesAnyOf(
                        path -> assertThat(path).doesNotExist(),
                        path -> assertThat(path).isEmptyDirectory());
    }

    @Test
    void twoStacksOfOneNameOrTwoExportsOfOneAreRefused(@TempDir Path other) {
        assertThatThrownBy(() -> start(other, template("Shop", SHOP), template("Shop", SHOP)))
                .hasMessageContaining("make a stack Shop");
        assertThatThrownBy(() -> start(other, template("Shop", SHOP), template("Copy", SHOP)))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("Export with name Shop-Machine of Copy is already exported");
    }

    private record Text(String stack, String template) {}

    private static Text template(String stack, String template) {
        return new Text(stack, template);
    }

    private static EmbeddedCloud start(Path home, Text... templates) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Text one : templates)
            files.add(Files.writeString(home.resolve(one.stack() + ".template.json"), text(one.template())));
        return EmbeddedCloud.start(
                new Settings(
                        files,
                        Optional.empty(),
                        TestSettings.data(home.resolve("data"), false),
                        0,
                        TestAccount.LOCAL,
                        Map.of(),
                        Concurrency.DEFAULT),
                AddedServices.NONE,
                Front.NONE);
    }

    /** The definition inside has its own quotes. */
    private static String text(String template) {
        return template.replace("\"", "\\\"").replace('\'', '"');
    }

    private static String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(cloud.endpoint("sfn") + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return TestClients.of(builder, cloud.endpoint("sfn").getPort());
    }
}
