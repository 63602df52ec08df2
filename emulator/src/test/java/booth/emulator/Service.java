package booth.emulator;

import booth.emulator.account.Account;
import booth.emulator.account.TestClients;
import java.net.URI;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A call to each service, and AWS's names for a key that is not known and a secret that is not right. */
enum Service {
    STEP_FUNCTIONS(400, "UnrecognizedClientException", "InvalidSignatureException") {
        @Override
        void call(Account caller, int port) {
            try (SfnClient client = TestClients.of(SfnClient.builder(), caller, port)) {
                client.listStateMachines();
            }
        }
    },
    LOGS(400, "UnrecognizedClientException", "InvalidSignatureException") {
        @Override
        void call(Account caller, int port) {
            try (CloudWatchLogsClient client = TestClients.of(CloudWatchLogsClient.builder(), caller, port)) {
                client.describeLogGroups();
            }
        }
    },
    SNS(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
        @Override
        void call(Account caller, int port) {
            try (SnsClient client = TestClients.of(SnsClient.builder(), caller, port)) {
                client.listTopics();
            }
        }
    },
    STS(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
        @Override
        void call(Account caller, int port) {
            try (StsClient client = TestClients.of(StsClient.builder(), caller, port)) {
                client.getCallerIdentity();
            }
        }
    },
    CLOUDFORMATION(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
        @Override
        void call(Account caller, int port) {
            try (CloudFormationClient client = TestClients.of(CloudFormationClient.builder(), caller, port)) {
                client.describeStacks();
            }
        }
    },
    LAMBDA(403, "UnrecognizedClientException", "InvalidSignatureException") {
        @Override
        void call(Account caller, int port) {
            try (LambdaClient client = TestClients.of(LambdaClient.builder(), caller, port)) {
                client.invoke(
                        invoke -> invoke.functionName("Small-StampFunction").payload(SdkBytes.fromUtf8String("{}")));
            }
        }
    },
    CONNECTIONS(403, "UnrecognizedClientException", "InvalidSignatureException") {
        @Override
        void call(Account caller, int port) {
            try (ApiGatewayManagementApiClient client = ApiGatewayManagementApiClient.builder()
                    .endpointOverride(URI.create(TestClients.endpoint(port) + "/live"))
                    .region(Region.of(caller.region()))
                    .credentialsProvider(TestClients.credentials(caller))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build()) {
                client.postToConnection(post -> post.connectionId("a=").data(SdkBytes.fromUtf8String("hello")));
            }
        }
    },
    SQS(403, "InvalidClientTokenId", "SignatureDoesNotMatch") {
        @Override
        void call(Account caller, int port) {
            try (SqsClient client = TestClients.of(SqsClient.builder(), caller, port)) {
                client.listQueues();
            }
        }
    },
    S3(403, "InvalidAccessKeyId", "SignatureDoesNotMatch") {
        @Override
        void call(Account caller, int port) {
            try (S3Client client = TestClients.of(S3Client.builder(), caller, port)) {
                client.listBuckets();
            }
        }
    };

    final int status;
    final String unknownKey;
    final String wrongSecret;

    Service(int status, String unknownKey, String wrongSecret) {
        this.status = status;
        this.unknownKey = unknownKey;
        this.wrongSecret = wrongSecret;
    }

    abstract void call(Account caller, int port);
}
