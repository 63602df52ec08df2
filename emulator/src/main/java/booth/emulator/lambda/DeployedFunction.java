package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function that can be called: one handler, built at the first call and kept, shared by the calls of all its sandboxes
 * (on AWS each would have its own).
 */
final class DeployedFunction {
    private static final Logger LOG = LoggerFactory.getLogger(DeployedFunction.class);

    private final FunctionSpec spec;
    private final String arn;
    private final HandlerClass type;
    private final Map<String, String> environment;
    private final Concurrency concurrency;
    private final Sandboxes sandboxes;
    private final ScheduledExecutorService clock;
    private final FunctionOutput output;
    private @Nullable RequestStreamHandler handler;

    DeployedFunction(
            FunctionSpec spec,
            String arn,
            String region,
            Concurrency concurrency,
            Sandboxes sandboxes,
            ScheduledExecutorService clock,
            FunctionOutput output) {
        this.spec = spec;
        this.arn = arn;
        this.type = HandlerClass.of(spec.name(), spec.handler());
        this.environment = environment(spec, region);
        this.concurrency = concurrency;
        this.sandboxes = sandboxes;
        this.clock = clock;
        this.output = output;
    }

    FunctionSpec spec() {
        return spec;
    }

    String arn() {
        return arn;
    }

    /** Builds the handler now; one that cannot be built says so when it is called. */
    void setUp() {
        try {
            handler();
        } catch (Throwable e) {
            LOG.debug("{} could not be set up beforehand", spec.name(), e);
        }
    }

    /** Calls it and waits for the answer; who is interrupted meanwhile gives the call up. */
    Invocation invoke(byte[] payload) {
        if (Thread.currentThread().isInterrupted()) return failed(new InterruptedException("before the call"));
        Call call = enter(payload, () -> {});
        try {
            return call.result().get();
        } catch (InterruptedException e) {
            call.result().cancel(false);
            call.interrupt();
            Thread.currentThread().interrupt();
            return failed(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call of " + spec.name() + " ended without an answer", e);
        }
    }

    /**
     * Calls it. A call whose future is cancelled while it is in line will never run; one that has begun goes on, as it
     * does on AWS.
     *
     * @param begun run once, when the call leaves the line
     */
    CompletableFuture<Invocation> call(byte[] payload, Runnable begun) {
        return enter(payload, begun).result();
    }

    private Call enter(byte[] payload, Runnable begun) {
        Caller caller = concurrency.caller(payload);
        Call call = new Call(id -> work(id, payload), spec.timeout(), begun, sandboxes::leave, clock);
        sandboxes.enter(caller, call);
        call.result().whenComplete((answer, error) -> {
            if (call.result().isCancelled()) sandboxes.giveUp(caller, call);
        });
        return call;
    }

    private Callable<byte[]> work(String requestId, byte[] payload) throws Throwable {
        RequestStreamHandler ready = handler();
        return output.into(spec.logGroup(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ready.handleRequest(new ByteArrayInputStream(payload), out, new LocalContext(requestId, spec, arn));
            return out.toByteArray();
        });
    }

    private synchronized RequestStreamHandler handler() throws Throwable {
        if (handler == null) handler = type.create(environment);
        return handler;
    }

    /** Calls in line are dropped, and none begins any more. */
    void close() {
        sandboxes.close();
    }

    private static Invocation failed(Throwable error) {
        return new Invocation("", FunctionError.of(error).toString().getBytes(UTF_8), true);
    }

    /** What the template sets and what Lambda adds. */
    private static Map<String, String> environment(FunctionSpec spec, String region) {
        Map<String, String> all = new HashMap<>();
        all.put("AWS_REGION", region);
        all.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(spec.memory()));
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        all.putAll(spec.environment());
        return Map.copyOf(all);
    }
}
