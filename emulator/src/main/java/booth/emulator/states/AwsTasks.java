package booth.emulator.states;

import booth.asl.TaskFailure;
import booth.asl.TaskRequest;
import booth.asl.TaskService;
import booth.emulator.lambda.Invocation;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Carries out Task states over the real wire: Lambda functions by ARN, {@code lambda:invoke}, {@code sqs:sendMessage} and
 * {@code sns:publish}, each with or without a task token. A thread is busy only while a call is on the wire; a task that
 * waits for its token occupies none. A function of the same account is called directly: its task waits in the line before
 * that function, without a thread, and its state's clock starts when the function does.
 */
public final class AwsTasks implements TaskService, AutoCloseable {
    /** As many calls as are on the wire at once; more wait in line. */
    private static final int CALLS_AT_ONCE = 64;

    private static final long IDLE_SECONDS = 30;
    private static final String INTEGRATION = "arn:aws:states:::";
    private static final String TOKEN_SUFFIX = ".waitForTaskToken";

    private final FunctionCalls functions;
    private final LambdaTasks lambda;
    private final SqsTasks sqs;
    private final SnsTasks sns;
    private final ExecutorService calls = pool();

    /** The clients stay their owner's to close. Their own retries should be off: the state machine has its own. */
    public AwsTasks(LambdaClient lambda, SqsClient sqs, SnsClient sns) {
        this(lambda, sqs, sns, FunctionCalls.NONE);
    }

    /** @param functions of this account; others are called by the client */
    public AwsTasks(LambdaClient lambda, SqsClient sqs, SnsClient sns, FunctionCalls functions) {
        this.functions = functions;
        this.lambda = new LambdaTasks(lambda);
        this.sqs = new SqsTasks(sqs);
        this.sns = new SnsTasks(sns);
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request) {
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        calls.execute(() -> {
            if (result.isDone()) return; // the state ended while the call waited in line
            try {
                result.complete(call(request));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Override
    public CompletionStage<JsonNode> run(TaskRequest request, Runnable begun) {
        if (isFunction(request.resource())) {
            Optional<CompletableFuture<Invocation>> call =
                    functions.call(request.resource(), Json.bytes(request.arguments()), begun);
            if (call.isPresent()) return result(call.get());
        }
        begun.run();
        return run(request);
    }

    /** Cancelled together with the call. */
    private static CompletionStage<JsonNode> result(CompletableFuture<Invocation> call) {
        CompletableFuture<JsonNode> result = call.thenApply(LambdaTasks::result);
        result.whenComplete((answer, error) -> {
            if (result.isCancelled()) call.cancel(false);
        });
        return result;
    }

    private static boolean isFunction(String resource) {
        return resource.matches("arn:aws[a-z-]*:lambda:.*");
    }

    private JsonNode call(TaskRequest request) {
        String resource = request.resource();
        if (isFunction(resource)) return lambda.function(resource, request.arguments());
        String integration = resource.endsWith(TOKEN_SUFFIX)
                ? resource.substring(0, resource.length() - TOKEN_SUFFIX.length())
                : resource;
        return switch (integration) {
            case INTEGRATION + "lambda:invoke" -> lambda.invoke(request.arguments());
            case INTEGRATION + "sqs:sendMessage" -> sqs.sendMessage(request.arguments());
            case INTEGRATION + "sns:publish" -> sns.publish(request.arguments());
            default ->
                throw new TaskFailure(
                        "States.Runtime",
                        "The resource " + resource + " of state " + request.stateName()
                                + " is not supported here; supported are Lambda functions by ARN, lambda:invoke,"
                                + " sqs:sendMessage and sns:publish, with or without .waitForTaskToken.");
        };
    }

    private static ExecutorService pool() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                CALLS_AT_ONCE, CALLS_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "states-task-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Calls on the wire are abandoned. */
    @Override
    public void close() {
        calls.shutdownNow();
    }
}
