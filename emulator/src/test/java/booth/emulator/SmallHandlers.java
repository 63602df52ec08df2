package booth.emulator;

import booth.aws.Clients;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The functions of {@code Small.template.json}. Their clients find the cloud as those of real handlers do. */
public final class SmallHandlers {
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private SmallHandlers() {}

    /** Starts an execution for every upload. */
    public static final class Intake implements RequestHandler<SQSEvent, SQSBatchResponse> {
        private final SfnClient workflows = Clients.build(SfnClient.builder(), ATTEMPT);
        private final String machine;

        public Intake(Map<String, String> environment) {
            machine = Objects.requireNonNull(environment.get("STATE_MACHINE_ARN"));
        }

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            event.getRecords().forEach(message -> start(message.getBody()));
            return new SQSBatchResponse(List.of());
        }

        private void start(String notification) {
            try {
                for (JsonNode record : JSON.readTree(notification).path("Records")) {
                    String key = record.path("s3").path("object").path("key").asText();
                    String name = key.replaceAll(".*/", "");
                    workflows.startExecution(start -> start.stateMachineArn(machine)
                            .name(name)
                            .input(JSON.createObjectNode().put("name", name).toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A task: writes an object, or fails on what is called bad. */
    public static final class Stamp implements RequestStreamHandler {
        private final Markers jobs;

        public Stamp(Map<String, String> environment) {
            jobs = new Markers(environment);
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            String name = JSON.readTree(in).path("name").asText();
            if (name.contains("bad")) throw new IllegalArgumentException(name + " is bad");
            jobs.write("photo/" + name + ".png");
            out.write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Sees files land. */
    public static final class Landed implements RequestHandler<S3Event, Void> {
        private final Markers jobs;

        public Landed(Map<String, String> environment) {
            jobs = new Markers(environment);
        }

        @Override
        public @Nullable Void handleRequest(S3Event event, Context context) {
            event.getRecords()
                    .forEach(record ->
                            jobs.write("seen/" + record.getS3().getObject().getKey()));
            return null;
        }
    }

    /** Sees executions end badly. */
    public static final class Ended implements RequestHandler<ScheduledEvent, Void> {
        private final Markers jobs;

        public Ended(Map<String, String> environment) {
            jobs = new Markers(environment);
        }

        @Override
        public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
            jobs.write("ended/" + event.getDetail().get("name") + "/"
                    + event.getDetail().get("status"));
            return null;
        }
    }

    /** Answers callers of the API. */
    public static final class Door implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
        public Door(Map<String, String> environment) {}

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(203)
                    .withHeaders(Map.of(
                            "Content-Type",
                            "text/plain",
                            "X-Method",
                            event.getRequestContext().getHttp().getMethod()))
                    .withBody("Hello " + event.getPathParameters().get("name"))
                    .build();
        }
    }

    /** Empty objects in the jobs bucket. */
    private static final class Markers {
        private final S3Client s3 = Clients.build(S3Client.builder(), ATTEMPT);
        private final String bucket;

        Markers(Map<String, String> environment) {
            bucket = Objects.requireNonNull(environment.get("JOBS_BUCKET"));
        }

        void write(String key) {
            s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.empty());
        }
    }
}
