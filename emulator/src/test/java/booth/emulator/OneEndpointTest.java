package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestClients;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sts.StsClient;

/** The gateway's address is all that a tool of AWS needs. */
class OneEndpointTest extends OnSmallCloud {
    @Test
    void everyServiceAnswersThere() {
        try (SfnClient states = TestClients.of(SfnClient.builder(), port());
                SnsClient sns = TestClients.of(SnsClient.builder(), port());
                LambdaClient lambda = TestClients.of(LambdaClient.builder(), port())) {
            assertThat(s3.listBuckets().buckets()).hasSize(2);
            assertThat(sqs.listQueues().queueUrls()).isNotEmpty();
            assertThat(states.listStateMachines().stateMachines()).hasSize(1);
            assertThat(sns.listTopics().topics()).hasSize(1);
            assertThat(lambda.listFunctions().functions()).isNotEmpty();
        }
    }

    @Test
    void messagesPassAndAreWaitedFor() {
        String url = sqs.createQueue(create -> create.queueName("post")).queueUrl();
        sqs.sendMessage(send -> send.queueUrl(url).messageBody("später").delaySeconds(1));

        assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20))
                        .messages())
                .extracting(Message::body)
                .containsExactly("später");
    }

    @Test
    void unsignedQuestionsToQueuesAreKnownByTheirVersionAndPathAndRefused() throws Exception {
        sqs.createQueue(create -> create.queueName("plain"));

        String refused = "<Error><Type>Sender</Type><Code>MissingAuthenticationToken</Code>";
        assertThat(get("/?Action=ListQueues&Version=2012-11-05")).contains("queue.amazonaws.com", refused);
        assertThat(get("/000000000000/plain?Action=GetQueueAttributes&AttributeName.1=QueueArn"))
                .contains("queue.amazonaws.com", refused);
    }

    @Test
    void everyCallerIsTheOwnerOfTheAccount() {
        try (StsClient sts = TestClients.of(StsClient.builder(), port())) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo("000000000000");
            assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::000000000000:root");
        }
    }

    @Test
    void whatIsNotSignedGoesToTheApi() throws Exception {
        HttpResponse<String> answer =
                send(URI.create(cloud.outputs().get("ApiUrl") + "hello/J%C3%B6rg"), "GET", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(answer.body()).isEqualTo("Hello Jörg");
        assertThat(answer.headers().firstValue("X-Method")).contains("GET");
        assertThat(get("/nothing")).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void whatIsSignedForAServiceDoesNot() throws Exception {
        HttpRequest signed = HttpRequest.newBuilder(gateway("/hello/you"))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=booth/20261121/us-east-1/lambda/aws4_request")
                .build();

        assertThat(BROWSER.send(signed, HttpResponse.BodyHandlers.ofString()).body())
                .contains("There is no operation GET /hello/you here.");
    }

    @Test
    void aBrowserMayAskTheApiBeforehandToo() throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(gateway("/hello/you"))
                .header("Origin", "http://booth.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody())
                .build();

        HttpResponse<Void> answer = BROWSER.send(preflight, HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("http://booth.example");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("60");
    }
}
