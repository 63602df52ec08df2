package booth.generate;

import booth.aws.RetryableErrors;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InternalDependencyException;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelNotReadyException;

/** One endpoint of SageMaker. The service gives its container 60 s; what takes longer has no answer. */
final class SageMakerEndpoint implements ModelPlace {
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final int TIMED_OUT = 504;

    private final SageMakerRuntimeClient sageMaker;
    private final String name;

    /** @param sageMaker one that repeats no call by itself */
    SageMakerEndpoint(SageMakerRuntimeClient sageMaker, String name) {
        this.sageMaker = sageMaker;
        this.name = name;
    }

    /** Sends a request without a text, which the container refuses. */
    @Override
    public void prime() {
        try {
            invoke(new byte[] {'{', '}'});
        } catch (Refused e) {
            return; // as expected
        }
    }

    @Override
    public JsonNode invoke(byte[] request) {
        try {
            byte[] answer = sageMaker
                    .invokeEndpoint(invoke -> invoke.endpointName(name)
                            .contentType("application/json")
                            .accept("application/json")
                            .body(SdkBytes.fromByteArrayUnsafe(request)))
                    .body()
                    .asByteArrayUnsafe();
            if (answer.length == 0) throw new EOFException("The answer has no body.");
            return Json.MAPPER.readTree(answer);
        } catch (ModelErrorException e) {
            throw ofTheContainer(e);
        } catch (SdkException e) {
            throw ofTheService(e);
        } catch (UncheckedIOException | EOFException | JsonEOFException e) { // which the JDK's client may let pass
            throw new Busy(this + " broke off its answer", e);
        } catch (IOException e) {
            throw new IllegalStateException(this + " did not answer with JSON", e);
        }
    }

    /** Whether the container itself says that it has failed: its picture is not being painted any more. */
    static boolean stumbled(ModelErrorException e) {
        int status = status(e);
        return status >= SERVER_ERROR && status != TIMED_OUT;
    }

    private RuntimeException ofTheContainer(ModelErrorException e) {
        int status = status(e);
        if (status >= BAD_REQUEST && status < SERVER_ERROR)
            return new Refused("MODEL_REFUSED", "The endpoint refused the text: " + e.getMessage(), e);
        return new Busy(this + " failed: " + e.getMessage(), e); // no status at all: it took longer than 60 s
    }

    private RuntimeException ofTheService(SdkException e) {
        boolean passes = RetryableErrors.passes(e)
                || e instanceof ModelNotReadyException
                || e instanceof InternalDependencyException;
        if (passes) return new Busy(this + " is busy: " + e.getMessage(), e);
        return new ModelUnavailable(
                this + " cannot be used: " + e.getMessage()
                        + " See that it exists and that the function's role may call it; then try again.",
                e);
    }

    private static int status(ModelErrorException e) {
        return Optional.ofNullable(e.originalStatusCode()).orElse(0);
    }

    @Override
    public String toString() {
        return "The endpoint " + name;
    }
}
