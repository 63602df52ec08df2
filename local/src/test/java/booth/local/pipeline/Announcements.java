package booth.local.pipeline;

import booth.core.job.JobId;
import booth.core.job.Status;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;

/** Someone who subscribed a queue of his own to the topic of the stack. */
final class Announcements {
    private static final JsonMapper JSON = new JsonMapper();

    private final Queues queues;
    private final String url;
    private final List<JsonNode> heard = new ArrayList<>();

    private Announcements(Queues queues, String url) {
        this.queues = queues;
        this.url = url;
    }

    static Announcements subscribe(Pipeline pipeline) {
        Queues queues = pipeline.queues();
        String url = queues.create("subscriber");
        pipeline.sns()
                .subscribe(subscribe -> subscribe
                        .topicArn(pipeline.output("TopicArn"))
                        .protocol("sqs")
                        .endpoint(queues.arn(url)));
        return new Announcements(queues, url);
    }

    /** Waits for the announcement of the job's end. */
    JsonNode about(JobId job) {
        return Pipeline.await()
                .until(() -> listen(job).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until it is announced that the job has ended in this way. */
    JsonNode about(JobId job, Status how) {
        return Pipeline.await()
                .until(
                        () -> listen(job)
                                .filter(said -> said.path("status").asText().equals(how.word()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<JsonNode> listen(JobId job) {
        queues.drain(url).forEach(message -> heard.add(content(message)));
        return heard.stream().filter(said -> said.path("jobId").asText().equals(job.value()));
    }

    private static JsonNode content(Message message) {
        try {
            return JSON.readTree(JSON.readTree(message.body()).path("Message").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError("The announcement is not JSON: " + message.body(), e);
        }
    }
}
