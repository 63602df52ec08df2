package booth.cli.deadletters;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;

import booth.cli.terminal.CommandFailed;
import booth.core.Concurrently;
import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The dead-letter queues of a stack: those to which a queue of the stack gives up its messages, and those that are called so because a function or a rule puts its events there.
 */
public final class DeadLetterQueues {
    private static final String NAME = "DeadLetters";
    private static final int BATCH = 10;
    /** Long enough to read a message and put it back; should that fail, it is back by itself this soon. */
    private static final int HIDDEN_SECONDS = 10;

    private static final Duration POLL = Duration.ofMillis(200);

    private final SqsClient sqs;
    private final String stack;

    public DeadLetterQueues(SqsClient sqs, String stack) {
        this.sqs = sqs;
        this.stack = stack;
    }

    /** In the order of their names. */
    public List<DeadLetterQueue> find() {
        Map<String, Map<QueueAttributeName, String>> queues = new LinkedHashMap<>();
        List<String> urls = List.copyOf(urls());
        List<Map<QueueAttributeName, String>> attributes = Concurrently.each(urls, this::attributes);
        for (int i = 0; i < urls.size(); i++) queues.put(urls.get(i), attributes.get(i));
        Map<String, List<String>> sources = sources(queues);
        return queues.entrySet().stream()
                .filter(queue -> isForDeadLetters(queue.getKey(), queue.getValue(), sources))
                .map(queue -> described(queue.getKey(), queue.getValue(), sources))
                .sorted(Comparator.comparing(DeadLetterQueue::name))
                .toList();
    }

    /** All queues of the stack: CloudFormation begins their names with the stack's. */
    private Set<String> urls() {
        Set<String> urls = new TreeSet<>();
        sqs.listQueuesPaginator(list -> list.queueNamePrefix(stack + "-"))
                .queueUrls()
                .forEach(urls::add);
        return urls;
    }

    private Map<QueueAttributeName, String> attributes(String url) {
        return sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private static Map<String, List<String>> sources(Map<String, Map<QueueAttributeName, String>> queues) {
        return queues.entrySet().stream()
                .filter(queue -> queue.getValue().containsKey(REDRIVE_POLICY))
                .collect(Collectors.groupingBy(
                        queue -> target(queue.getValue().getOrDefault(REDRIVE_POLICY, "")),
                        Collectors.mapping(queue -> name(queue.getKey()), Collectors.toList())));
    }

    private static String target(String redrivePolicy) {
        try {
            return Json.MAPPER
                    .readTree(redrivePolicy)
                    .path("deadLetterTargetArn")
                    .asText();
        } catch (JacksonException e) {
            return "";
        }
    }

    private static boolean isForDeadLetters(
            String url, Map<QueueAttributeName, String> attributes, Map<String, List<String>> sources) {
        return sources.containsKey(attributes.get(QUEUE_ARN)) || name(url).contains(NAME);
    }

    private static DeadLetterQueue described(
            String url, Map<QueueAttributeName, String> attributes, Map<String, List<String>> sources) {
        String arn = attributes.getOrDefault(QUEUE_ARN, "");
        return new DeadLetterQueue(
                name(url),
                url,
                arn,
                sources.getOrDefault(arn, List.of()),
                Integer.parseInt(attributes.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES, "0")),
                Integer.parseInt(attributes.getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0")));
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Looks at some of a queue's messages and puts them back at once. */
    List<DeadLetter> peek(DeadLetterQueue queue, int most, Instant now) {
        List<Message> taken = new ArrayList<>();
        try {
            while (taken.size() < most) {
                List<Message> some = sqs.receiveMessage(receive -> receive.queueUrl(queue.url())
                                .maxNumberOfMessages(Math.min(BATCH, most - taken.size()))
                                .visibilityTimeout(HIDDEN_SECONDS)
                                .waitTimeSeconds(taken.isEmpty() ? 1 : 0) // to wait is to ask all of SQS's servers
                                .messageAttributeNames("All")
                                .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                        .messages();
                if (some.isEmpty()) break;
                taken.addAll(some);
            }
            return taken.stream()
                    .map(message -> DeadLetterReader.read(message, now))
                    .toList();
        } finally {
            taken.forEach(message -> sqs.changeMessageVisibility(change -> change.queueUrl(queue.url())
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(0)));
        }
    }

    /**
     * Sends a queue's messages back to where they came from, and waits until all have gone.
     *
     * @return how many were moved
     * @throws CommandFailed when the move failed
     */
    long move(DeadLetterQueue queue) throws InterruptedException {
        String handle =
                sqs.startMessageMoveTask(start -> start.sourceArn(queue.arn())).taskHandle();
        while (true) {
            ListMessageMoveTasksResultEntry task = task(queue, handle);
            switch (task.status()) {
                case "COMPLETED":
                    return task.approximateNumberOfMessagesMoved();
                case "FAILED", "CANCELLED":
                    throw new CommandFailed("The move from " + queue.name() + " ended as " + task.status() + ": "
                            + task.failureReason());
                default:
                    Thread.sleep(POLL.toMillis());
            }
        }
    }

    /** Only tasks that run have a handle; the newest task stands first. */
    private ListMessageMoveTasksResultEntry task(DeadLetterQueue queue, String handle) {
        List<ListMessageMoveTasksResultEntry> tasks = sqs.listMessageMoveTasks(
                        list -> list.sourceArn(queue.arn()).maxResults(BATCH))
                .results();
        return Stream.concat(tasks.stream().filter(task -> handle.equals(task.taskHandle())), tasks.stream())
                .findFirst()
                .orElseThrow(() -> new CommandFailed("The move from " + queue.name() + " cannot be followed."));
    }
}
