package booth.linebot;

import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.JobId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.webhook.model.Event;

/** Takes what waits for the bot: events of chats, and ends of jobs. */
final class Worker {
    private static final ObjectMapper EVENTS = ModelObjectMapper.createNewObjectMapper();

    private final Conversation conversation;
    private final TellGuest tellGuest;
    private final JsonLog log;

    Worker(Conversation conversation, TellGuest tellGuest, JsonLog log) {
        this.conversation = conversation;
        this.tellGuest = tellGuest;
        this.log = log;
    }

    /** Whether a message is of a job that ended: the topic's is the job as everyone sees it. */
    static boolean isEnd(String body) {
        return tree(body).has("jobId");
    }

    void take(String body) {
        if (isEnd(body)) ended(new JobId(tree(body).path("jobId").asText()));
        else conversation.handle(event(body));
    }

    private void ended(JobId job) {
        if (!tellGuest.tell(job)) log.write(LogLine.of("line_guest_gone").job(job));
    }

    private static Event event(String body) {
        try {
            return EVENTS.readValue(body, Event.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The message is no event of LINE's.", e);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The message is not JSON.", e);
        }
    }
}
