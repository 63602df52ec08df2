package booth.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function that can be called: one handler, built at the first call and kept, shared by concurrent calls (on AWS each
 * would have its own). A call that outlives its timeout is interrupted and answered like on AWS, but it cannot be killed.
 */
final class DeployedFunction {
    private static final Logger LOG = LoggerFactory.getLogger(DeployedFunction.class);

    private final FunctionSpec spec;
    private final String arn;
    private final HandlerClass type;
    private final Map<String, String> environment;
    private final ExecutorService threads;
    private final FunctionOutput output;
    private @Nullable RequestStreamHandler handler;

    DeployedFunction(FunctionSpec spec, String arn, String region, ExecutorService threads, FunctionOutput output) {
        this.spec = spec;
        this.arn = arn;
        this.type = HandlerClass.of(spec.name(), spec.handler());
        this.environment = environment(spec, region);
        this.threads = threads;
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

    Invocation invoke(byte[] payload) {
        String requestId = UUID.randomUUID().toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Future<?> work;
        try {
            RequestStreamHandler ready = handler(); // outside the timeout, as the init phase is
            work = threads.submit(output.into(spec.logGroup(), () -> {
                ready.handleRequest(new ByteArrayInputStream(payload), out, new LocalContext(requestId, spec, arn));
                return out;
            }));
        } catch (Throwable e) {
            return failed(requestId, FunctionError.of(e));
        }
        try {
            work.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Invocation(requestId, out.toByteArray(), false);
        } catch (ExecutionException e) {
            return failed(requestId, FunctionError.of(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            work.cancel(true);
            return failed(requestId, FunctionError.timedOut(requestId, spec.timeout()));
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return failed(requestId, FunctionError.of(e));
        }
    }

    private synchronized RequestStreamHandler handler() throws Throwable {
        if (handler == null) handler = type.create(environment);
        return handler;
    }

    private static Invocation failed(String requestId, JsonNode error) {
        return new Invocation(requestId, error.toString().getBytes(UTF_8), true);
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
