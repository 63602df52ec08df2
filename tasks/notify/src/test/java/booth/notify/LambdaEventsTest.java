package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.function.NoContext;
import booth.core.job.Problem;
import booth.core.job.Status;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import org.junit.jupiter.api.Test;

/** Events as AWS writes them, read the way Lambda reads them for its handlers. */
class LambdaEventsTest {
    private final NotifyFixture fixture = new NotifyFixture();

    @Test
    void anExecutionsEndAsEventBridgeReportsIt() {
        String json = """
                {"version":"0","id":"315c1398-40ff-a850-213b-158f73e60175",
                 "detail-type":"Step Functions Execution Status Change","source":"aws.states",
                 "account":"000000000000","time":"2026-11-21T10:00:00Z","region":"us-west-2",
                 "resources":["arn:aws:states:us-west-2:000000000000:execution:PhotoBooth:x-r0"],
                 "detail":{"executionArn":"arn:aws:states:us-west-2:000000000000:execution:PhotoBooth:x-r0",
                  "stateMachineArn":"arn:aws:states:us-west-2:000000000000:stateMachine:PhotoBooth",
                  "name":"%s-r0","status":"TIMED_OUT","startDate":1795255200000,"stopDate":1795262400000,
                  "input":"{}","output":null,"inputDetails":{"included":true},"outputDetails":null,
                  "error":null,"cause":null}}""".formatted(NotifyFixture.JOB);

        new ExecutionStatusChangedHandler(fixture.outcomes(), fixture.progress())
                .handleRequest(read(json, ScheduledEvent.class), NoContext.get());

        assertThat(fixture.job().status()).isEqualTo(Status.FAILED);
        assertThat(fixture.job().error()).map(Problem::code).contains("TIMED_OUT");
    }

    @Test
    void aPutAsS3ReportsIt() {
        fixture.watches("one");
        String json = """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2",
                 "eventTime":"2026-11-21T10:00:00.000Z","eventName":"ObjectCreated:Put",
                 "userIdentity":{"principalId":"AWS:A"},"requestParameters":{"sourceIPAddress":"127.0.0.1"},
                 "responseElements":{"x-amz-request-id":"C3D1","x-amz-id-2":"F"},
                 "s3":{"s3SchemaVersion":"1.0","configurationId":"c",
                  "bucket":{"name":"jobs","ownerIdentity":{"principalId":"A"},"arn":"arn:aws:s3:::jobs"},
                  "object":{"key":"photo/%s/mask_my+face.png","size":1024,"eTag":"d41d8cd9","sequencer":"0055"}}}]}""".formatted(NotifyFixture.JOB);

        new FileLandedHandler(fixture.outcomes(), fixture.progress())
                .handleRequest(read(json, S3Event.class), NoContext.get());

        assertThat(fixture.received.get("one")).hasSize(1);
    }

    private static <T> T read(String json, Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, LambdaEventsTest.class.getClassLoader())
                .fromJson(json);
    }
}
